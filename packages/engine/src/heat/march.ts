import type { Heating } from './heating.ts';
import type { HeatProblem } from './problem/heat-problem.ts';
import { heed, type Watch } from './watch.ts';
import { noBalances } from './march/balance.ts';
import { carriedOver, initialFields } from './march/begin.ts';
import { meansOf, sourcesAt } from './march/means.ts';
import type { Means } from './march/means.ts';
import type { Driver } from './march/driver.ts';
import { answeredAttempt, attempt, begunIn, cutAhead, refreshedThermal } from './march/moving.ts';
import type { Attempt, Moving } from './march/moving.ts';
import { emptyRecord, recordOutputs, recordStep } from './output/recorder.ts';
import { probeTemperature } from './output/probe-temperature.ts';
import type { Schedule } from './march/schedule.ts';
import { settingOf } from './march/setting.ts';
import type { Setting, Start } from './march/setting.ts';
import type { Place } from './grid/place.ts';
import { isSettled } from './march/settled.ts';
import { needsRefresh } from './march/step.ts';
import type { StepContext, Tolerances } from './march/step.ts';

/** How far a run has come. */
interface Journey extends Moving {
  lastJump: number;
  /** Longest step that temperatures allowed. */
  trusted: number;
  steps: number;
  rejected: number;
  solves: number;
  iterations: number;
}

// A step that follows one that went too far or far is as long as one that goes as far as `AIM` of the most.
const AIM = 4 / 5;
const SHORTEST_RETRY = 1 / 10;
const SHORTEST_SHARE = 1e-7;
// A step that ends this near to where a cut-off is met is not tried again.
const NEAR_CUT = 0.98;
// First step after a switch by impedance, which is judged in its middle, over what a jump by the clock begins with.
const FIRST_OF_SWITCHED = 1 / 25;
// What a step may be longer than the one before; less where heat at a point spreads, so that errors stay even.
const GROWTH = 1.5;
const SHARP_GROWTH = 1.1;

// Of production, and of the runs in f64 that it is held against. Heat lies off by about twice the first as a share of all,
// and by more where there is little; conductances by its square.
const productionTolerances: Tolerances = { potential: 1e-4, conductivity: 1e-4 };
const fineTolerances: Tolerances = { potential: 1e-6, conductivity: 1e-4 };

const lengthOf = (schedule: Schedule, journey: Journey): number => {
  const { time } = journey.now;
  const stop = schedule.stops.find((each) => each > time * (1 + 1e-12) + 1e-15) ?? time;
  const rest = stop - time;
  const longest = Math.min(schedule.longest(time, time - journey.lastJump), journey.trusted);
  // A rest that is hardly longer than a step is not left over as a sliver.
  return rest / Math.max(1, Math.ceil(rest / longest - 1e-6));
};

const contextOf = (
  { place, caloric, driver, sourceFields, tolerances }: Means,
  journey: Journey,
): StepContext => ({
  place,
  setting: journey.setting,
  caloric,
  driver,
  temperatureOf: probeTemperature(place, journey.setting),
  sources: sourcesAt(place, sourceFields, journey.now.time),
  tolerances,
  isDriven: driver.isOn(journey.now.time),
  explicit: journey.explicit,
});

// Of a step whose controls found no answer.
const RETRY_UNANSWERED = 1 / 4;

/** Has the impedance switched a channel off or on again since the step before? */
const hasSwitched = ({ last, earlier }: Journey, { tried }: Attempt): boolean => {
  if (last?.output === undefined || earlier === undefined) return false;
  const before = last.output.state;
  return tried.output?.state.some(({ isCut }, c) => isCut !== before[c]?.isCut) ?? false;
};

/** What follows a jump does not go on from what was before. */
const begunAfresh = (journey: Journey): void => {
  journey.lastJump = journey.now.time;
  journey.last = journey.last === undefined ? undefined : { ...journey.last, duration: 0 };
  journey.earlier = undefined;
};

/** Tries steps, each as much shorter as the one before went too far, until one changes little enough. */
const acceptedStep = (means: Means, journey: Journey, context: StepContext) => {
  const { now } = journey;
  let duration = lengthOf(means.schedule, journey);
  const shortest = duration * SHORTEST_SHARE;
  for (;;) {
    const step =
      duration > shortest ? answeredAttempt(journey, context, duration) : attempt(journey, context, duration);
    if (step === undefined) {
      journey.rejected++;
      duration *= RETRY_UNANSWERED;
      journey.trusted = duration;
      continue;
    }
    if (hasSwitched(journey, step)) {
      begunAfresh(journey);
      journey.trusted = lengthOf(means.schedule, journey) * FIRST_OF_SWITCHED;
      duration = lengthOf(means.schedule, journey);
      continue;
    }
    const { tried, reach } = step;
    const until = (tried.output?.until ?? Infinity) - now.time;
    if (until > 0 && until < duration * (1 - 1e-9)) {
      duration = until;
      continue;
    }
    const cut = cutAhead(means.place, journey, step) - now.time;
    if (cut > shortest && cut < duration * NEAR_CUT) {
      duration = cut;
      continue;
    }
    if (duration < shortest || reach <= 1) return step;
    journey.rejected++;
    journey.iterations += tried.iterations;
    journey.solves += tried.solves;
    duration *= Math.min(0.5, Math.max(SHORTEST_RETRY, AIM / reach));
    journey.trusted = duration;
  }
};

