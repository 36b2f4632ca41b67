import { heal, healingGrid, healValues, layerDepths, noThermalInjury, normalPlace } from '@percuta/engine';

/** One healing that is timed. */
interface HealJob {
  readonly what: string;
  readonly layers: number;
  readonly sessions: number;
  readonly rings?: number;
  /** ms that it has to stay under on one core. */
  readonly limit?: number;
}

/** Median and range over the rounds, ms of the processor. */
export interface HealTiming extends HealJob {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly steps: number;
}

export interface HealBench {
  readonly timings: readonly HealTiming[];
  /** Time of a step over that in proportion to size: four times the layers, four times the rings. */
  readonly growth: { readonly layers: number; readonly rings: number };
  /** Years of one session in six layers, per hour of one core. */
  readonly ensemblePerHour: number;
}

const day = 86400;
const rounds = 5;

const jobs = [
  { what: 'one layer, one session', layers: 1, sessions: 1, limit: 100 },
  { what: 'six layers, one session', layers: 6, sessions: 1 },
  { what: 'six layers, twice the rings', layers: 6, sessions: 1, rings: 52 },
  { what: 'six layers, eight times the rings', layers: 6, sessions: 1, rings: 208 },
  { what: 'twelve layers, one session', layers: 12, sessions: 1 },
  { what: 'twelve layers, four sessions', layers: 12, sessions: 4, limit: 5000 },
  { what: '48 layers, one session', layers: 48, sessions: 1 },
] as const satisfies readonly HealJob[];

/** A dermis of 1.2 mm at 200 channels/cm² for a year; needles 50 µm wide at the top end at 0.7 mm. */
const runHealing = ({ layers, sessions, rings }: HealJob): number => {
  const central = healValues({});
  const values = { ...central, n_layers: layers, N_r: rings ?? central.N_r };
  const [density, tip, widest] = [2e6, layers === 1 ? 1.2e-3 : 7e-4, 5e-5];
  const depths = layerDepths(1.2e-3, values);
  const at = (of: (top: number, bottom: number) => number): Float64Array =>
    new Float64Array(layers).map((_, layer) => of(depths[layer] ?? 0, depths[layer + 1] ?? 0));
  const { cost } = heal(
    {
      density,
      depths,
      gapRadii: at((top) => (layers === 1 ? widest : Math.max(0, widest * (1 - top / tip)))),
      pierced: at((top, bottom) => Math.min(1, Math.max(0, (tip - top) / (bottom - top)))),
      gapAtJunction: widest,
      thermal: noThermalInjury(healingGrid(density, depths, values)),
      sessions: Array.from({ length: sessions }, (_, i) => i * 30 * day),
      duration: 365 * day,
      place: normalPlace,
    },
    values,
  );
  return cost.steps;
};

/** Processor time, ms: a shared machine disturbs it less than the clock on the wall. */
const timed = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Healing of several sizes, which take turns in every round after a warm-up. */
export const benchHeal = (): HealBench => {
  runHealing(jobs[0]);
  const steps = jobs.map(runHealing);
  const times = jobs.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    jobs.forEach((job, i) => times[i]?.push(timed(() => runHealing(job))));
  const timings = jobs.map((job, i) => {
    const sorted = (times[i] ?? []).toSorted((a, b) => a - b);
    return {
      ...job,
      median: sorted[Math.floor(rounds / 2)] ?? 0,
      least: sorted[0] ?? 0,
      most: sorted.at(-1) ?? 0,
      steps: steps[i] ?? 0,
    };
  });
  // The least of the rounds is what other processes have disturbed least.
  const perStep = (i: number): number => (timings[i]?.least ?? 0) / (timings[i]?.steps ?? 1);
  return {
    timings,
    growth: { layers: perStep(6) / perStep(4) / 4, rings: perStep(3) / perStep(2) / 4 },
    ensemblePerHour: 3.6e6 / (timings[1]?.median ?? NaN),
  };
};
