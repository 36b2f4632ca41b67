import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol, Zone } from './case/protocol.ts';
import { healValues } from './ensemble.ts';
import { courseOf, drawOf, type HealedCourse, type HealedDraw } from './expectation/healed-course.ts';
import { healEnsemble, type HealEnsemble } from './heal/ensemble/heal-ensemble.ts';
import {
  asked,
  followed,
  healZone,
  placeOfCase,
  type TreatedZone,
  type ZoneHealing,
} from './heal/heal-zone.ts';
import type { HealValues } from './heal/heal-stage.ts';
import type { Healing } from './heal/result/healing.ts';
import { zoneInput } from './heal/zone-input.ts';
import type { Run } from './run.ts';
import { treatZone, woundOf } from './treat-zone.ts';

/** Healing of one zone, with its ensemble where one was asked for and the zone can be healed. */
export interface ZoneHealed {
  readonly central: ZoneHealing;
  readonly ensemble: HealEnsemble | undefined;
  /** Absent where the zone cannot be healed. */
  readonly course: HealedCourse | undefined;
}

export interface HealedZone extends ZoneHealed {
  readonly name: string;
}

/** Parameters that a run sets by hand, which no draw changes; those of the mesh are never drawn. */
const setByHand = (run: Run): Partial<HealValues> => {
  const values = healValues(run.overrides);
  const names = Object.keys(run.overrides).map((name) => name.replace(/^heal\./, ''));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
};

/** Heals a zone at central values, and over as many draws of the constants of healing as the run asks for. */
export const healTreated = (treated: TreatedZone, run: Run): ZoneHealed => {
  const central = healZone(treated, healValues(run.overrides), run);
  if (central.status !== 'healed') return { central, ensemble: undefined, course: undefined };
  const { healing, values } = central;
  const count = run.ensemble ?? 0;
  if (count === 0) {
    return { central, ensemble: undefined, course: courseOf(healing, [drawOf(healing, values)]) };
  }
  const { sheet: _, given, ...wound } = treated;
  const inputOf = (drawn: HealValues) =>
    zoneInput({ ...wound, followed, place: placeOfCase(given, drawn) }, drawn);
  const draws: HealedDraw[] = [];
  const told = (one: Healing, drawn: HealValues): void => {
    draws.push(drawOf(one, drawn));
  };
  const ensemble = healEnsemble(inputOf, { ...run, count, fixed: setByHand(run), times: asked, told });
  return { central, ensemble, course: courseOf(healing, draws) };
};

const healOne = (protocol: Protocol, zone: Zone, sheet: DeviceSheet, run: Run): HealedZone => ({
  name: zone.name,
  ...healTreated(woundOf(treatZone(protocol, zone, sheet, run), sheet, protocol), run),
});

/**
 * Heals every zone of a protocol, and nothing else: skin, needles and heat stay central. Throws OutsideModel for settings
 * the device does not have, BadInput for overrides.
 */
export const simulateHealing = (protocol: Protocol, sheet: DeviceSheet, run: Run): readonly HealedZone[] =>
  protocol.zones.map((zone) => healOne(protocol, zone, sheet, run));
