// A cold potential by this code: `node potential-percuta.ts GRID FILE [--serve]`. GRID is one of those below. Writes the
// network that it solves to FILE for others: three counts, then links along x, y and z, anchors and sources of all
// cells, in f64. Prints one line of JSON for a solve; with --serve one more for every line that it reads.
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { readHeatProblem } from '@percuta/engine';
import { placeOf } from '../../../packages/engine/src/heat/grid/place.ts';
import { settingOf } from '../../../packages/engine/src/heat/march/setting.ts';

const [grid = 'pair', file = ''] = process.argv.slice(2);

const pair: Record<string, unknown> & { readonly domain: object; readonly electrodes: readonly object[] } =
  JSON.parse(readFileSync(new URL('../../../examples/lab/needle-pair.json', import.meta.url), 'utf8'));

const even = (from: number, to: number, step: number): string[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, n) => `${from + n * step} um`);

const uniform = (step: number) => ({
  edges: { x: even(-1500, 1500, step), y: even(-1500, 1500, step), z: even(0, 4000, step) },
});

const array = { columns: 7, rows: 7, polarity: 'chessboard' };
const grids: Readonly<Record<string, { readonly domain: object; readonly electrode?: object }>> = {
  pair: { domain: { grid: { finest: '25 um' } } },
  'uniform-50': { domain: { grid: uniform(50) } },
  'uniform-25': { domain: { grid: uniform(25) } },
  array: {
    domain: { width: '10 mm', breadth: '10 mm', depth: '5 mm', grid: { finest: '50 um' } },
    electrode: array,
  },
};

const chosen = grids[grid];
if (chosen === undefined) throw new RangeError(`grids are ${Object.keys(grids).join(', ')}, not "${grid}"`);

const problem = readHeatProblem({
  ...pair,
  domain: { ...pair.domain, ...chosen.domain },
  electrodes: pair.electrodes.map((each) => ({ ...each, ...chosen.electrode })),
});
if (problem.domain === undefined) throw new RangeError('the example has no domain');

const place = placeOf(problem, problem.domain, { build: 'f32', byLaws: false });
const { conduction, terminals, steady } = settingOf(place, problem.electrodes).potential;
const { ofCell, materials } = place.medium;
const cold = materials.map(({ conductivity }) => ('value' in conductivity ? conductivity.value : Number.NaN));
const sigma = Float64Array.from(ofCell, (material) => cold[material] ?? Number.NaN);

const [anchor, source] = [new Float64Array(sigma.length), new Float64Array(sigma.length)];
for (const { cells, weights, group } of terminals.list) {
  cells.forEach((cell, n) => {
    const weight = (sigma[cell] ?? 0) * (weights[n] ?? 0);
    anchor[cell] = (anchor[cell] ?? 0) + weight;
    if (group === 1) source[cell] = (source[cell] ?? 0) + weight;
  });
}

const tolerance = 1e-5;

/** Links, the levels of the multigrid, and a solve from zero. */
const timed = (): string => {
  const [processor, wall] = [process.cpuUsage(), performance.now()];
  steady.refresh(sigma, anchor);
  const { iterations } = steady.solve(source, undefined, tolerance);
  const { user, system } = process.cpuUsage(processor);
  return JSON.stringify({
    unknowns: sigma.length,
    iterations,
    processor: (user + system) / 1000,
    wall: performance.now() - wall,
  });
};

const first = timed();
const { nx, ny, nz } = conduction.layout;
const { x, y, z } = steady.network;
const arrays = [Float64Array.of(nx, ny, nz), x.read(), y.read(), z.read(), anchor, source];
writeFileSync(file, Buffer.concat(arrays.map((each) => Buffer.from(each.buffer))));
console.log(first);
if (process.argv.includes('--serve'))
  for await (const _ of createInterface({ input: process.stdin })) console.log(timed());
