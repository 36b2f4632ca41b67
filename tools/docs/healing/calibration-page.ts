import { quantiles } from '@percuta/numerics';
import { fromSI } from '@percuta/quantity';
import {
  acceptedDraws,
  calibrationRefused,
  calibrationTries,
} from '../../../packages/engine/src/heal/calibration/accepted-draws.ts';
import { jointValues } from '../../../packages/engine/src/heal/calibration/joint-draw.ts';
import {
  courseConditions,
  surfaceConditions,
} from '../../../packages/engine/src/heal/calibration/targets.ts';
import { valuesAtDraw } from '../../../packages/engine/src/heal/ensemble/draw-values.ts';
import { healParameters, type HealValues } from '../../../packages/engine/src/heal/heal-stage.ts';
import { brokenGain } from '../../../packages/engine/src/heal/stability/broken-rule.ts';
import { page, table } from '../markdown.ts';

/** Draws of the prior to compare with; a seed of their own. */
const priorCount = 1000;
const priorSeed = 1;
const shares = [0.1, 0.5, 0.9];
/** Kolmogorov and Smirnov: distances above c sqrt((n + m) / (n m)) arise by chance once in a thousand. */
const c = 1.95;

const names = Object.entries(healParameters)
  .filter(([, { spread }]) => spread.kind !== 'fixed')
  .map(([name]) => name);

type Row = ReadonlyMap<string, number>;

const rowOf = (values: HealValues): Row => new Map(Object.entries(values));

const columnOf = (rows: readonly Row[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => row.get(name) ?? NaN).sort();

const digits = (value: number): string => (value === Infinity ? 'any' : String(Number(value.toPrecision(3))));

const shareBelow = (sorted: Float64Array, value: number): number => {
  const above = sorted.findIndex((one) => one > value);
  return above < 0 ? 1 : above / sorted.length;
};

/** Largest distance between two distribution functions. */
const distance = (a: Float64Array, b: Float64Array): number =>
  Math.max(...[...a, ...b].map((value) => Math.abs(shareBelow(a, value) - shareBelow(b, value))));

interface Narrowing {
  readonly name: string;
  readonly ratio: number;
  readonly apart: number;
  readonly prior: readonly number[];
  readonly accepted: readonly number[];
}

const width = ([low = NaN, , high = NaN]: readonly number[]): number => high - low;

const narrowingOf = (name: string, prior: readonly Row[], accepted: readonly Row[]): Narrowing => {
  const columns = [columnOf(prior, name), columnOf(accepted, name)];
  const [before = [], after = []] = columns.map((column) => quantiles(column, shares));
  const [a = new Float64Array(), b = new Float64Array()] = columns;
  return { name, ratio: width(after) / width(before), apart: distance(a, b), prior: before, accepted: after };
};

const bandText = (name: string, band: readonly number[]): string => {
  const { unit } = Object.entries(healParameters).find(([key]) => key === name)?.[1] ?? { unit: '1' };
  const [low, median, high] = band.map((value) => digits(fromSI(value, unit)));
  return `${median} (${low} to ${high})${unit === '1' ? '' : ` ${unit}`}`;
};

const conditionRows = (): string[][] =>
  [...surfaceConditions, ...courseConditions].map(({ id, rows, unit, measured, low, high, why }) => {
    const read = quantiles(
      Float64Array.from(acceptedDraws, ({ readings }) => readings[id] ?? NaN),
      shares,
    );
    const [from, median, to] = read.map((value) => digits(fromSI(value, unit)));
    return [
      id,
      rows.join(', '),
      measured,
      `${digits(fromSI(low, unit))} to ${high === Infinity ? 'any' : digits(fromSI(high, unit))}`,
      `${median} (${from} to ${to})`,
      unit,
      String(calibrationRefused[id] ?? 0),
      why,
    ];
  });

const ruleRows = (): string[][] =>
  ['G_A', 'G_Y', 'RESOLVE', 'SOLVER'].map((rule) => [rule, String(calibrationRefused[rule] ?? 0)]);

const narrowed = (rows: readonly Narrowing[]): string =>
  table(
    [
      'parameter',
      'prior that keeps the gains: median (10 to 90 %)',
      'accepted: median (10 to 90 %)',
      'width, accepted over prior',
    ],
    rows.map(({ name, prior, accepted, ratio }) => [
      `\`${name}\``,
      bandText(name, prior),
      bandText(name, accepted),
      ratio.toFixed(2),
    ]),
  );

/** What calibration leaves of the spreads of healing. */
export const healingCalibrationPage = (): string => {
  const prior = Array.from({ length: priorCount }, (_, i) => valuesAtDraw(priorSeed, i, {}))
    .filter((values) => brokenGain(values) === undefined)
    .map(rowOf);
  const accepted = acceptedDraws.map((draw) => rowOf(jointValues(draw)));
  const all = names.map((name) => narrowingOf(name, prior, accepted));
  const { length: n } = accepted;
  const least = c * Math.sqrt((n + prior.length) / (n * prior.length));
  const moved = all.filter(({ apart }) => apart > least).sort((a, b) => b.apart - a.apart);
  const still = all.filter(({ apart }) => apart <= least);
  const share = ((100 * n) / calibrationTries.tissue).toPrecision(2);
  return page(
    'What calibration leaves of the spreads of healing',
    `${n} draws are accepted of ${calibrationTries.tissue} tries of the tissue (${share} %) and ` +
      `${calibrationTries.surface} of the surface. Method and windows: [plan](../../validation/heal/plan.md). ` +
      'A try is refused by the first condition it meets, so the counts depend on their order.',
    '## Conditions',
    table(
      [
        'condition',
        'records',
        'measured',
        'window',
        'accepted: median (10 to 90 %)',
        'unit',
        'refused',
        'why',
      ],
      conditionRows(),
    ),
    'Refused by the rules of stability (heal.11) and by a solver that found no answer:',
    table(['rule', 'refused'], ruleRows()),
    '## What the data move',
    `Parameters whose accepted draws differ from draws that keep the loop gains alone by more than chance does once in a ` +
      `thousand (Kolmogorov and Smirnov, distance above ${least.toFixed(2)}). Of ${names.length} parameters about ` +
      `${(names.length / 1000).toFixed(1)} would be listed by chance. A ratio above 1 means that the data prefer an end of the prior.`,
    narrowed(moved),
    '## What the data do not identify',
    `The other ${still.length} parameters keep their priors as far as these draws can tell; forecasts that hang on them are ` +
      'as wide as the prior.',
    still.map(({ name }) => `\`${name}\``).join(', '),
  );
};
