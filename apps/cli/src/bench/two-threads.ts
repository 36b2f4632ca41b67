import { readHeatProblem, solveHeat } from '@percuta/engine/heat';
import type { Heating, HeatProblem } from '@percuta/engine/heat';
import { startHelper } from '../parallel/helper-of.ts';
import { arrayDocument, pairDocument } from './pair-document.ts';

/** One run on one thread and on two, ms on the wall. */
export interface HelpedTiming {
  readonly what: string;
  readonly cells: number;
  readonly one: number;
  readonly two: number;
  /** Time of the processor on two threads over that on one. */
  readonly effort: number;
  /** Whether both gave the same bits. */
  readonly isSame: boolean;
}

const rounds = 5;

const pairOn = (finest: string): HeatProblem => {
  const { domain, ...rest } = pairDocument();
  return readHeatProblem({ ...rest, domain: { ...domain, grid: { finest } } });
};

interface Timed {
  readonly wall: number;
  readonly processor: number;
  readonly heating: Heating;
}

const timed = (problem: HeatProblem, threads: number): Timed => {
  const [before, start] = [process.cpuUsage(), performance.now()];
  const heating = solveHeat(problem, threads > 1 ? { helper: startHelper } : {});
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1000, heating };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const bitsOf = ({ channels, contours, peaks, balances, fields }: Heating): string =>
  JSON.stringify([channels, contours, peaks, balances, fields.map(({ values }) => Array.from(values))]);

const compared = (what: string, problem: HeatProblem): HelpedTiming => {
  const warm = [timed(problem, 1), timed(problem, 2)];
  const [one, two]: [Timed[], Timed[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    one.push(timed(problem, 1));
    two.push(timed(problem, 2));
  }
  const bits = warm.map(({ heating }) => bitsOf(heating));
  const { cells } = warm[0]?.heating.effort ?? { cells: [] };
  return {
    what,
    cells: cells.reduce((product, count) => product * count, 1),
    one: median(one.map(({ wall }) => wall)),
    two: median(two.map(({ wall }) => wall)),
    effort: median(two.map(({ processor }) => processor)) / median(one.map(({ processor }) => processor)),
    isSame: new Set(bits).size === 1,
  };
};

/** Runs that are large enough for two threads, on one thread and on two in turn. */
export const helpedTimings = (): HelpedTiming[] => [
  compared('two needles, 12.5 um', pairOn('12.5 um')),
  compared('49 needles', readHeatProblem(arrayDocument())),
];

export const helpedText = ({ what, cells, one, two, effort, isSame }: HelpedTiming): string =>
  `one run on two threads, ${what}, ${cells} cells: ${one.toFixed(0)} ms on one, ${two.toFixed(0)} on two, ` +
  `${(one / two).toFixed(2)} times as fast with ${effort.toFixed(2)} times the processor; ` +
  (isSame ? 'the same bits' : 'DIFFERENT BITS');
