import { studentQuantile } from '@percuta/numerics';
import { measure } from '../../measure/measures.ts';
import type { Outcome } from '../../study/outcome-schema.ts';
import type { Change } from './evidence.ts';
import type { Read } from './counts-of.ts';
import type { How } from './readings.ts';

/**
 * Above two standard deviations the size of a standardised change says how coarse the score is, not how far
 * people went (98 of 100 improved already): only "at least 2" is kept.
 */
const coarse = 2;

/**
 * The standardised mean change of a score of appearance: from the change and its spread, or bounds of it
 * from a test of the change against none. Under normal changes its share improved is Φ of it, so it stands
 * on the latent scale with the cut at 0 (expectation.4).
 */
export function changeOf(
  outcome: Outcome,
  how: How | undefined,
  analysed?: number,
): Read<Change> | undefined {
  if (measure(outcome.measure).domain !== 'appearance') return undefined;
  const n = analysed ?? how?.n;
  const change = measuredChange(outcome, n) ?? testedChange(outcome, how, n);
  if (change === undefined) return undefined;
  return n === undefined || n < 3 ? { not: 'the number of people is not known' } : { value: change, n };
}

function measuredChange({ change, direction }: Outcome, n: number | undefined): Change | undefined {
  if (change?.mean_reduction === undefined || direction === undefined || n === undefined || n < 3)
    return undefined;
  const { interval } = change;
  const width = interval && interval.high - interval.low;
  const quantile = interval && studentQuantile(0.5 + interval.level / 2, n - 1);
  const fromInterval =
    width === undefined || quantile === undefined ? undefined : (width / 2 / quantile) * Math.sqrt(n);
  const sd = change.sd ?? fromInterval;
  if (sd === undefined || sd <= 0) return undefined;
  const value = ((direction === 'lower is better' ? 1 : -1) * change.mean_reduction) / sd;
  return value > coarse
    ? { kind: 'change', low: coarse, high: Infinity }
    : { kind: 'change', low: value, high: value };
}

/** t = d √n: a p that is printed gives d, a bound of p a bound of d. Words alone are no test. */
function testedChange({ change, reading }: Outcome, how: How | undefined, n = 3): Change | undefined {
  const { op, value } = change?.p ?? { op: '<', value: how?.p };
  if (value === undefined) return undefined;
  const at = studentQuantile(1 - value / 2, Math.max(2, n - 1)) / Math.sqrt(n);
  if (reading?.from_start === 'unchanged') return { kind: 'change', low: -Infinity, high: at };
  if (reading?.from_start !== 'improved') return undefined;
  const low = Math.min(at, coarse);
  return { kind: 'change', low, high: op === '=' && at < coarse ? at : Infinity };
}

/** Standard deviation of a standardised mean change d of n people: √(1/n + d²/(2 n)) (expectation.4). */
export function errorOfChange({ low, high, error }: Change, n: number): number {
  if (error !== undefined) return error;
  const d = Number.isFinite(low) ? low : high;
  return Math.sqrt((1 + (d * d) / 2) / n);
}
