import { integrateStiff, StepFailed, type StiffTally } from '@percuta/numerics';
import { NotConverged } from '../error.ts';
import { checkInput } from './check-input.ts';
import { papillaryLayers } from './geometry/papillary-layers.ts';
import { cellRadius } from './geometry/radial-cells.ts';
import { areaMean, tissueOf, type Tissue } from './geometry/tissue.ts';
import type { HealValues } from './heal-stage.ts';
import { injure, levelOut } from './injury/injure.ts';
import { checkThermalInjury } from './injury/thermal-injury.ts';
import { openedRadius, woundAt } from './injury/wound-at.ts';
import { healingSystem, restingField } from './integrate/healing-system.ts';
import { ratesOf, type Rates } from './rates.ts';
import type { Healing, HealInput, HealOptions } from './result/healing.ts';
import { outputTimes } from './result/output-times.ts';
import { createRecord, restOfAll } from './result/record.ts';
import { createRunner, type Running } from './result/recorder.ts';
import { indexOf } from './species/species-list.ts';
import { speciesIds } from './species/species.ts';
import { gapAfter } from './surface/epidermis.ts';

const width = speciesIds.length;
/** A state may come out this far below 0 before it is set to 0. */
const mostClamped = 1e-6;
/** Quadrature and integration leave the gain this far above a bound that it meets. */
const boundTolerance = 1e-5;
const relative = 2e-5;
const absolute = 1e-8;

/** The cells on which `heal` works for this density and these layers; damage by heat has to stand on them. */
export const healingGrid = (density: number, depths: Float64Array, values: HealValues): Tissue =>
  tissueOf(density > 0 ? cellRadius(density) : values.R_most, depths, values);

const collagenOf = (y: Float64Array, tissue: Tissue): Float64Array => {
  const kinds = [indexOf['C3'], indexOf['C1i'], indexOf['C1m']];
  const { count } = tissue.radial;
  const at = (place: number): number => kinds.reduce((sum, i) => sum + y[place * width + i], 0);
  return Float64Array.from({ length: tissue.layers }, (_, layer) =>
    areaMean(tissue, (k) => at(layer * count + k)),
  );
};

/** Sets what rounding has left below 0 to 0; throws NotConverged where it is more than rounding. */
const clamp = (y: Float64Array, time: number, tissue: Tissue): void => {
  y.forEach((value, i) => {
    if (value >= 0) return;
    if (value < -mostClamped) throw failure(i, time, tissue, `fell to ${value}`);
    y[i] = 0;
  });
};

const failure = (index: number, time: number, tissue: Tissue, what: string): NotConverged => {
  const place = Math.floor(index / width);
  const [ring, layer] = [place % tissue.radial.count, Math.floor(place / tissue.radial.count)];
  const species = speciesIds[index % width] ?? '';
  return new NotConverged('heal', `${species} in ring ${ring} of layer ${layer} ${what}`, time);
};

const checkBound = ({ balance, times, layers }: Pick<Healing, 'balance' | 'times' | 'layers'>): void => {
  balance.gain.forEach((gain, i) => {
    const bound = balance.bound[i];
    if (gain <= bound + boundTolerance) return;
    const text = `collagen gained ${gain} in layer ${i % layers}, above its bound ${bound}`;
    throw new NotConverged('heal', text, times[Math.floor(i / layers)]);
  });
};

/** The course from one session to the next, or to the end. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const stretchesOf = ({ sessions, duration }: HealInput): Stretch[] =>
  sessions.map((from, i) => ({ from, to: sessions[i + 1] ?? duration }));

interface Course {
  readonly input: HealInput;
  readonly tissue: Tissue;
  readonly p: Rates;
  readonly options: HealOptions;
  readonly y: Float64Array;
  readonly running: Running;
  readonly cut: Float64Array;
  readonly tally: StiffTally;
}

const isPierced = ({ density, thermal }: HealInput): boolean =>
  density > 0 || thermal.cell.some((omega) => omega > 0) || thermal.collagen.some((omega) => omega > 0);

/** (heal.6, heal.7) One session: level out what earlier ones left, then cut. */
const treat = (course: Course, { from }: Stretch, before: Stretch | undefined): void => {
  const { input, tissue, p, y, running, cut } = course;
  if (!isPierced(input)) return;
  if (before !== undefined) levelOut(y, tissue);
  const whole = collagenOf(y, tissue);
  injure(y, tissue, woundAt(input, tissue, p), p);
  const left = collagenOf(y, tissue);
  cut.forEach((_, layer) => (cut[layer] = cut[layer] + whole[layer] - left[layer]));
  const { epidermis } = running;
  const open = before === undefined ? 0 : gapAfter(epidermis.opened, from - before.from, p);
  running.epidermis = { ...epidermis, opened: Math.max(open, openedRadius(input, tissue)) };
};

