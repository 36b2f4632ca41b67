import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol } from '../case/protocol.ts';
import { healValues, type Overrides } from '../ensemble.ts';
import { courseOf, drawOf, type HealedCourse, type HealedDraw } from '../expectation/healed-course.ts';
import { healDraw, type DrawOutcome } from '../heal/ensemble/draw.ts';
import { gatherEnsemble, healedOf, type HealEnsemble } from '../heal/ensemble/heal-ensemble.ts';
import { asked, followed, healZone, placeOfCase, type ZoneHealing } from '../heal/heal-zone.ts';
import type { HealValues } from '../heal/heal-stage.ts';
import { zoneInput } from '../heal/zone-input.ts';
import { tell, type Run } from '../run.ts';
import { woundOf, type WoundedZone } from '../treat-zone.ts';

/** Healing of one zone, with its ensemble where one was asked for and the zone can be healed. */
export interface ZoneHealed {
  readonly central: ZoneHealing;
  readonly ensemble: HealEnsemble | undefined;
  /** Absent where the zone cannot be healed. */
  readonly course: HealedCourse | undefined;
}

/** A zone whose healing is drawn: plain data that can be sent to a thread. */
export interface DrawJob {
  readonly wounded: WoundedZone;
  readonly sheet: DeviceSheet;
  readonly protocol: Protocol;
  readonly overrides: Overrides;
  /** Draws to make, the first of the calibrated ones. */
  readonly count: number;
}

/** What one draw of a zone came to, with all that later links read from it. */
export type ZoneDraw = DrawOutcome<HealedDraw>;

/** Waits for the outcomes of the draws 0, 1, 2, ... of a job; they do not depend on who made them. */
export type DrawPool = (job: DrawJob, run: Pick<Run, 'progress' | 'signal'>) => Promise<readonly ZoneDraw[]>;

/** A computation that asks for draws on its way and goes on with what they came to. */
export type Drawing<Result> = Generator<DrawJob, Result, readonly ZoneDraw[]>;

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
  const outcomes = yield { wounded, sheet, protocol, overrides: run.overrides, count };
  const readings = healedOf(outcomes).map(({ reading }) => reading);
  return { central, ensemble: gatherEnsemble(outcomes), course: courseOf(healing, readings) };
}

/** Parameters that a run sets by hand, which no draw changes; those of the mesh are never drawn. */
const setByHand = (overrides: Overrides): Partial<HealValues> => {
  const names = Object.keys(overrides).map((name) => name.replace(/^heal\./, ''));
  return Object.fromEntries(Object.entries(healValues(overrides)).filter(([name]) => names.includes(name)));
};

/** Heals the zone of a job at any of its draws; skin, needles and heat stay central. Throws what `heal` throws. */
export const createDrawer = (
  { wounded, sheet, protocol, overrides, count }: DrawJob,
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

/** The draws of a job one after the other, on the thread of the caller; throws what the signal of the run says. */
export const drawHere = (job: DrawJob, run: Pick<Run, 'progress' | 'signal'>): ZoneDraw[] => {
  const drawer = createDrawer(job, run);
  return Array.from({ length: job.count }, (_, k) => {
    tell(run, k, job.count, 'draws of healing');
    return drawer(k);
  });
};

/** Runs a computation to its end and makes its draws here. */
export const drawingHere = <Result>(
  drawing: Drawing<Result>,
  run: Pick<Run, 'progress' | 'signal'>,
): Result => {
  let step = drawing.next();
  while (step.done !== true) step = drawing.next(drawHere(step.value, run));
  return step.value;
};

/** Runs a computation to its end and has its draws made by a pool. */
export const drawingWith = async <Result>(
  pool: DrawPool,
  drawing: Drawing<Result>,
  run: Pick<Run, 'progress' | 'signal'>,
): Promise<Result> => {
  let step = drawing.next();
  while (step.done !== true) step = drawing.next(await pool(step.value, run));
  return step.value;
};
