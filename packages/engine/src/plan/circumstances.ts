import { masksFor, type DeviceSheet } from '@percuta/evidence';
import { expectationOf } from '../expectation/expectation.ts';
import { risksOf, routesOf } from '../expectation/risks.ts';
import type { SkinKnowledge } from '../skin/skin.ts';
import { noticesFor } from './notices.ts';
import type { DeviceFacts, WorkedOut } from './plan.ts';
import type { Situation } from './situation.ts';
import { summariseSkin } from './skin-summary.ts';

/** What holds whatever the course. */
export type Circumstances = Pick<
  WorkedOut,
  'skin' | 'devices' | 'notices' | 'masks' | 'expectation' | 'risks' | 'isTargetKnown'
>;

/** `asked` are all sheets, `devices` those that are planned with. */
export const circumstancesOf = (
  situation: Situation,
  known: SkinKnowledge,
  asked: readonly DeviceSheet[],
  devices: readonly DeviceFacts[],
): Circumstances => {
  const routes = routesOf(asked);
  return {
    skin: summariseSkin(known, situation.skins),
    devices,
    notices: noticesFor(situation, devices),
    masks: masksFor(situation.site.id, routes),
    expectation: expectationOf(situation.given, situation.site, routes),
    risks: risksOf(situation.given, situation.site, routes),
    isTargetKnown: situation.target !== undefined,
  };
};
