import { asin, cos, exp, log, sin } from '@percuta/numerics';
import type { EffectSize } from './effect.ts';
import { requireCount, type Count, type CountOptions } from './two-arms.ts';

/** log odds of a share, variance 1/events + 1/others; 0 and all are refused unless corrected. */
export function logitProportion({ events, total }: Count, { correction = 0 }: CountOptions = {}): EffectSize {
  requireCount({ events, total });
  const added = events === 0 || events === total ? correction : 0;
  const yes = events + added;
  const no = total - events + added;
  if (!(yes > 0 && no > 0))
    throw new RangeError(`${events} of ${total} has no logit; pool the counts by proportionModel`);
  return { estimate: log(yes / no), variance: 1 / yes + 1 / no };
}

/** The share, 0 to 1, of a logarithm of odds; exact to rounding at both ends, where 1 + exp would overflow. */
export function fromLogit(value: number): number {
  return value < 0 ? exp(value) / (1 + exp(value)) : 1 / (1 + exp(-value));
}

/** asin √p, variance 1/(4n). */
export function arcsineProportion({ events, total }: Count): EffectSize {
  requireCount({ events, total });
  return { estimate: asin(Math.sqrt(events / total)), variance: 1 / (4 * total) };
}

/** The share, 0 to 1, whose asin √p is the value; values beyond 0 and π/2 give the ends. */
export function fromArcsine(value: number): number {
  if (value <= 0) return 0;
  return value >= Math.PI / 2 ? 1 : sin(value) ** 2;
}

/** Half of asin √(x/(n+1)) + asin √((x+1)/(n+1)), variance 1/(4n + 2) (M. F. Freeman and J. W. Tukey 1950). */
export function doubleArcsineProportion({ events, total }: Count): EffectSize {
  requireCount({ events, total });
  return { estimate: doubleArcsine(events, total), variance: 1 / (4 * total + 2) };
}

/**
 * The share whose double arcsine at sample size n is the value (J. J. Miller, Am. Stat. 32:138, 1978). For a
 * pooled value n is conventionally the harmonic mean of the sizes, and the result depends on it (G. Schwarzer
 * et al., Res. Synth. Methods 10:476, 2019): prefer proportionModel for shares far from 1/2.
 */
export function fromDoubleArcsine(value: number, n: number): number {
  if (value <= doubleArcsine(0, n)) return 0;
  if (value >= doubleArcsine(n, n)) return 1;
  const t = 2 * value;
  const inner = sin(t) + (sin(t) - 1 / sin(t)) / n;
  return (1 - Math.sign(cos(t)) * Math.sqrt(Math.max(0, 1 - inner * inner))) / 2;
}

/** n / Σ 1/n_i. */
export function harmonicMeanSize(counts: readonly Count[]): number {
  return counts.length / counts.reduce((total, { total: n }) => total + 1 / n, 0);
}

function doubleArcsine(events: number, n: number): number {
  return (asin(Math.sqrt(events / (n + 1))) + asin(Math.sqrt((events + 1) / (n + 1)))) / 2;
}
