import { exp, findRoot, log, normalCdf, sum } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import type { Subject } from './limit.ts';
import { limitBounds } from './parameters.ts';

const { tailShare } = limitBounds;
const worst = toSI(tailShare.value, tailShare.unit);

/** A distance that keeps harm away, over what is not known: m; below 0 where harm is reached. */
export interface TailMargin {
  readonly margin: 'tip to fat' | 'coagulation to fat' | 'cell death to epidermis';
  readonly median: number;
  /** Distance that is kept in all but the worst share (value at risk). */
  readonly quantile: number;
  /** Mean distance in the worst share (conditional value at risk). */
  readonly worstMean: number;
  readonly share: number;
}

/** One draw of a border that varies from place to place, lognormal, and of what comes towards it; m. */
export interface Gap {
  readonly border: number;
  readonly logSd: number;
  readonly reach: number;
  /** How much of a draw it stands for: 1 unless told. */
  readonly weight?: number;
}

const meanOver = (gaps: readonly Gap[], of: (gap: Gap) => number): number =>
  sum(new Float64Array(gaps.map((gap) => of(gap) * (gap.weight ?? 1)))) /
  sum(new Float64Array(gaps.map(({ weight = 1 }) => weight)));

const shareBelow = (gaps: readonly Gap[], distance: number): number =>
  meanOver(gaps, ({ border, logSd, reach }) =>
    distance + reach <= 0 ? 0 : normalCdf(log((distance + reach) / border) / logSd),
  );

/** E max(0, q − (X − reach)) for a lognormal X: the area under its distribution up to q. */
const shortfall = ({ border, logSd, reach }: Gap, distance: number): number => {
  const edge = distance + reach;
  if (edge <= 0) return 0;
  const d = log(edge / border) / logSd;
  return edge * normalCdf(d) - border * exp((logSd * logSd) / 2) * normalCdf(d - logSd);
};

/** Far enough out that nothing lies beyond: eight standard deviations of the widest place. */
const farOut = 8;

const quantileOfGaps = (gaps: readonly Gap[], share: number): number => {
  const low = gaps.reduce((least, { reach }) => Math.min(least, -reach), Infinity);
  const high = gaps.reduce(
    (most, { border, logSd, reach }) => Math.max(most, border * exp(farOut * logSd) - reach),
    -Infinity,
  );
  return findRoot((distance) => shareBelow(gaps, distance) - share, low, high, tolerance);
};

/** A tenth of a micrometre. */
const tolerance = 1e-7;

/**
 * The tail of the gap by Rockafellar and Uryasev (J. Risk 2:21, 2000): with q its quantile, the mean below it is
 * q − E max(0, q − gap)/share. The places within a draw are integrated exactly, the draws summed (safety.11).
 */
export const tailOfGaps = (margin: TailMargin['margin'], gaps: readonly Gap[]): TailMargin => {
  const quantile = quantileOfGaps(gaps, worst);
  const below = meanOver(gaps, (gap) => shortfall(gap, quantile));
  return {
    margin,
    median: quantileOfGaps(gaps, 1 / 2),
    quantile,
    worstMean: quantile - below / worst,
    share: worst,
  };
};

/** Where a distribution lies, and how far out its worst share. */
export interface Tail extends Omit<TailMargin, 'margin'> {}

/** Tail of draws that count alike: the worst share of them, the last one in part. */
export const tailOfValues = (draws: ArrayLike<number>): Tail => {
  const sorted = Float64Array.from(draws).sort();
  const wanted = worst * sorted.length;
  const counted = sorted.subarray(0, Math.max(1, Math.ceil(wanted)));
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    quantile: counted.at(-1) ?? Number.NaN,
    worstMean: sum(counted.map((value, i) => value * Math.min(1, wanted - i))) / wanted,
    share: worst,
  };
};

const tailOfDraws = (margin: TailMargin['margin'], draws: readonly number[]): TailMargin => ({
  margin,
  ...tailOfValues(draws),
});

const heatTails = ({ tracks, heats = [] }: Subject): TailMargin[] => {
  if (heats.length === 0) return [];
  const gaps = tracks.map(({ ceiling, dermalBorder, withinLogSd }, i): Gap => {
    const { belowTip = 0 } = heats[i % heats.length] ?? {};
    return { border: dermalBorder, logSd: withinLogSd, reach: ceiling + Math.max(0, belowTip) };
  });
  const toEpidermis = heats.map((heat) => heat.toEpidermis);
  return [
    ...(gaps.some(({ reach }) => Number.isNaN(reach)) ? [] : [tailOfGaps('coagulation to fat', gaps)]),
    ...(toEpidermis.some(Number.isNaN) ? [] : [tailOfDraws('cell death to epidermis', toEpidermis)]),
  ];
};

/**
 * How near the worst cases come to harm: the distance from the longest track to the fat, and with draws of heat those
 * of coagulation to the fat and of dead cells to the epidermis. Each draw of heat goes with every so many draws of
 * the track. A distance that some draw leaves without a number is left out.
 */
export const tailMarginsOf = (subject: Subject): TailMargin[] => {
  if (subject.tracks.length === 0) return [];
  const gaps = subject.tracks.map(({ ceiling, dermalBorder, withinLogSd }): Gap => ({
    border: dermalBorder,
    logSd: withinLogSd,
    reach: ceiling,
  }));
  return [tailOfGaps('tip to fat', gaps), ...heatTails(subject)];
};
