import type { HealValues } from '../heal-stage.ts';
import { depthMean } from '../observe/depth-mean.ts';
import type { Healing } from '../result/healing.ts';
import { firstAbove, lastAbove, peakOf, stretchRange } from './crossing.ts';

/** A phase by its first and last moment since its session, s; Infinity where it outlasts the course. */
export interface Phase {
  readonly name: 'inflammation' | 'proliferation' | 'remodelling';
  readonly from: number;
  readonly to: number;
}

type Peak = ReturnType<typeof peakOf>;

/** Neutrophils and macrophages, mean of the dermis. */
const inflamedCells = (healing: Healing): Float64Array => {
  const { N, M1, M2 } = healing.means;
  return depthMean(
    healing,
    N.map((value, i) => value + M1[i] + M2[i]),
  );
};

/** When inflammation would count as over after a session at twice and at half the share that is agreed on, s. */
export interface InflammationEnds {
  readonly share: number;
  readonly atTwice: number;
  readonly atHalf: number;
}

/** How much the end of inflammation rests on the share of the peak that is agreed on. */
export const inflammationEnds = (
  healing: Healing,
  session: number,
  { phase_end }: Pick<HealValues, 'phase_end'>,
): InflammationEnds => {
  const range = stretchRange(healing, session);
  const cells = inflamedCells(healing);
  const peak = peakOf(healing.times, cells, range);
  const after = { first: healing.times.indexOf(peak.time), last: range.last };
  const endAt = (share: number): number =>
    peak.value > 0
      ? lastAbove(healing.times, cells, share * peak.value, after) - healing.sessions[session]
      : 0;
  return { share: phase_end, atTwice: endAt(2 * phase_end), atHalf: endAt(phase_end / 2) };
};

/**
 * The phases after a session, over the whole dermis; they overlap. Inflammation: until neutrophils and macrophages
 * have fallen to a share (q_end) of their peak. Proliferation: from the moment at which collagen synthesis has risen by
 * that share of its peak above rest, until fibroblasts with myofibroblasts have fallen half-way back from their peak.
 * Remodelling: from there until synthesis has fallen to that share again.
 */
export const phasesOf = (healing: Healing, session: number, p: Pick<HealValues, 'phase_end'>): Phase[] => {
  const { times, means, sessions } = healing;
  const range = stretchRange(healing, session);
  const start = sessions[session];
  const inflamed = inflamedCells(healing);
  const cells = depthMean(
    healing,
    means.F.map((value, i) => value + means.Y[i] - 1),
  );
  const made = depthMean(healing, healing.synthesis).map((value) => value - 1);
  const after = (time: number): { first: number; last: number } => ({
    first: Math.max(
      range.first,
      times.findIndex((one) => one >= time),
    ),
    last: range.last,
  });
  const peaks = { inflamed: peakOf(times, inflamed, range), cells: peakOf(times, cells, range) };
  const top = peakOf(times, made, range);
  // What never rises is over at once.
  const over = (series: Float64Array, peak: Peak, share: number): number =>
    peak.value > 0 ? lastAbove(times, series, share * peak.value, after(peak.time)) : start;
  const calm = over(inflamed, peaks.inflamed, p.phase_end);
  const grown = over(cells, peaks.cells, 0.5);
  const quiet = over(made, top, p.phase_end);
  return [
    { name: 'inflammation', from: 0, to: calm - start },
    {
      name: 'proliferation',
      from: top.value > 0 ? firstAbove(times, made, p.phase_end * top.value, range) - start : 0,
      to: grown - start,
    },
    { name: 'remodelling', from: grown - start, to: Math.max(quiet, grown) - start },
  ];
};
