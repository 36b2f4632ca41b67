import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHeatMeasurements } from '@percuta/engine';
import { predictionBands, standAlone, type PredictedRow } from '@percuta/figures';
import { z } from 'zod';
import { root } from '../../sources.ts';
import { page, table } from '../markdown.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'validation', 'heat', name), 'utf8'));

const band = z.object({ level: z.number(), low: z.number(), high: z.number(), holds: z.boolean() });

const comparison = z.object({
  id: z.string(),
  use: z.string(),
  quantity: z.string(),
  unit: z.string(),
  measured: z.string(),
  median: z.number().optional(),
  bands: z.array(band),
  agree: z.number().optional(),
  draws: z.number(),
  refused: z.number(),
  because: z.string().optional(),
});

const predictions = z.object({
  engine: z.string(),
  draws: z.number(),
  cases: z.array(z.object({ comparisons: z.array(comparison) })),
});

type Comparison = z.output<typeof comparison>;
type Measurements = ReturnType<typeof readHeatMeasurements>;

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const bandText = ({ bands }: Comparison, level: number): string => {
  const found = bands.find((each) => each.level === level);
  if (found === undefined) return '';
  return `${found.low} to ${found.high}${found.holds ? '' : ' **misses**'}`;
};

const drawsText = ({ draws, refused }: Comparison): string =>
  refused === 0 ? String(draws) : `${draws}, ${refused} refused`;

const scoredRow = (each: Comparison): string[] => [
  each.id,
  each.quantity,
  each.measured,
  `${each.median ?? 'none'} ${each.unit}`.trim(),
  bandText(each, 0.5),
  bandText(each, 0.8),
  bandText(each, 0.95),
  drawsText(each),
];

const heads = ['record', 'quantity', 'measured', 'median', '50 %', '80 %', '95 %', 'draws'];

const agreedRow = (each: Comparison): string[] => [
  each.id,
  each.quantity,
  each.measured,
  `${each.median ?? 'none'} ${each.unit}`.trim(),
  percent(each.agree ?? 0),
  drawsText(each),
];

const isScored = ({ bands }: Comparison): boolean => bands.length > 0;

/** Rows of a record with what was measured, which the comparison holds as text. */
const rowsOf = (comparisons: readonly Comparison[], { records }: Measurements): PredictedRow[] =>
  comparisons.filter(isScored).flatMap(({ id, median, bands }) => {
    const measured = records.find((each) => each.id === id)?.measured[0]?.value;
    return measured === undefined || median === undefined ? [] : [{ label: id, measured, median, bands }];
  });

/** Predicted bands of every scored record over what was measured. */
export const heatValidationFigure = (): string => {
  const { comparisons } = predicted();
  const rows = rowsOf(comparisons, readHeatMeasurements(json('measurements.json')));
  return standAlone(
    predictionBands({ title: 'Heat: predicted and measured', rows }, { id: 'heat-validation', width: 560 }),
  );
};

const levels = [0.5, 0.8, 0.95];

/** Of the values that are scored, those that each band holds. */
const coverageTable = (comparisons: readonly Comparison[]): string => {
  const scored = comparisons.filter((each) => each.use === 'validation' && isScored(each));
  const held = (level: number) =>
    scored.filter(({ bands }) => bands.some((each) => each.level === level && each.holds)).length;
  return table(
    ['band', 'holds', 'of'],
    levels.map((level) => [percent(level), String(held(level)), String(scored.length)]),
  );
};

const notSimulatedTable = ({ records }: Measurements): string =>
  table(
    ['record', 'lacks'],
    records.flatMap(({ id, lacks }) => (lacks === undefined ? [] : [[id, lacks.join('; ')]])),
  );

const predicted = () => {
  const { cases, ...rest } = predictions.parse(json('predictions.json'));
  return { ...rest, comparisons: cases.flatMap(({ comparisons }) => comparisons) };
};

const findings = (): string =>
  readFileSync(join(root, 'validation', 'heat', 'findings.md'), 'utf8')
    .replace(/^# .*\n+/, '')
    .trimEnd();

/** Validation of heat: predicted bands beside measured values, coverage, findings, and what cannot be simulated. */
export const heatValidationPage = (): string => {
  const { engine, draws, comparisons } = predicted();
  const scored = (use: string) => comparisons.filter((each) => each.use === use && isScored(each));
  const agreed = comparisons.filter(({ agree }) => agree !== undefined);
  return page(
    'Validation of heat',
    'Made from `validation/heat/predictions.json`, which `node validation/heat/run.ts predictions` writes; `./percuta validate heat` predicts the same records with fewer draws. Which records count for what was [written down](../../validation/heat/plan.md) before any was simulated.',
    `Engine ${engine}, up to ${draws} draws of what each record leaves open. No parameter was fitted to any of these records. The one calibration, of collagen kinetics, took COL-1 and COL-2, which are not scored.`,
    '![Predicted bands over what was measured](heat-validation.svg)',
    '## Coverage',
    coverageTable(comparisons),
    'Values of one study are not independent: COS-1 to COS-6 are one series of lesions, HAE-1 and HAE-2 one experiment.',
    '## Values',
    table(heads, scored('validation').map(scoredRow)),
    '## Bounds, orders, presence',
    table(
      ['record', 'what is compared', 'measured', 'median of the simulated', 'draws that agree', 'draws'],
      agreed.map(agreedRow),
    ),
    '## Smoke tests',
    'Recalled threshold times of burns: only their order of magnitude counts.',
    table(heads, scored('smoke test').map(scoredRow)),
    findings(),
    '## Cannot be simulated',
    notSimulatedTable(readHeatMeasurements(json('measurements.json'))),
  );
};
