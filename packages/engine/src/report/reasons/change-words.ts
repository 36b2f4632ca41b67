import type { Change, Counterfactual } from '../../plan/explain/counterfactual.ts';
import { readingError } from '../../plan/explain/counterfactual.ts';
import type { Rejected } from '../../plan/plan.ts';
import { chanceText, counted, valueText } from '../numbers.ts';

const words: Readonly<Record<Change['kind'], (to: number) => string>> = {
  depth: (to) => `at ${valueText(to, 'mm')}`,
  needles: (to) => `with needles no longer than ${valueText(to, 'mm')}, which this device does not have,`,
  passes: (to) => `with ${counted(to, 'pass', 'passes')}`,
  'hand speed': (to) => `with the hand at ${valueText(to, 'mm/s')}`,
  frequency: (to) => `at ${valueText(to, 'Hz')}`,
  interval: (to) => `with ${valueText(to, 'days')} between sessions`,
  sessions: (to) => `with ${counted(to, 'session', 'sessions')}`,
  reading: (to) =>
    `with the skin measured as ${valueText(to, 'mm')} ± ${valueText(readingError, 'mm')} or more`,
};

/** "At 0.5 mm it is 3.9 %, with 95 % confidence up to 4.0 %: inside". */
export const changeText = (
  { change, value, upper, keeps, isInside }: Counterfactual,
  { binding: { unit } }: Pick<Rejected, 'binding'>,
): string => {
  const verdict = isInside ? 'inside' : keeps ? 'this limit is kept, another is not' : 'still outside';
  return `${words[change.kind](change.to)} it is ${chanceText(valueText(value, unit), upper)}: ${verdict}`;
};
