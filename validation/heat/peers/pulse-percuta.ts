// The same pulse by this code: `node pulse-percuta.ts ARRANGEMENT FINEST [--serve]`, FINEST as "50 um". Prints one
// line of JSON for a solve; with --serve it solves once to warm up, then once for every line that it reads.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { readHeatProblem, solveHeat, type Heating } from '@percuta/engine';

const [arrangement = 'pair', finest = '50 um'] = process.argv.slice(2);

const pair: Record<string, unknown> & { readonly domain: object; readonly electrodes: readonly object[] } =
  JSON.parse(readFileSync(new URL('../../../examples/lab/needle-pair.json', import.meta.url), 'utf8'));

const nine = { columns: 3, rows: 3, polarity: 'chessboard' };

const document = {
  ...pair,
  domain: { ...pair.domain, grid: { finest } },
  electrodes: pair.electrodes.map((each) => (arrangement === 'nine' ? { ...each, ...nine } : each)),
};

const measuresOf = ({ resistances, channels, contours, peaks, effort, balances }: Heating) => ({
  conductance: 1 / (resistances[0]?.real ?? Number.NaN),
  energy: channels[0]?.energy.at(-1) ?? Number.NaN,
  volume: contours.find(({ name }) => name === 'skin burn')?.volume ?? Number.NaN,
  peak: Math.max(...peaks) - 273.15,
  unknowns: effort.cells.reduce((product, count) => product * count, 1),
  steps: effort.steps,
  iterations: effort.iterations / effort.solves,
  imbalance: Math.abs(balances.joule / balances.electric - 1),
});

/** One solve from the document on: grid, geometry and memory are part of it. */
const timed = (): string => {
  const [processor, wall] = [process.cpuUsage(), performance.now()];
  const heating = solveHeat(readHeatProblem(document));
  const { user, system } = process.cpuUsage(processor);
  return JSON.stringify({
    ...measuresOf(heating),
    processor: (user + system) / 1000,
    wall: performance.now() - wall,
    memory: process.memoryUsage().rss,
  });
};

console.log(timed());
if (process.argv.includes('--serve'))
  for await (const _ of createInterface({ input: process.stdin })) console.log(timed());
