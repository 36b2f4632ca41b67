import { log } from '../math/exponential/log.ts';
import { normalQuantile } from '../math/probability/normal-quantile.ts';
import { mean, variance } from '../statistics/moments.ts';
import { quantile } from '../statistics/quantile.ts';

/**
 * How well several chains have converged on one quantity. R-hat near 1, below about 1.01, and some hundred
 * independent draws are good.
 */
export interface Diagnosis {
  /** The larger of the rank-normalised split R-hat of the draws and of their distance from the median. */
  readonly rHat: number;
  /** Independent draws the chains are worth for the middle, and for the 5 % and 95 % points. */
  readonly bulkEss: number;
  readonly tailEss: number;
}

/**
 * Convergence of one quantity over several chains of equal length, after A. Vehtari, A. Gelman, D. Simpson,
 * B. Carpenter, P.-C. Bürkner, Bayesian Anal. 16:667, 2021. A quantity that does not vary gives NaN.
 * RangeError for fewer than 4 draws or chains of different length.
 */
export function diagnose(chains: readonly Float64Array[]): Diagnosis {
  const length = chains[0]?.length ?? 0;
  if (length < 4 || chains.some((chain) => chain.length !== length))
    throw new RangeError('a diagnosis needs chains of equal length with at least 4 draws');
  const halves = chains.flatMap(split);
  const all = Float64Array.from(halves.flatMap((half) => [...half]));
  const centre = quantile(all, 0.5);
  const folded = halves.map((half) => half.map((value) => Math.abs(value - centre)));
  const below = (p: number) => {
    const bound = quantile(all, p);
    return halves.map((half) => half.map((value) => (value <= bound ? 1 : 0)));
  };
  const ranked = rankNormalised(halves);
  return {
    rHat: Math.max(rHatOf(ranked), rHatOf(rankNormalised(folded))),
    bulkEss: essOf(ranked),
    tailEss: Math.min(essOf(below(0.05)), essOf(below(0.95))),
  };
}

function split(chain: Float64Array): readonly Float64Array[] {
  const half = Math.floor(chain.length / 2);
  return [chain.subarray(0, half), chain.subarray(chain.length - half)];
}

/** Normal scores of the ranks over all chains, Φ⁻¹((r - 3/8)/(S + 1/4)); ties share their mean rank. */
function rankNormalised(chains: readonly Float64Array[]): readonly Float64Array[] {
  const all = chains.flatMap((chain) => [...chain]);
  const order = all.map((_, i) => i).sort((a, b) => all[a] - all[b]);
  const scores = new Float64Array(all.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && all[order[to]] === all[order[from]]) to++;
    const rank = (from + 1 + to) / 2;
    const score = normalQuantile((rank - 3 / 8) / (all.length + 1 / 4));
    for (let i = from; i < to; i++) scores[order[i]] = score;
  }
  let start = 0;
  return chains.map((chain) => scores.subarray(start, (start += chain.length)));
}

/** √(var⁺/W), var⁺ = (n - 1)/n W + the variance of the means of the chains. */
function rHatOf(chains: readonly Float64Array[]): number {
  const n = chains[0].length;
  const within = mean(chains.map(variance));
  return Math.sqrt((n - 1) / n + variance(chains.map((chain) => mean(chain))) / within);
}

/**
 * S / τ, τ = -1 + 2 Σ P_t over Geyer's initial monotone sequence of pairs of autocorrelations (ibid.,
 * eq. 10 to 13). At most S log10 S, for chains that overshoot.
 */
function essOf(chains: readonly Float64Array[]): number {
  const n = chains[0].length;
  const total = n * chains.length;
  const within = mean(chains.map(variance));
  const pooled = ((n - 1) / n) * within + variance(chains.map((chain) => mean(chain)));
  const covarianceAt = chains.map(autocovariance);
  const rho = (lag: number) =>
    1 - (within - mean(covarianceAt.map((at) => (at(lag) * n) / (n - 1)))) / pooled;
  let tau = -1;
  let smallest = Infinity;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = (lag === 0 ? 1 : rho(lag)) + rho(lag + 1);
    if (!(pair > 0)) break;
    smallest = Math.min(smallest, pair);
    tau += 2 * smallest;
  }
  return Math.min(total / tau, total * (log(total) / log(10)));
}

/** Σ (x_i - m)(x_{i+t} - m)/n as a function of the lag t. */
function autocovariance(chain: Float64Array): (lag: number) => number {
  const centre = mean(chain);
  const deviations = chain.map((value) => value - centre);
  return (lag) => {
    let total = 0;
    for (let i = 0; i + lag < deviations.length; i++) total += deviations[i] * deviations[i + lag];
    return total / deviations.length;
  };
}
