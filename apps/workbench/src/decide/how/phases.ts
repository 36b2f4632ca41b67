import { meanCourse, type HealFilm, type HealQuantity, type SkinBlock } from '@percuta/scene';

/** What goes on after a visit, in the order it comes. */
export const phases = ['open', 'clearing', 'building', 'fibres'] as const;
export type Phase = (typeof phases)[number];

/** When something goes on, s. */
export interface PhaseStretch {
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
}

const closed = 0.95;
// A phase goes on while there is more than this share of what there is at most.
const part = 0.2;

const shareOver = (film: HealFilm, quantities: readonly HealQuantity[]): Float64Array => {
  const sum = film.times.map(() => 0);
  for (const quantity of quantities) {
    const { rest } = film.series[quantity];
    meanCourse(film, quantity).forEach((value, n) => {
      sum[n] = (sum[n] ?? 0) + value - rest;
    });
  }
  const most = sum.reduce((top, value) => Math.max(top, value), Number.MIN_VALUE);
  return sum.map((value) => value / most);
};

const stretch = (film: HealFilm, phase: Phase, isOn: (n: number) => boolean): PhaseStretch[] => {
  const all = Array.from(film.times, (_, n) => n).filter(isOn);
  const [begin, end] = [all[0], all.at(-1)];
  if (begin === undefined || end === undefined) return [];
  return [{ phase, from: film.times[begin] ?? 0, to: film.times[end] ?? 0 }];
};

/** Phases of a stored course, read from it. */
export const phasesOf = ({ healing, withdrawn }: SkinBlock): readonly PhaseStretch[] => {
  if (healing === undefined) return [];
  const over = (phase: Phase, ...quantities: readonly HealQuantity[]): PhaseStretch[] => {
    const share = shareOver(healing, quantities);
    return stretch(healing, phase, (n) => (share[n] ?? 0) > part);
  };
  return [
    ...stretch(healing, 'open', (n) => (healing.barrier[n] ?? 1) < closed).map((each) => ({
      ...each,
      from: withdrawn,
    })),
    ...over('clearing', 'neutrophils', 'macrophages'),
    ...over('building', 'fibroblasts'),
    ...over('fibres', 'new collagen'),
  ];
};
