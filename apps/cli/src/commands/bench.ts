import { cpus } from 'node:os';
import { exp, sobolPoints } from '@percuta/numerics';
import { defaultRun, planCourse, readCase } from '@percuta/engine';
import { deviceSheet } from '@percuta/evidence';
import { evidenceTimings, type EvidenceTiming } from '../bench-evidence.ts';
import { measureTradeOffs, tradeOffsText } from '../bench/trade-offs.ts';
import { benchCase } from '../bench-case.ts';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';

interface Timing {
  readonly what: string;
  readonly draws: number;
  readonly settings: number;
  readonly courses: number;
  /** Median and range over the rounds, ms. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

const rounds = 5;

interface Job {
  readonly what: string;
  readonly draws: number;
  readonly device: 'skinpen_precision' | 'exceed' | 'dermapen4';
}

const jobs: readonly Job[] = [
  { what: 'few draws', draws: 500, device: 'skinpen_precision' },
  { what: 'the default', draws: 2000, device: 'skinpen_precision' },
  { what: 'many draws', draws: 8000, device: 'skinpen_precision' },
  { what: 'many settings', draws: 2000, device: 'dermapen4' },
];

const runJob = ({ draws, device }: Job): { settings: number; courses: number } => {
  const plan = planCourse(readCase(benchCase), [deviceSheet(device)], { ...defaultRun, draws });
  if (plan.status === 'refused') throw new Error(`the bench case was refused: ${plan.reasons[0]?.because}`);
  return { settings: plan.strokes.length, courses: plan.candidates.length + plan.rejected.length };
};

/** Jobs take turns in every round, so that a slow moment of the machine falls on all of them. */
const measure = (): Timing[] => {
  const times = jobs.map((): number[] => []);
  const sizes = jobs.map(runJob);
  for (let round = 0; round < rounds; round += 1) {
    jobs.forEach((job, i) => {
      const start = performance.now();
      runJob(job);
      times[i]?.push(performance.now() - start);
    });
  }
  return jobs.map(({ what, draws }, i) => {
    const sorted = (times[i] ?? []).toSorted((a, b) => a - b);
    const size = sizes[i] ?? { settings: 0, courses: 0 };
    return {
      what,
      draws,
      ...size,
      median: sorted[Math.floor(rounds / 2)] ?? 0,
      least: sorted[0] ?? 0,
      most: sorted.at(-1) ?? 0,
    };
  });
};

/** Time per call, ns, of a function over a block of arguments; the sum is used so that nothing is optimised away. */
const perCall = (f: (x: number) => number, values: Float64Array): number => {
  const start = performance.now();
  let total = 0;
  for (const value of values) total += f(value);
  const time = performance.now() - start;
  return total === Number.NEGATIVE_INFINITY ? 0 : (time * 1e6) / values.length;
};

const mathRatio = (): number => {
  const values = sobolPoints(2 ** 18, 1, 1)[0] ?? new Float64Array();
  const ratios = Array.from({ length: 2 * rounds }, () => perCall(exp, values) / perCall(Math.exp, values));
  return ratios.toSorted((a, b) => a - b)[rounds] ?? 0;
};

const perSecond = ({ draws, settings, median }: Timing): number =>
  Math.round((draws * settings * 1000) / median);

const millis = (time: number): string => time.toFixed(time < 10 ? 2 : 0);

const evidenceText = (timings: readonly EvidenceTiming[]): string =>
  table(
    ['evidence', 'ms, median (range)', 'asked for'],
    timings.map(({ what, median, least, most, limit }) => [
      what,
      `${millis(median)} (${millis(least)} to ${millis(most)})`,
      `under ${limit}`,
    ]),
  );

const machineText = (): string => `${cpus()[0]?.model ?? 'unknown'}, node ${process.versions.node}`;

/** Times plans against draws and settings, in interleaved runs of one process, then pooling and the posterior. */
const benchPlan = ({ json }: { readonly json?: boolean }): number => {
  const timings = measure();
  const [few, usual, many, wide] = timings;
  const scaling = {
    draws: few && many ? many.median / few.median / (many.draws / few.draws) : 0,
    settings: usual && wide ? wide.median / usual.median / (wide.settings / usual.settings) : 0,
  };
  const tradeOffs = measureTradeOffs();
  const ownExp = mathRatio();
  const evidence = evidenceTimings();
  const machine = machineText();
  if (json === true)
    print(jsonText({ machine, rounds, timings, scaling, ...tradeOffs, exp_over_math_exp: ownExp, evidence }));
  else {
    const rows = timings.map((timing) => [
      timing.what,
      String(timing.draws),
      String(timing.settings),
      String(timing.courses),
      `${timing.median.toFixed(0)} (${timing.least.toFixed(0)} to ${timing.most.toFixed(0)})`,
      String(perSecond(timing)),
    ]);
    print(`${machine}; one core, ${rounds} interleaved rounds after a warm-up\n`);
    print(
      table(['plan', 'draws', 'settings', 'courses', 'ms, median (range)', 'draws of a setting/s'], rows),
    );
    print(`\n${tradeOffsText(tradeOffs)}`);
    print(`time over draws, 16 times as many: ${scaling.draws.toFixed(2)} of proportional`);
    print(`time over settings: ${scaling.settings.toFixed(2)} of proportional`);
    print(`own exp over Math.exp: ${ownExp.toFixed(2)} times its time\n`);
    print(evidenceText(evidence));
    print('\nThreads and queue of studies: `percuta bench study`');
  }
  return exitCode.planned;
};

type Bench = (flags: { readonly json?: boolean }) => number | Promise<number>;

/** What has sizes of its own to be timed at. */
const stages: Readonly<Record<string, Bench>> = {
  heal: async ({ json }) => {
    const [{ benchHeal }, { benchEnsemble }, { benchEnsembleText, benchHealText }] = await Promise.all([
      import('../bench/bench-heal.ts'),
      import('../bench/bench-ensemble.ts'),
      import('../bench/bench-heal-text.ts'),
    ]);
    const machine = machineText();
    const measured = benchHeal();
    const ensembles = [await benchEnsemble()];
    print(
      json === true
        ? jsonText({ machine, ...measured, ensembles })
        : `${machine}; one core\n\n${benchHealText(measured)}\n\n${benchEnsembleText(ensembles)}`,
    );
    return exitCode.planned;
  },
  study: async ({ json }) => {
    const { measureStudy, studyTimingsText } = await import('../bench/bench-study.ts');
    const timings = await measureStudy();
    const machine = machineText();
    print(json === true ? jsonText({ machine, ...timings }) : `${machine}\n\n${studyTimingsText(timings)}`);
    return exitCode.planned;
  },
  heat: async (flags) => (await import('../bench/bench-heat.ts')).benchHeat(flags),
};

/** The benchmark of a stage, or that of plans. */
export const benchOf = (stage: string | undefined): Bench => stages[stage ?? ''] ?? benchPlan;
