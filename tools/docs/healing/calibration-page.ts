import { quantiles } from '@percuta/numerics';
import { fromSI, toSI } from '@percuta/quantity';
import {
  acceptedDraws,
  calibrationRefused,
  calibrationTries,
} from '../../../packages/engine/src/heal/calibration/accepted-draws.ts';
import { jointValues } from '../../../packages/engine/src/heal/calibration/joint-draw.ts';
import { valuesAtDraw } from '../../../packages/engine/src/heal/ensemble/draw-values.ts';
import { healParameters, type HealValues } from '../../../packages/engine/src/heal/heal-stage.ts';
import { brokenGain } from '../../../packages/engine/src/heal/stability/broken-rule.ts';
import { conditionBands } from '../../../packages/engine/src/validation/heal/condition-bands.ts';
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

interface Populations {
  readonly prior: readonly Row[];
  /** Of the prior, those that keep the loop gains. */
  readonly stable: readonly Row[];
  readonly accepted: readonly Row[];
}

interface Narrowing {
  readonly name: string;
  /** Width between 10 and 90 %, accepted over prior. */
  readonly ratio: number;
  /** Largest distance of the accepted from those that keep the gains. */
  readonly apart: number;
  readonly prior: readonly number[];
  readonly stable: readonly number[];
  readonly accepted: readonly number[];
}

const width = ([low = NaN, , high = NaN]: readonly number[]): number => high - low;

const narrowingOf = (name: string, populations: Populations): Narrowing => {
  const { prior, stable, accepted } = populations;
  const bandOf = (rows: readonly Row[]): readonly number[] => quantiles(columnOf(rows, name), shares);
  return {
    name,
    ratio: width(bandOf(accepted)) / width(bandOf(prior)),
    apart: distance(columnOf(stable, name), columnOf(accepted, name)),
    prior: bandOf(prior),
    stable: bandOf(stable),
    accepted: bandOf(accepted),
  };
};

const bandText = (name: string, band: readonly number[]): string => {
  const { unit } = Object.entries(healParameters).find(([key]) => key === name)?.[1] ?? { unit: '1' };
  const [low, median, high] = band.map((value) => digits(fromSI(value, unit)));
  return `${median} (${low} to ${high})${unit === '1' ? '' : ` ${unit}`}`;
};

const conditionRows = (): string[][] =>
  conditionBands(shares).map(({ id, rows, unit, measured, low, high, why, read }) => {
    const [from, median, to] = read.map(digits);
    return [
      id,
      rows.join(', '),
      measured,
      `${digits(low)} to ${digits(high)}`,
      `${median} (${from} to ${to})`,
      unit,
      String(calibrationRefused[id] ?? 0),
      why,
    ];
  });

/** Windows that were narrower before tries were counted, and others that could be asked. */
const stricter = [
  { id: 'redness after a column', low: toSI(1, 'd') },
  { id: 'chaperone kept at 3 months', low: 0.5 },
  { id: 'chaperone kept at 3 months', low: 1 },
] as const;

const stricterRows = (): string[][] =>
  stricter.map(({ id, low }) => {
    const kept = acceptedDraws.filter(({ readings }) => (readings[id] ?? NaN) >= low).length;
    return [
      id,
      id.startsWith('redness') ? `at least ${fromSI(low, 'd')} d` : `at least ${low}`,
      `${kept} of ${acceptedDraws.length}`,
    ];
  });

const ruleRows = (): string[][] =>
  ['G_A', 'G_Y', 'RESOLVE', 'SOLVER'].map((rule) => [rule, String(calibrationRefused[rule] ?? 0)]);

const narrowed = (rows: readonly Narrowing[]): string =>
  table(
    [
      'parameter',
      'prior: median (10 to 90 %)',
      'prior that keeps the gains',
      'accepted',
      'width, accepted over prior',
      'distance',
    ],
    rows.map(({ name, prior, stable, accepted, ratio, apart }) => [
      `\`${name}\``,
      bandText(name, prior),
      bandText(name, stable),
      bandText(name, accepted),
      ratio.toFixed(2),
      apart.toFixed(2),
    ]),
  );

/** What calibration leaves of the spreads of healing. */
export const healingCalibrationPage = (): string => {
  const drawn = Array.from({ length: priorCount }, (_, i) => valuesAtDraw(priorSeed, i, {}));
  const prior = drawn.map(rowOf);
  const stable = drawn.filter((values) => brokenGain(values) === undefined).map(rowOf);
  const accepted = acceptedDraws.map((draw) => rowOf(jointValues(draw)));
  const all = names
    .map((name) => narrowingOf(name, { prior, stable, accepted }))
    .sort((a, b) => b.apart - a.apart);
  const { length: n } = accepted;
  const least = c * Math.sqrt((n + stable.length) / (n * stable.length));
  const moved = all.filter(({ apart }) => apart > least);
  const still = all.filter(({ apart }) => apart <= least);
  const share = ((100 * n) / calibrationTries.tissue).toPrecision(2);
  return page(
    'What calibration leaves of the spreads of healing',
    `${n} draws are accepted of ${calibrationTries.tissue} tries of the tissue (${share} %) and ` +
      `${calibrationTries.surface} of the surface, by \`node tools/run.mjs tools/heal/calibrate.ts --write\`. Method and windows: ` +
      '[plan](../../validation/heal/plan.md). A try is refused by the first condition it meets, so the counts depend on their order.',
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
    'Draws that would be left by windows that are narrower, the first of which was asked for at the start (plan, "What was changed"):',
    table(['condition', 'if asked', 'draws left'], stricterRows()),
    '## What the data move',
    `Prior: ${priorCount} draws; ${stable.length} keep the loop gains. Listed are the ${moved.length} of ${names.length} parameters whose accepted draws differ from ` +
      `those by more than chance does once in a thousand (Kolmogorov and Smirnov, distance above ${least.toFixed(2)}; about ` +
      `${(names.length / 1000).toFixed(1)} would be listed by chance). A width above 1 means that the data prefer an end of the prior. ` +
      'Parameters hang together in the accepted draws, which one width each does not show.',
    narrowed(moved),
    '## What the data do not identify',
    `The other ${still.length} parameters keep their priors as far as these draws can tell; forecasts that hang on them are ` +
      'as wide as the prior. Where the prior that keeps the gains is narrower than the prior, it is the rules of stability that narrow it.',
    narrowed(still),
  );
};
