import { cpus } from 'node:os';
import { healKernelBytes, readHeatProblem, solveHeat } from '@percuta/engine';
import { kernelBytes, log } from '@percuta/numerics';
import type { Heating } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';
import { arrayTiming, coldStart, ensembleTiming } from './heat-processes.ts';
import type { ArrayTiming, EnsembleTiming } from './heat-processes.ts';
import { pairDocument } from './pair-document.ts';
import { helpedText, helpedTimings } from './two-threads.ts';

type Build = 'reference' | 'f64' | 'f32';
const builds: readonly Build[] = ['reference', 'f64', 'f32'];
const rounds = 5;

/** Conductance (S), energy (J), volume of the burn (m³) and peak (°C). */
interface Measures {
  readonly conductance: number;
  readonly energy: number;
  readonly volume: number;
  readonly peak: number;
}

/** dolfinx 0.5.2, P2 on a quarter of the block, cells of 6 µm at the rims; three meshes agree to 0.13 %. */
const converged: Measures = { conductance: 0.4358e-3, energy: 134.55e-3, volume: 0.2385e-9, peak: 95.25 };

const zero = 273.15;

const measuresOf = ({ resistances, channels, contours, peaks }: Heating): Measures => ({
  conductance: 1 / (resistances[0]?.real ?? Number.NaN),
  energy: channels[0]?.energy.at(-1) ?? Number.NaN,
  volume: contours.find(({ name }) => name === 'skin burn')?.volume ?? Number.NaN,
  peak: Math.max(...peaks) - zero,
});

interface Job {
  readonly what: string;
  readonly finest: string;
  readonly build: Build;
}

/** Time of the processor and on the wall, ms. */
interface Times {
  readonly processor: number[];
  readonly wall: number[];
}

interface HeatTiming extends Job, Measures {
  readonly cells: number;
  readonly steps: number;
  readonly iterationsPerSolve: number;
  readonly imbalance: number;
  readonly processor: number;
  readonly wall: number;
  /** Of the time of a run, what grid, geometry, memory and a first potential take. */
  readonly setUp: number;
}

const problemOf = ({ finest }: Job, isWhole: boolean) => {
  const { domain, end, outputs, ...rest } = pairDocument();
  return readHeatProblem({
    ...rest,
    domain: { ...domain, grid: { finest } },
    end: isWhole ? end : 'potential',
    outputs: isWhole ? outputs : {},
  });
};

