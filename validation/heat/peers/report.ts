// Writes docs/benchmarks/heat-peers.md from the results of compare.ts and native/compare.ts: `node report.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const row = z.looseObject({
  code: z.string(),
  of: z.string(),
  unknowns: z.number(),
  processor: z.number(),
  wall: z.number(),
});
const pulseRow = row.extend({
  conductance: z.number(),
  energy: z.number(),
  volume: z.number(),
  peak: z.number(),
});
const potentialRow = row.extend({ iterations: z.number(), setup: z.number().optional() });

const results = z.object({
  machine: z.string(),
  versions: z.string(),
  rounds: z.number(),
  potentials: z.record(z.string(), z.array(potentialRow)),
  pulses: z.record(z.string(), z.array(pulseRow)),
});

const converged = z.record(
  z.string(),
  z.object({ from: z.string(), quantities: z.record(z.string(), z.object({ expected: z.string() })) }),
);

const native = z.object({
  versions: z.string(),
  cells: z.number(),
  rounds: z.number(),
  results: z.array(
    z.object({
      kernel: z.string(),
      name: z.string(),
      microseconds: z.number(),
      ratio: z.number(),
      sameBits: z.boolean(),
    }),
  ),
});

type PulseRow = z.output<typeof pulseRow>;
type Converged = z.output<typeof converged>[string];

const scale = { conductance: 1e3, energy: 1e3, volume: 1e9, peak: 1 } as const;
type Quantity = keyof typeof scale;

const referenceOf = ({ quantities }: Converged, quantity: Quantity): number =>
  Number.parseFloat(quantities[quantity]?.expected ?? 'NaN') / scale[quantity];

const errorOf = (found: PulseRow, reference: Converged, quantity: Quantity): number =>
  found[quantity] / referenceOf(reference, quantity) - 1;

const worstOf = (found: PulseRow, reference: Converged): number =>
  Math.max(
    ...(['conductance', 'energy', 'volume'] as const).map((each) =>
      Math.abs(errorOf(found, reference, each)),
    ),
  );

interface Point {
  readonly error: number;
  readonly time: number;
}

/** Time at an error, linear between logarithms; undefined outside the errors that were run. */
const timeAt = (points: readonly Point[], error: number): number | undefined => {
  const sorted = points.toSorted((a, b) => a.error - b.error);
  const after = sorted.findIndex((each) => each.error >= error);
  const [below, above] = [sorted[after - 1], sorted[after]];
  if (below === undefined || above === undefined) return undefined;
  const share = Math.log(error / below.error) / Math.log(above.error / below.error);
  return below.time * (above.time / below.time) ** share;
};

const signed = (share: number): string => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(1)}`;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');

const peers = ['dolfinx, quarter', 'dolfinx, whole'] as const;
type Peer = (typeof peers)[number];

/** The peer's time at the error of a row of ours, over the time of that row. */
const ratioText = (found: PulseRow, peer: Peer, rows: readonly PulseRow[], reference: Converged): string => {
  if (found.code !== 'Percuta') return '';
  const points = rows
    .filter(({ code }) => code === peer)
    .map((each) => ({ error: worstOf(each, reference), time: each.processor }));
  const time = timeAt(points, worstOf(found, reference));
  return time === undefined ? 'not within the errors of the peer' : `${(time / found.processor).toFixed(1)}`;
};

const pulseTable = (rows: readonly PulseRow[], reference: Converged): string =>
  table(
    [
      'code',
      'cells',
      'unknowns',
      'processor, ms',
      'G / E / volume, %',
      'worst, %',
      'peak, K',
      ...peers.map((peer) => `${peer}, over Percuta at equal error`),
    ],
    rows.map((found) => [
      found.code,
      found.of,
      String(found.unknowns),
      found.processor.toFixed(0),
      (['conductance', 'energy', 'volume'] as const)
        .map((each) => signed(errorOf(found, reference, each)))
        .join(' / '),
      (100 * worstOf(found, reference)).toFixed(1),
      (found.peak - referenceOf(reference, 'peak')).toFixed(1),
      ...peers.map((peer) => ratioText(found, peer, rows, reference)),
    ]),
  );

const grids: Readonly<Record<string, string>> = {
  pair: 'two needles, graded from 25 µm',
  'uniform-50': 'two needles, cells of 50 µm everywhere',
  array: '7 × 7 needles, graded from 50 µm',
};

const potentialTable = (potentials: z.output<typeof results>['potentials']): string =>
  table(
    ['grid', 'cells', 'solver', 'iterations', 'processor, ms', 'of it set-up', 'over Percuta'],
    Object.entries(potentials).flatMap(([grid, rows]) => {
      const own = rows.find(({ code }) => code === 'Percuta')?.processor ?? Number.NaN;
      return rows.map((found) => [
        grids[grid] ?? grid,
        String(found.unknowns),
        `${found.code}, ${found.of}`,
        String(found.iterations),
        found.processor.toFixed(1),
        found.setup?.toFixed(1) ?? 'in it',
        (found.processor / own).toFixed(1),
      ]);
    }),
  );

const kernels: Readonly<Record<string, string>> = {
  relax: 'sweep over the rows of one colour',
  apply: 'product with its dot',
  stage: 'stage of RKL2',
};

const nativeTable = (found: z.output<typeof native>['results']): string =>
  table(
    ['kernel', 'build', 'processor, µs', 'WebAssembly over it', 'bits'],
    found.map(({ kernel, name, microseconds, ratio, sameBits }) => [
      kernels[kernel] ?? kernel,
      name,
      microseconds.toFixed(1),
      ratio.toFixed(2),
      sameBits ? 'the same' : 'others',
    ]),
  );

const page = (): string => {
  const { machine, versions, rounds, potentials, pulses } = results.parse(json('results.json'));
  const references = converged.parse(json('converged.json'));
  const twins = native.parse(json('native/results.json'));
  const pulsePart = (arrangement: string): string => {
    const reference = references[`pulse-${arrangement}`];
    const rows = pulses[arrangement];
    if (reference === undefined || rows === undefined) return 'Not run.';
    return `Errors are against ${reference.from}.\n\n${pulseTable(rows, reference)}`;
  };
  const template = readFileSync(new URL('heat-peers.template.md', import.meta.url), 'utf8');
  const places: Readonly<Record<string, string>> = {
    machine: `${machine}; ${versions}; medians of ${rounds} rounds`,
    pair: pulsePart('pair'),
    nine: pulsePart('nine'),
    potentials: potentialTable(potentials),
    native: nativeTable(twins.results),
    twins: `${twins.cells} cells, ${twins.versions}, medians of ${twins.rounds} rounds`,
  };
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => places[name] ?? '');
};

writeFileSync(new URL('../../../docs/benchmarks/heat-peers.md', import.meta.url), page());