/** Puts new electrodes in where they move at this time, and begins afresh after a jump. */
const afterStop = (means: Means, journey: Journey): void => {
  const { place, caloric, schedule } = means;
  const { time } = journey.now;
  if (!schedule.jumps.has(time)) return;
  begunAfresh(journey);
  const move = place.problem.moves.find(({ at }) => at === time);
  if (move === undefined) return;
  const setting = settingOf(place, move.electrodes);
  const now = carriedOver(place, caloric, journey.setting, setting, journey.now);
  journey.last = undefined;
  journey.setting = setting;
  Object.assign(journey, begunIn(means, setting, now));
};

/** A time that rounding has set beside a stop is the stop. */
const snapped = ({ stops }: Schedule, time: number, duration: number): number =>
  stops.find((stop) => Math.abs(stop - time) < 1e-6 * duration) ?? time;

const settle = (means: Means, journey: Journey, context: StepContext, { tried, take }: Attempt): void => {
  const { setting } = journey;
  const { fields, balances } = take(snapped(means.schedule, tried.after.time, tried.duration));
  journey.balances = balances;
  journey.earlier = journey.now;
  journey.now = fields;
  journey.last = tried;
  const growth = isSharp(means.place.problem) ? SHARP_GROWTH : GROWTH;
  journey.trusted = Math.max(journey.trusted, tried.duration) * growth;
  journey.steps++;
  journey.iterations += tried.iterations;
  journey.solves += tried.solves;
  if (needsRefresh(setting)) journey.explicit = refreshedThermal(journey, context.caloric);
};

/** Times of the end: never before `least`, never after `most`. */
const endOf = (
  { problem }: Place,
  driver: Driver,
): { readonly least: number; readonly most: number; readonly growth: number } => {
  const { end } = problem;
  if (end.kind === 'time') return { least: end.at, most: end.at, growth: 0 };
  const last = Math.max(0, ...driver.edges, ...problem.sources.flatMap(({ on }) => on.map(({ to }) => to)));
  if (end.kind !== 'settled') return { least: 0, most: 0, growth: 0 };
  return { least: last + end.least, most: last + end.most, growth: end.growth };
};

/** Follows a heat problem in time. Throws SolverFailed where a potential does not converge. */
export const march = (
  start: Start,
  driver: Driver,
  watch: Watch,
  tolerances: Tolerances = start.place.build === 'f32' ? productionTolerances : fineTolerances,
): Heating => {
  const { place } = start;
  const { problem, grid } = place;
  const { least, most, growth } = endOf(place, driver);
  const means = meansOf(place, driver, { ends: [least, most], tolerances });
  const journey = startOf(means, start.setting);
  const record = emptyRecord(problem);
  recordOutputs(
    record,
    problem,
    grid,
    { fields: journey.now, tried: undefined, setting: journey.setting },
    false,
  );
  watch.seen?.({ ...journey.now, metal: journey.setting.embedding.metal });
  heed(watch, 0);
  for (let isEnd = false; !isEnd;) {
    takeStep(means, journey);
    const { time } = journey.now;
    isEnd =
      time >= most * (1 - 1e-12) ||
      (time >= least * (1 - 1e-12) && isSettled(problem, journey.now, time - journey.lastJump, growth));
    const shown = { fields: journey.now, tried: journey.last, setting: journey.setting };
    recordStep(record, grid, shown);
    recordOutputs(record, problem, grid, shown, isEnd);
    watch.seen?.({ ...journey.now, metal: journey.setting.embedding.metal });
    heed(watch, Math.round((1000 * time) / most));
    if (!isEnd) afterStop(means, journey);
  }
  const { steps, rejected, solves, iterations } = journey;
  const cells = [grid.x.count, grid.y.count, grid.z.count] as const;
  const effort = { cells, steps, rejected, solves, iterations };
  return { grid, ...record, resistances: [], histories: [], balances: journey.balances, effort };
};

// Explicit steps that the first step may be long where heat lies or comes in at a point: the scheme damps what is
// that sharp too little in longer ones.
const FIRST_OF_SHARP = 10;

const isSharp = ({ sources, initial }: HeatProblem): boolean =>
  initial.blobs.some(({ kind }) => kind === 'energy') ||
  sources.some(({ kind }) => kind === 'point' || kind === 'line' || kind === 'plane');

const startOf = (means: Means, setting: Setting): Journey => {
  const { place, caloric } = means;
  const { now, resident, explicit } = begunIn(means, setting, initialFields(place, caloric, setting));
  return {
    setting,
    now,
    resident,
    last: undefined,
    earlier: undefined,
    lastJump: 0,
    trusted: isSharp(place.problem) ? FIRST_OF_SHARP * explicit : Infinity,
    explicit,
    balances: noBalances,
    steps: 0,
    rejected: 0,
    solves: 0,
    iterations: 0,
  };
};

const takeStep = (means: Means, journey: Journey): void => {
  const context = contextOf(means, journey);
  const step = acceptedStep(means, journey, context);
  const { tried, reach } = step;
  if (tried.output !== undefined) means.driver.accept(tried.output, tried.duration);
  settle(means, journey, context, step);
  journey.trusted = Math.min(journey.trusted, (tried.duration * AIM) / reach);
};
