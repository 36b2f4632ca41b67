import { normalQuantile } from '@percuta/numerics';
import { improvedShare } from '../measure/levels.ts';
import type { Arm } from './study-schema.ts';
import type { Direction, Outcome } from './outcome-schema.ts';

/** p below which a change counts, and the matching quantile of the normal distribution. */
const significance = 0.05;
const z = normalQuantile(1 - significance / 2);

/**
 * Which way an outcome went from the start, as far as its numbers or, failing them, its words say. In order:
 * an interval of the change, the reading of the words, a change or two means against their standard error,
 * counts of those who improved. Undefined where nothing can be said: a bare mean is no finding.
 */
export function findingOf(outcome: Outcome, arm: Pick<Arm, 'analysed' | 'enrolled'>): Direction | undefined {
  return (
    outcome.reading?.from_start ??
    ofInterval(outcome) ??
    ofMeans(outcome, arm.analysed ?? arm.enrolled) ??
    ofCounts(outcome)
  );
}

type Signed = number | undefined;

function ofInterval({ change, direction }: Outcome): Direction | undefined {
  if (!change?.interval || change.mean_reduction === undefined) return undefined;
  const { low, high } = change.interval;
  if (low <= 0 && high >= 0) return 'unchanged';
  return low > 0 === (direction !== 'higher is better') ? 'improved' : 'worse';
}

/** The sides of a before-and-after are taken as uncorrelated, which widens: a finding here is a strong one. */
function ofMeans(
  { change, baseline, end, direction }: Outcome,
  n: number | undefined,
): Direction | undefined {
  if (n === undefined || n === 0) return undefined;
  const isLowerBetter = direction !== 'higher is better';
  const moved = change?.mean_reduction ?? difference(baseline?.mean, end?.mean);
  const error = change?.sd === undefined ? errorOf(baseline, end, n) : change.sd / Math.sqrt(n);
  if (moved === undefined || error === undefined) return undefined;
  if (Math.abs(moved) <= z * error) return 'unchanged';
  return moved > 0 === isLowerBetter ? 'improved' : 'worse';
}

const difference = (from: Signed, to: Signed): Signed =>
  from === undefined || to === undefined ? undefined : from - to;

type State = Outcome['baseline'];

function errorOf(baseline: State, end: State, n: number): Signed {
  const [before, after] = [baseline, end].map((state) => squaredError(state, n));
  return before === undefined || after === undefined ? undefined : Math.sqrt(before + after);
}

function squaredError(state: State, n: number): Signed {
  if (state?.se !== undefined) return state.se ** 2;
  return state?.sd === undefined ? undefined : state.sd ** 2 / n;
}

/** Counts can only speak for improvement where most people reached it; few may mean a high bar. */
function ofCounts(outcome: Outcome): Direction | undefined {
  const { responders, share, percent_improvement, measure } = outcome;
  const counted = responders && responders.n > 0 ? responders.k / responders.n : undefined;
  const part = share ?? counted ?? improvedShare(outcome);
  if (part !== undefined && part > 1 / 2) return 'improved';
  if (part !== undefined && anyImprovement.has(measure)) return 'unchanged';
  return (percent_improvement?.min ?? 0) > 0 ? 'improved' : undefined;
}

/** Bars so low that half the people below them is a finding. */
const anyImprovement = new Set<Outcome['measure']>([
  'responders-any-improvement',
  'responders-any-ecca-reduction',
  'responders-gais',
]);
