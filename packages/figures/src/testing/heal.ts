import {
  courseNames,
  speciesIds,
  type CourseBands,
  type CourseName,
  type EightyBand,
  type EstimatedCourse,
  type HealingSummary,
  type SpeciesId,
} from '@percuta/engine';
import type { DepthCourse } from '../heal/depth-maps.ts';
import type { HealingTimes } from '../heal/minutes-to-months.ts';

const day = 86_400;
const week = 7 * day;
const sessions = [0, 28 * day];
const days = [0, 0.02, 0.2, 1, 2, 4, 7, 14, 21, 28 - 1 / 86_400, 28, 28.2, 29, 31, 35, 42, 60, 90, 180, 365];
const times = Float64Array.from(days, (one) => one * day);

/** A hump after each session, highest at `peak` days. */
const hump = (one: number, peak: number): number =>
  [0, 28]
    .filter((start) => one >= start)
    .reduce((sum, start) => sum + ((one - start) / peak) * Math.exp(1 - (one - start) / peak), 0);

const shapes: Readonly<Record<CourseName, (one: number) => number>> = {
  collagen: (one) => 1 - 0.02 * Math.exp(-one / 60) + 0.0001 * one,
  'collagen I': (one) => 1 - 0.02 * Math.exp(-one / 60) + 0.0001 * one,
  'collagen III': (one) => 1 + 0.12 * hump(one, 20),
  elastin: (one) => (one < 28 ? 0.995 : 0.98),
  hyaluronan: (one) => 1 + 0.4 * hump(one, 2),
  neutrophils: (one) => 0.1 * hump(one, 1),
  macrophages: (one) => 0.06 * hump(one, 3),
  fibroblasts: (one) => 1 + hump(one, 14),
  myofibroblasts: (one) => 0.001 * hump(one, 9),
  redness: (one) => 8 * hump(one, 1),
  water: (one) => 0.4 * hump(one, 0.6),
};

const bandsOf = (name: CourseName, width: number): readonly EightyBand[] =>
  days.map((one) => {
    const middle = shapes[name](one);
    return { tenth: middle * (1 - width), middle, ninetieth: middle * (1 + width) };
  });

const courseOf = (draws: number, width: number): CourseBands => ({
  times,
  sessions,
  draws,
  // Object.fromEntries forgets the names of the keys.
  bands: Object.fromEntries(courseNames.map((name) => [name, bandsOf(name, width)])) as CourseBands['bands'],
});

/** Made up, so that a figure changes when its drawing does and not when the model does. */
export const courseMadeUp = courseOf(20, 0.02);
export const singleRunMadeUp = courseOf(1, 0);

const layers = 3;
const depths = Float64Array.of(0, 1e-4, 3e-4, 1.1e-3);

const meanOf = (id: SpeciesId): Float64Array =>
  Float64Array.from({ length: layers * times.length }, (_, i) => {
    const [layer, one] = [i % layers, days[Math.floor(i / layers)] ?? 0];
    const share = 1 / (1 + 3 * layer);
    if (id === 'H') return 1 + 0.5 * share * hump(one, 2);
    return id === 'E' ? 1 - 0.05 * share : 1 - 0.2 * share * Math.exp(-one / 60) + 0.02 * (one > 100 ? 1 : 0);
  });

const ones = <Value>(of: (id: SpeciesId) => Value): Record<SpeciesId, Value> =>
  // Object.fromEntries forgets the names of the keys.
  Object.fromEntries(speciesIds.map((id) => [id, of(id)])) as Record<SpeciesId, Value>;

export const depthsMadeUp: DepthCourse = {
  depths,
  layers,
  times,
  sessions,
  means: ones(meanOf),
  rest: ones(() => 1),
};

const summaryOf = (slow: number): HealingSummary => ({
  closed: slow * 7 * 3600,
  redness: [slow * 5 * day, slow * 6 * day],
  swelling: [slow * 8 * day, slow * 9 * day],
  phases: [
    { name: 'inflammation', from: 0, to: slow * 18 * day },
    { name: 'proliferation', from: 0.3 * day, to: slow * 60 * day },
    { name: 'remodelling', from: slow * 60 * day, to: slow > 1.2 ? Infinity : slow * 150 * day },
  ],
  changes: [],
  interval: { time: slow * 18 * day, because: 'inflammation has subsided' },
  gain: 0.01,
  bound: 0.04,
});

export const healingTimesMadeUp: HealingTimes = {
  summaries: [0.6, 0.8, 1, 1.3, 2].map(summaryOf),
  followed: 365 * day,
};
export const oneRunMadeUp: HealingTimes = { summaries: [summaryOf(1)], followed: 365 * day };

const levelAt = (level: '25' | '50' | '75', share: number) => {
  const most = { '25': 77, '50': 29, '75': 1 }[level];
  const median = most * share * share;
  return {
    level,
    basis: 'counted' as const,
    median,
    band50: { low: 0.5 * median, high: Math.min(100, 1.4 * median + 5 * share) },
    band90: { low: 0.1 * median, high: Math.min(100, 2 * median + 20 * share) },
  };
};

export const expectationMadeUp: EstimatedCourse = {
  status: 'estimated',
  route: 'needling',
  draws: 20,
  sessions,
  readBy: 30 * week,
  moments: [0, 4, 8, 12, 16, 20, 30].map((one) => {
    const share = 1 - Math.exp(-one / 9);
    const people = (['25', '50', '75'] as const).map((level) => levelAt(level, share));
    return {
      time: one * week,
      share: { tenth: 0.9 * share, middle: share, ninetieth: Math.min(1, 1.1 * share) },
      levels: people,
    };
  }),
  standing: (['worse', 'no-change'] as const).map((level) => ({
    level,
    basis: 'prior',
    median: level === 'worse' ? 1 : 10,
    band50: { low: 0, high: 20 },
    band90: { low: 0, high: 40 },
    countedIn: 0,
  })),
  statement: 'The shape is that of a model; the size is from trials.',
};
