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

interface Planned {
  readonly asked: readonly DeviceSheet[];
  readonly devices: readonly DeviceFacts[];
  readonly tick: () => void;
}

/** `asked` are all sheets, `devices` those that are planned with. `tick` is called between any two tables. */
export const circumstancesOf = (
  situation: Situation,
  known: SkinKnowledge,
  { asked, devices, tick }: Planned,
): Circumstances => {
  const { given, site, skins, target } = situation;
  const routes = routesOf(asked);
  const skin = summariseSkin(known, skins);
  const [notices, masks] = [noticesFor(situation, devices), masksFor(site.id, routes)];
  tick();
  const expectation = expectationOf(given, site, routes);
  tick();
  const risks = risksOf(given, site, routes);
  return { skin, devices, notices, masks, expectation, risks, isTargetKnown: target !== undefined };
};
