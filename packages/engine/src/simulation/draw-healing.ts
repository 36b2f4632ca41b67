import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol } from '../case/protocol.ts';
import { healValues, type Overrides } from '../ensemble.ts';
import { courseOf, drawOf, type HealedCourse } from '../expectation/healed-course.ts';
import { healDraw } from '../heal/ensemble/draw.ts';
import { gatherEnsemble, healedOf, type HealEnsemble } from '../heal/ensemble/heal-ensemble.ts';
import { asked, followed, healZone, placeOfCase, type ZoneHealing } from '../heal/heal-zone.ts';
import type { HealValues } from '../heal/heal-stage.ts';
import { zoneInput } from '../heal/zone-input.ts';
import type { Run } from '../run.ts';
import { woundOf, type WoundedZone } from '../treat-zone.ts';
import type { Drawing, HealingJob, ZoneDraw } from './drawing.ts';

/** Healing of one zone, with its ensemble where one was asked for and the zone can be healed. */
export interface ZoneHealed {
  readonly central: ZoneHealing;
  readonly ensemble: HealEnsemble | undefined;
  /** Absent where the zone cannot be healed. */
  readonly course: HealedCourse | undefined;
}

/** Heals a zone at central values, and over as many of the calibrated draws as the run asks for. */
export function* healTreated(
  { given, skin, punctures, draw, heating }: WoundedZone,
  sheet: DeviceSheet,
  protocol: Protocol,
  run: Run,
): Drawing<ZoneHealed> {
  const wounded = { given, skin, punctures, draw: { puncture: draw.puncture }, heating };
  const central = healZone(woundOf(wounded, sheet, protocol, run), healValues(run.overrides), run);
  if (central.status !== 'healed') return { central, ensemble: undefined, course: undefined };
  const { healing, values } = central;
  const count = run.ensemble ?? 0;
  if (count === 0) {
    return { central, ensemble: undefined, course: courseOf(healing, [drawOf(healing, values)]) };
  }
  const job = { kind: 'healing', wounded, sheet, protocol, overrides: run.overrides, count } as const;
  // Draws of healing are asked for, and come.
  const outcomes = (yield job) as readonly ZoneDraw[];
  const readings = healedOf(outcomes).map(({ reading }) => reading);
  return { central, ensemble: gatherEnsemble(outcomes), course: courseOf(healing, readings) };
}

/** Parameters that a run sets by hand, which no draw changes; those of the mesh are never drawn. */
const setByHand = (overrides: Overrides): Partial<HealValues> => {
  const names = Object.keys(overrides).map((name) => name.replace(/^heal\./, ''));
  return Object.fromEntries(Object.entries(healValues(overrides)).filter(([name]) => names.includes(name)));
};

/** Heals the zone of a job at any of its draws; skin, needles and heat stay central. Throws what `heal` throws. */
export const createHealingDrawer = (
  { wounded, sheet, protocol, overrides, count }: HealingJob,
  run: Pick<Run, 'progress' | 'signal'> = {},
): ((k: number) => ZoneDraw) => {
  const { signal, progress } = run;
  let drawn = 0;
  const told = (): void => progress?.(drawn, count, 'draws of healing');
  const {
    sheet: _,
    given,
    ...wound
  } = woundOf(wounded, sheet, protocol, {
    ...(signal === undefined ? {} : { signal }),
    progress: told,
  });
  const inputOf = (values: HealValues) =>
    zoneInput({ ...wound, followed, place: placeOfCase(given, values) }, values);
  const options = { fixed: setByHand(overrides), times: asked, read: drawOf };
  return (k) => {
    drawn = k;
    return healDraw(inputOf, k, {
      ...options,
      ...(signal === undefined ? {} : { signal }),
      progress: told,
    });
  };
};