const clocked = (times: Times, run: () => void): void => {
  const [processor, wall] = [process.cpuUsage(), performance.now()];
  run();
  const { user, system } = process.cpuUsage(processor);
  times.processor.push((user + system) / 1000);
  times.wall.push(performance.now() - wall);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Prepared {
  readonly job: Job;
  readonly heating: Heating;
  readonly whole: Times;
  readonly start: Times;
  readonly run: () => void;
  readonly begin: () => void;
}

/** Solves a job once, so that nothing is compiled while it is timed. */
const prepared = (job: Job): Prepared => {
  const [problem, still] = [problemOf(job, true), problemOf(job, false)];
  const options = { build: job.build };
  return {
    job,
    heating: solveHeat(problem, {}, options),
    whole: { processor: [], wall: [] },
    start: { processor: [], wall: [] },
    run: () => solveHeat(problem, {}, options),
    begin: () => solveHeat(still, {}, options),
  };
};

const timingOf = ({ job, heating, whole, start }: Prepared): HeatTiming => {
  const { effort, balances } = heating;
  return {
    ...job,
    ...measuresOf(heating),
    cells: effort.cells.reduce((product, count) => product * count, 1),
    steps: effort.steps,
    iterationsPerSolve: effort.iterations / effort.solves,
    imbalance: Math.abs(balances.joule / balances.electric - 1),
    processor: median(whole.processor),
    wall: median(whole.wall),
    setUp: median(start.processor) / median(whole.processor),
  };
};

/** Jobs take turns in every round, so that a slow moment of the machine falls on all of them. */
const measure = (jobs: readonly Job[]): HeatTiming[] => {
  const all = jobs.map(prepared);
  for (let round = 0; round < rounds; round += 1) {
    for (const { whole, start, run, begin } of all) {
      clocked(whole, run);
      clocked(start, begin);
    }
  }
  return all.map(timingOf);
};

const jobs: readonly Job[] = [
  ...builds.map((build) => ({ what: 'two needles', finest: '50 um', build })),
  { what: 'two needles', finest: '35 um', build: 'f32' },
  { what: 'two needles', finest: '25 um', build: 'f32' },
  { what: 'two needles', finest: '12.5 um', build: 'f32' },
];

const percent = (value: number, reference: number): string =>
  `${value >= reference ? '+' : ''}${(100 * (value / reference - 1)).toFixed(1)}`;

const rowOf = (timing: HeatTiming): string[] => [
  timing.finest,
  timing.build,
  String(timing.cells),
  timing.processor.toFixed(0),
  timing.wall.toFixed(0),
  `${(100 * timing.setUp).toFixed(0)} %`,
  timing.iterationsPerSolve.toFixed(1),
  [
    percent(timing.conductance, converged.conductance),
    percent(timing.energy, converged.energy),
    percent(timing.volume, converged.volume),
  ].join(' / '),
  (timing.peak - converged.peak).toFixed(1),
  timing.imbalance.toExponential(0),
];

const header = [
  'finest',
  'kernels',
  'cells',
  'processor, ms',
  'wall, ms',
  'set-up',
  'iterations a solve',
  'G / E / volume, %',
  'peak, K',
  'energy',
];

/** How a time grows with cells, as a power, between the two finest grids in single precision: beyond the cache. */
const growthOf = (timings: readonly HeatTiming[]): number => {
  const single = timings.filter(({ build }) => build === 'f32');
  const [first, last] = single.slice(-2);
  if (first === undefined || last === undefined) return Number.NaN;
  return log(last.processor / first.processor) / log(last.cells / first.cells);
};

const arrayText = ({ processor, memory, cells, steps, solves, iterations, imbalance }: ArrayTiming): string =>
  `49 needles, ${cells.reduce((product, count) => product * count, 1)} cells, in a process of their own: ` +
  `${(processor / 1000).toFixed(1)} s of the processor from a cold start, ${Math.round(memory / 1e6)} MB, ${steps} steps, ` +
  `${(iterations / solves).toFixed(1)} iterations a solve, energy to ${imbalance.toExponential(0)}`;

const ensembleText = ({ members, one, two, isSame }: EnsembleTiming): string =>
  `ensemble of ${members}: ${one.toFixed(1)} a second on one thread, ${two.toFixed(1)} on two, ` +
  `${(two / one).toFixed(2)} times as many; ${isSame ? 'the same bits' : 'DIFFERENT BITS'}`;

const members = 200;
const coldRuns = 5;

/**
 * Times the pulse of two needles on four grids and by three builds of the kernels, with errors; then 49 needles, one
 * run and an ensemble on one thread and on two, and the command line from a cold start.
 */
export const benchHeat = async ({ json }: { readonly json?: boolean }): Promise<number> => {
  const timings = measure(jobs);
  const machine = `${cpus()[0]?.model ?? 'unknown'}, node ${process.versions.node}`;
  const [script, double, single] = timings.map(({ processor }) => processor);
  const ratios = { javascript: (script ?? 0) / (single ?? 1), double: (double ?? 0) / (single ?? 1) };
  const growth = growthOf(timings);
  const array = arrayTiming();
  const helped = helpedTimings();
  const ensemble = await ensembleTiming(members);
  const cold = coldStart(coldRuns);
  if (json === true) {
    const kernels = kernelBytes() + healKernelBytes();
    print(
      jsonText({
        machine,
        rounds,
        timings,
        ratios,
        growth,
        array,
        helped,
        ensemble,
        cold,
        kernels,
        converged,
      }),
    );
    return exitCode.planned;
  }
  print(`${machine}; one core, medians of ${rounds} interleaved rounds after a warm-up\n`);
  print(table(header, timings.map(rowOf)));
  print(`\nsingle precision is ${ratios.javascript.toFixed(1)} times as fast as JavaScript,`);
  print(
    `${ratios.double.toFixed(1)} times as fast as double precision; from 25 to 12.5 um time grows as cells^${growth.toFixed(2)}`,
  );
  print(arrayText(array));
  print(helped.map(helpedText).join('\n'));
  print(ensembleText(ensemble));
  print(
    `command line, cold, to the printed result: ${(cold / 1000).toFixed(2)} s on the wall, least of ${coldRuns}`,
  );
  print(`all WebAssembly: ${kernelBytes() + healKernelBytes()} bytes`);
  return exitCode.planned;
};
