// How far levelling out between sessions errs over draws, densities and courses (README), and the term that bands get.
//   node validation/heal/closure/scan.ts     writes packages/evidence/data/calibrations/healing-closure.json
import { writeFileSync } from 'node:fs';
import { integrateStiff, quantiles } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { healingTolerance } from '../../../packages/engine/src/heal/course/tolerance.ts';
import { calibratedValues } from '../../../packages/engine/src/heal/ensemble/draw.ts';
import { restingField } from '../../../packages/engine/src/heal/integrate/healing-system.ts';
import { normalPlace } from '../../../packages/engine/src/heal/place.ts';
import { ratesOf } from '../../../packages/engine/src/heal/rates.ts';
import { indexOf } from '../../../packages/engine/src/heal/species/species-list.ts';
import { channelsOf, cutChannels, levelPatch, patchMean, patchOf, patchSystem } from './tissue-patch.ts';

const target = new URL('../../../packages/evidence/data/calibrations/healing-closure.json', import.meta.url);
const cells = 20;
const gap = toSI(50, 'um');
const channelsInPatch = 4;
/** Days after a session at which its error is kept. */
const after = [7, 14, 28, 56, 84, 112, 152, 212, 337];
const quantities: Readonly<Record<string, readonly string[]>> = {
  collagen: ['C3', 'C1i', 'C1m'],
  'collagen I': ['C1i', 'C1m'],
  'collagen III': ['C3'],
  elastin: ['E'],
  hyaluronan: ['H'],
  water: ['W'],
  fibroblasts: ['F'],
  macrophages: ['M1', 'M2'],
};
const names = Object.keys(quantities);

interface Course {
  readonly draw: number;
  /** 1/m². */
  readonly density: number;
  /** Days. */
  readonly sessions: readonly number[];
  readonly kept: readonly number[];
}

const read = (y: Float64Array): number[] =>
  names.map((name) => (quantities[name] ?? []).reduce((sum, id) => sum + patchMean(y, indexOf[id] ?? 0), 0));

/** Area means at the times kept, and the collagen that each session cuts. */
const follow = ({ draw, density, sessions, kept }: Course, isLevelled: boolean) => {
  const p = ratesOf(calibratedValues(draw, {}), normalPlace);
  const side = Math.sqrt(channelsInPatch / density);
  const tissue = patchOf(side, cells);
  const system = patchSystem(tissue, p);
  const means: number[][] = [];
  let y = restingField(tissue, p);
  const cuts = sessions.map((day, i) => {
    if (isLevelled && i > 0) levelPatch(y);
    const [whole = 0] = read(y);
    cutChannels(y, tissue, { channels: channelsOf(100 * draw + i, channelsInPatch, side), gap, p });
    const [left = 0] = read(y);
    const until = sessions[i + 1] ?? kept.at(-1) ?? day;
    const times = kept.filter((time) => time > day && time <= until).map((time) => toSI(time - day, 'days'));
    const field = new Float64Array(y.length);
    let next = 0;
    y = integrateStiff(system, y, toSI(until - day, 'days'), healingTolerance, (step) => {
      for (; next < times.length && (times[next] ?? 0) <= step.to; next += 1) {
        step.at(times[next] ?? 0, field);
        means.push(read(field));
      }
    }).end;
    return whole - left;
  });
  return { means, cuts };
};

/** What levelling out leaves away at each time, [times][quantities], and what later sessions cut. */
const errorsOf = (course: Course) => {
  const [explicit, levelled] = [follow(course, false), follow(course, true)];
  process.stderr.write('.');
  return {
    errors: explicit.means.map((row, t) => row.map((value, q) => value - (levelled.means[t]?.[q] ?? 0))),
    cuts: levelled.cuts,
  };
};

const [low, high] = [0.1, 0.9];
const digits = 3;
const rounded = (value: number): number => Number(value.toPrecision(digits));

// The error of one session over what it cut: two sessions, so that only the second finds a pattern.
const densities = [200, 800].map((perSquareCentimetre) => toSI(perSquareCentimetre, '1/cm2'));
const pairs = densities.flatMap((density) =>
  Array.from({ length: 20 }, (_, k) => ({
    draw: 10 * k,
    density,
    sessions: [0, 28],
    kept: after.map((time) => 28 + time),
  })),
);
const found = pairs.map(errorsOf);
const termOf = (q: number, share: number): number[] =>
  after.map((_, t) => {
    const ratios = found.map(({ errors, cuts }) => (errors[t]?.[q] ?? 0) / (cuts[1] ?? Number.NaN));
    return rounded(quantiles(Float64Array.from(ratios), [share])[0] ?? 0);
  });
const terms = Object.fromEntries(
  names.map((name, q) => [name, { low: termOf(q, low), high: termOf(q, high) }]),
);

// Four sessions, whose errors the sum of those terms has to hold.
const interpolated = (values: readonly number[], time: number): number => {
  if (time <= 0) return 0;
  const i = after.findIndex((one) => one >= time);
  if (i < 0) return values.at(-1) ?? 0;
  const [from, until] = [after[i - 1] ?? 0, after[i] ?? 0];
  const [a, b] = [i === 0 ? 0 : (values[i - 1] ?? 0), values[i] ?? 0];
  return a + ((b - a) * (time - from)) / (until - from);
};
const four = [0, 28, 56, 84];
const kept = [91, 112, 140, 180, 270, 365];
const courses = Array.from({ length: 20 }, (_, k) => ({
  draw: 10 * k + 5,
  density: toSI(200, '1/cm2'),
  sessions: four,
  kept,
}));
const judged = courses.map(errorsOf);
const summed = (values: readonly number[], cuts: readonly number[], time: number): number =>
  four.reduce((sum, day, i) => (i === 0 ? sum : sum + (cuts[i] ?? 0) * interpolated(values, time - day)), 0);
const held = Object.fromEntries(
  names.map((name, q) => [
    name,
    kept.map((time, t) => {
      const term = terms[name];
      const inside = judged.filter(({ errors, cuts }) => {
        const error = errors[t]?.[q] ?? 0;
        return (
          term !== undefined &&
          error >= summed(term.low, cuts, time) &&
          error <= summed(term.high, cuts, time)
        );
      });
      return inside.length / judged.length;
    }),
  ]),
);
const collagen = judged.flatMap(({ errors }) => errors.map((row) => row[0] ?? 0));
const result = {
  what: 'error of levelling out after a session over the collagen that the session cuts, area means',
  measured_by: 'validation/heal/closure/scan.ts',
  courses: `${pairs.length} of two sessions: 20 calibrated draws at 200 and 800 channels/cm2, gaps of 50 um radius`,
  shares: [low, high],
  days_after_the_session: after,
  terms,
  four_sessions: {
    courses: courses.length,
    days: kept,
    share_held: held,
    collagen_error: { least: rounded(Math.min(...collagen)), most: rounded(Math.max(...collagen)) },
  },
};
writeFileSync(target, `${JSON.stringify(result, null, 2)}\n`);