type Record = ReturnType<typeof createRecord>;

const integrate = (course: Course, { from, to }: Stretch, times: Float64Array, record: Record): void => {
  const { tissue, p, y, running, cut, options, tally } = course;
  const system = healingSystem(tissue, p);
  const run = createRunner(tissue, papillaryLayers(tissue.depths, p.z_pap), p);
  const moment = new Float64Array(system.size);
  let next = 1;
  record.keep({ time: from, sinceSession: 0, y, cut, running });
  const tolerances = { relative: options.relative ?? relative, absolute: options.absolute ?? absolute };
  const { end, tally: spent } = integrateStiff(system, y, to - from, tolerances, (step) => {
    options.signal?.throwIfAborted();
    let at = step.from;
    for (; next < times.length && (times[next] ?? Infinity) <= step.to; next += 1) {
      const time = times[next] ?? step.to;
      run(running, { ...step, from: at, to: time });
      at = time;
      step.at(time, moment);
      clamp(moment, from + time, tissue);
      record.keep({ time: from + time, sinceSession: time, y: moment, cut, running });
    }
    if (at < step.to) run(running, { ...step, from: at });
  });
  clamp(end, to, tissue);
  y.set(end);
  tally.steps += spent.steps;
  tally.rejected += spent.rejected;
  tally.rates += spent.rates;
  tally.jacobians += spent.jacobians;
  tally.factors += spent.factors;
};

const begin = (input: HealInput, tissue: Tissue, p: Rates, options: HealOptions): Course => ({
  input,
  tissue,
  p,
  options,
  y: restingField(tissue, p),
  running: {
    surplus: new Float64Array(tissue.layers),
    crossLinks: new Float64Array(tissue.layers).fill(p.k_hhl / (p.k_hhl + p.p1)),
    epidermis: { opened: 0, thickness: 1, melanin: 0 },
  },
  cut: new Float64Array(tissue.layers),
  tally: { steps: 0, rejected: 0, rates: 0, jacobians: 0, factors: 0 },
});

/**
 * Heals one zone: the wound of every session, and what follows from it in every ring and layer of the unit cell
 * (heal.1 to heal.9), until the end of the course. Throws BadInput and OutsideModel for an input that cannot be, and
 * NotConverged, with time, place and species, where no step passes.
 */
export const heal = (input: HealInput, values: HealValues, options: HealOptions = {}): Healing => {
  checkInput(input, values);
  const tissue = healingGrid(input.density, input.depths, values);
  checkThermalInjury(input.thermal, tissue);
  const p = ratesOf(values, input.place);
  const stretches = stretchesOf(input);
  const times = stretches.map(({ from, to }) => outputTimes(to - from));
  // The end of a stretch is the moment before the next session, which takes its place.
  const kept = times.map((own, i) => (i + 1 < times.length ? own.slice(0, -1) : own));
  const count = kept.reduce((sum, own) => sum + own.length, 0);
  const record = createRecord(tissue, count, p, options.keepsFields ?? false);
  const course = begin(input, tissue, p, options);
  stretches.forEach((stretch, i) => {
    treat(course, stretch, stretches[i - 1]);
    try {
      integrate(course, stretch, kept[i] ?? new Float64Array(), record);
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      throw failure(
        error.index,
        stretch.from + error.time,
        tissue,
        `did not settle at a step of ${error.step} s`,
      );
    }
  });
  const healing = {
    depths: tissue.depths,
    layers: tissue.layers,
    papillary: papillaryLayers(tissue.depths, p.z_pap),
    radii: tissue.radial.edges,
    sessions: input.sessions,
    ...record.series,
    rest: restOfAll(p),
    fields: record.fields,
    cost: course.tally,
  };
  checkBound(healing);
  return healing;
};
