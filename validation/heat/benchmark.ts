// Scores results for the RF needle benchmarks: `node validation/heat/benchmark.ts FILE`. With --own it writes ours from
// the committed verdicts and the comparison with peers. What is asked for and how is on docs/benchmarks/rf-needles.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const json = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'));
const beside = (name: string): unknown => json(new URL(name, import.meta.url));

const verdicts = z.object({
  engine: z.string(),
  verdicts: z.array(
    z.object({
      id: z.string(),
      cells: z.array(z.number()),
      checks: z.array(
        z.object({
          quantity: z.string(),
          value: z.number(),
          unit: z.string(),
          expected: z.string(),
          within: z.string(),
        }),
      ),
    }),
  ),
});

const pulses = z.record(
  z.string(),
  z.object({
    finest: z.string(),
    quantities: z.record(z.string(), z.object({ expected: z.string(), within: z.string() })),
  }),
);

const submission = z.strictObject({
  code: z.string(),
  version: z.string(),
  machine: z.string(),
  values: z.array(
    z.strictObject({
      id: z.string(),
      quantity: z.string(),
      value: z.number(),
      unit: z.string(),
      unknowns: z.number().optional(),
      seconds: z.number().optional(),
    }),
  ),
});

export type Submission = z.output<typeof submission>;

/** The problems of the page, in its order; all others are checks of our own. */
export const problems = [
  'two-spheres-1',
  'parallel-cylinders',
  'half-spheroid-1',
  'needle-single-1',
  'needle-pair-1',
  'needle-single-3',
  'needle-single-4',
  'array-chessboard',
  'array-rows',
  'impedance-skin-wet-1-mhz',
  'kohlrausch-needles',
  'uncooled-sphere',
  'coupled-radial-rising',
  'coupled-radial-boiling',
  'two-phase',
  'damage-pulse',
] as const;

export interface Reference {
  readonly id: string;
  readonly quantity: string;
  readonly expected: number;
  readonly unit: string;
  /** In `unit`. */
  readonly within: number;
}

const parts = (text: string): { readonly value: number; readonly unit: string } => {
  const [value = '', ...unit] = text.split(' ');
  return { value: Number(value), unit: unit.join(' ') };
};

const referenceOf = (
  id: string,
  quantity: string,
  texts: { expected: string; within: string },
): Reference => {
  const { value: expected, unit } = parts(texts.expected);
  const bound = parts(texts.within);
  const within = bound.unit === '%' ? Math.abs(expected * bound.value) / 100 : bound.value;
  return { id, quantity, expected, unit, within };
};

const isBalance = (quantity: string): boolean => quantity.startsWith('balance');

const solved = () => verdicts.parse(beside('verdicts.json'));
const pulseReferences = () => pulses.parse(beside('peers/converged.json'));

/** What is to be met: each quantity of each problem with its bound. */
export const references = (): Reference[] => [
  ...solved()
    .verdicts.filter(({ id }) => problems.some((each) => each === id))
    .flatMap(({ id, checks }) =>
      checks
        .filter(({ quantity }) => !isBalance(quantity))
        .map((each) => referenceOf(id, each.quantity, each)),
    ),
  ...Object.entries(pulseReferences()).flatMap(([id, { quantities }]) =>
    Object.entries(quantities).map(([quantity, texts]) => referenceOf(id, quantity, texts)),
  ),
];

/** A reference with the share of its bound that a submission uses; undefined where it gives no value. */
export interface Score extends Reference {
  readonly value: number | undefined;
  readonly used: number | undefined;
}

/** Throws where a value has another unit than its reference, or belongs to none. */
export const scoresOf = (given: unknown): Score[] => {
  const { values } = submission.parse(given);
  const all = references();
  const unknown = values.find(
    ({ id, quantity, unit }) =>
      !all.some((each) => each.id === id && each.quantity === quantity && each.unit === unit),
  );
  if (unknown !== undefined)
    throw new RangeError(
      `${unknown.id}, ${unknown.quantity} in "${unknown.unit}" is no quantity of the benchmarks`,
    );
  return all.map((each) => {
    const value = values.find(({ id, quantity }) => id === each.id && quantity === each.quantity)?.value;
    const used = value === undefined ? undefined : Math.abs(value - each.expected) / each.within;
    return { ...each, value, used };
  });
};

const measures = z.object({ unknowns: z.number(), processor: z.number() }).catchall(z.unknown());
const compared = z.object({
  machine: z.string(),
  pulses: z.record(z.string(), z.array(measures.and(z.object({ code: z.string(), of: z.string() })))),
});

const pulseScale: Readonly<Record<string, number>> = { conductance: 1e3, energy: 1e3, volume: 1e9, peak: 1 };

const ownPulses = (): Submission['values'] => {
  const { pulses: rows } = compared.parse(beside('peers/results.json'));
  return Object.entries(pulseReferences()).flatMap(([id, { finest, quantities }]) => {
    const row = rows[id.replace('pulse-', '')]?.find(({ code, of }) => code === 'Percuta' && of === finest);
    return Object.entries(quantities).flatMap(([quantity, { expected }]) => {
      const value = Number(row?.[quantity]) * (pulseScale[quantity] ?? 1);
      if (row === undefined || !Number.isFinite(value)) return [];
      const { unit } = parts(expected);
      const rounded = Number(value.toPrecision(6));
      return [{ id, quantity, value: rounded, unit, unknowns: row.unknowns, seconds: row.processor / 1000 }];
    });
  });
};

/** Our own results, from what is committed beside this file. */
export const ownSubmission = (): Submission => {
  const { engine, verdicts: own } = solved();
  const { machine } = compared.parse(beside('peers/results.json'));
  const values = own
    .filter(({ id }) => problems.some((each) => each === id))
    .flatMap(({ id, cells, checks }) =>
      checks
        .filter(({ quantity }) => !isBalance(quantity))
        .map(({ quantity, value, unit }) => ({
          id,
          quantity,
          value,
          unit,
          unknowns: cells.reduce((product, count) => product * count, 1),
        })),
    );
  return { code: 'Percuta', version: engine, machine, values: [...values, ...ownPulses()] };
};

const ownFile = new URL('../../docs/benchmarks/results/percuta.json', import.meta.url);

const lineOf = ({ id, quantity, expected, unit, value, used }: Score): string =>
  used === undefined
    ? `no value  ${id}: ${quantity}`
    : `${used <= 1 ? 'holds ' : 'MISSES'} ${`${Math.round(100 * used)} %`.padStart(6)} of its bound  ${id}: ${quantity} ${value} ${unit}, reference ${expected}`;

const main = (asked: string | undefined): void => {
  if (asked === undefined) throw new RangeError('say which file, or --own');
  if (asked === '--own') writeFileSync(ownFile, `${JSON.stringify(ownSubmission(), undefined, 1)}\n`);
  const scores = scoresOf(json(asked === '--own' ? ownFile : asked));
  const met = scores.filter(({ used }) => used !== undefined && used <= 1).length;
  process.stdout.write(`${scores.map(lineOf).join('\n')}\n${met} of ${scores.length} hold\n`);
};

if (process.argv[1] === import.meta.filename) main(process.argv[2]);
