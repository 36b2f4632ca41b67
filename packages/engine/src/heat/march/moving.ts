import { SolverFailed } from '@percuta/numerics';
import type { Caloric } from '../bioheat/caloric.ts';
import { letGo } from '../bioheat/heat-model.ts';
import { cutOffAhead } from '../generator/cut-off-ahead.ts';
import type { Place } from '../grid/place.ts';
import type { Heating } from '../heating.ts';
import { residentOf, writeBase } from '../resident/resident.ts';
import type { Resident } from '../resident/resident.ts';
import { fieldsAt } from '../resident/resident-fields.ts';
import { acceptResident, tryResident } from '../resident/resident-step.ts';
import type { ResidentTrial } from '../resident/resident-step.ts';
import { accountOf } from './balance.ts';
import { controlName } from './control.ts';
import type { Means } from './means.ts';
import type { Fields, Tried } from './progress.ts';
import type { Setting } from './setting.ts';
import { needsRefresh, refreshThermal, tryStep, withDamage } from './step.ts';
import type { StepContext } from './step.ts';

/** Where a run stands, and what steps it. */
export interface Moving {
  setting: Setting;
  now: Fields;
  /** The same in the memory of kernels; undefined where heat is stepped by the laws of materials. */
  resident: Resident | undefined;
  /** The step before, undefined after a jump. */
  last: Tried | undefined;
  /** The fields that step began from. */
  earlier: Fields | undefined;
  /** Longest stable explicit step, s. */
  explicit: number;
  balances: Heating['balances'];
}

/** A step of a length that was tried. */
export interface Attempt {
  readonly tried: Tried;
  /** How far it goes, 1 being the most that is accepted. */
  readonly reach: number;
  /** Takes it, as one that ends at a time (s). */
  readonly take: (time: number) => Pick<Moving, 'balances'> & { readonly fields: Fields };
}

// A step in which a cell warms by more than this (K) or boils by more than this share goes too far.
const WARMEST = 8;
const BOILING_MOST = 0.2;

/** Largest change of a temperature, K, and of a share of vapour. */
const changesOf = (now: Fields, { after }: Tried): Pick<ResidentTrial, 'warming' | 'boiling'> => {
  let [warming, boiling] = [0, 0];
  for (let cell = 0; cell < now.temperatures.length; cell++) {
    warming = Math.max(warming, Math.abs(after.temperatures[cell] - now.temperatures[cell]));
    boiling = Math.max(boiling, Math.abs(after.vapour[cell] - now.vapour[cell]));
  }
  return { warming, boiling };
};

/**
 * How far a step goes, 1 being the most that is accepted. Warming counts while current flows, as conductivity hangs on
 * it.
 */
const reachOf = (
  { warming, boiling }: Pick<ResidentTrial, 'warming' | 'boiling'>,
  isDriven: boolean,
): number => Math.max(isDriven ? warming / WARMEST : 0, boiling / BOILING_MOST);

/** Temperatures half a step on, K: those of a half step tried with the links at hand. */
const halfway = (
  { now, last, earlier, resident }: Moving,
  context: StepContext,
  duration: number,
): Float64Array => {
  if (resident === undefined) {
    return tryStep(context, now, duration / 2, last, earlier?.heat).after.temperatures;
  }
  const before = earlier === undefined ? undefined : last?.duration;
  tryResident(context, resident, now, { duration: duration / 2, before, slopes: last?.slopes });
  const { flow, reference } = resident.heat;
  return flow
    .next()
    .read()
    .map((rise) => reference + rise);
};

/** Lays links for temperatures (K); gives the longest stable explicit step, s. */
const linkedAt = ({ setting, resident }: Moving, caloric: Caloric, temperatures: Float64Array): number => {
  const explicit = refreshThermal(setting, caloric, temperatures);
  if (resident !== undefined) writeBase(resident, resident.sources);
  return explicit;
};

/** Where heat conductivities follow temperature, links are those of the middle of the step (heat.34). */
const linkedHalfway = (moving: Moving, context: StepContext, duration: number): StepContext => {
  if (!needsRefresh(moving.setting)) return context;
  const { caloric } = context;
  const begun = { ...context, explicit: linkedAt(moving, caloric, moving.now.temperatures) };
  return { ...context, explicit: linkedAt(moving, caloric, halfway(moving, begun, duration)) };
};

/** Tries a step of a length. Throws SolverFailed. */
export const attempt = (moving: Moving, given: StepContext, duration: number): Attempt => {
  const { now, last, earlier, resident, balances, setting } = moving;
  const context = linkedHalfway(moving, given, duration);
  if (resident !== undefined) {
    const before = earlier === undefined ? undefined : last?.duration;
    const tried = tryResident(context, resident, now, { duration, before, slopes: last?.slopes });
    const take = (time: number) => acceptResident(resident, tried, time, balances);
    return { tried, reach: reachOf(tried, context.isDriven), take };
  }
  const tried = tryStep(context, now, duration, last, earlier?.heat);
  const take = (time: number) => ({
    fields: { ...withDamage(context, now, tried.after), time },
    balances: accountOf(balances, setting, now, tried, context.sources),
  });
  return { tried, reach: reachOf(changesOf(now, tried), context.isDriven), take };
};

/** When the impedances of the step before and of this one say that a channel switches, s; Infinity where they do not. */
export const cutAhead = (
  { problem: { generator } }: Place,
  { now, last, earlier }: Moving,
  { tried }: Attempt,
): number => {
  if (generator === undefined || last === undefined || earlier === undefined) return Infinity;
  if (tried.output === undefined || last.resistances.length === 0) return Infinity;
  const before = { time: now.time - last.duration / 2, impedances: last.resistances };
  const here = { time: now.time + tried.duration / 2, impedances: tried.resistances };
  return cutOffAhead(generator, tried.output.state, before, here);
};

/** Links for the temperatures at hand. */
export const refreshedThermal = (moving: Moving, caloric: Caloric): number =>
  linkedAt(moving, caloric, moving.now.temperatures);

/** Fields in their place, with what steps them. */
export const settledIn = (
  { place, caloric }: Means,
  setting: Setting,
  fields: Fields,
): Pick<Moving, 'now' | 'resident' | 'explicit'> => {
  const explicit = refreshThermal(setting, caloric, fields.temperatures);
  const { kernels } = setting.heat;
  if (kernels === undefined) return { now: fields, resident: undefined, explicit };
  const resident = residentOf({ place, caloric }, setting, kernels, fields);
  return { now: fieldsAt(resident, fields.time), resident, explicit };
};

/** The same; what kernels then hold is not held twice, unless it is to be made anew. */
export const begunIn = (
  means: Means,
  setting: Setting,
  fields: Fields,
): Pick<Moving, 'now' | 'resident' | 'explicit'> => {
  const begun = settledIn(means, setting, fields);
  if (begun.resident !== undefined && !needsRefresh(setting)) letGo(setting.heat);
  return begun;
};

/** The same, or undefined where controls do not find what their probes should feel, as over a step that is too long. */
export const answeredAttempt = (
  moving: Moving,
  given: StepContext,
  duration: number,
): Attempt | undefined => {
  try {
    return attempt(moving, given, duration);
  } catch (error) {
    if (error instanceof SolverFailed && error.solver === controlName) return undefined;
    throw error;
  }
};
