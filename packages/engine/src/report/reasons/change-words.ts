import type { Change, Counterfactual } from '../../plan/explain/counterfactual.ts';
import { readingError } from '../../plan/explain/counterfactual.ts';
import type { Rejected } from '../../plan/plan.ts';
import { energyText } from '../heat/heat-facts.ts';
import { chanceText, counted, valueText } from '../numbers.ts';

const words: Readonly<Record<Change['kind'], (to: number) => string>> = {
  depth: (to) => `at ${valueText(to, 'mm')}`,
  needles: (to) => `with needles no longer than ${valueText(to, 'mm')}, which this device does not have,`,
  energy: (to) => `with ${valueText(to, 'mJ')} per needle`,
  power: (to) => `with ${valueText(to, 'W')}`,
  voltage: (to) => `with ${valueText(to, 'V')}`,
  pulse: (to) => `with a pulse of ${valueText(to, 'ms')}`,
  passes: (to) => `with ${counted(to, 'pass', 'passes')}`,
  'hand speed': (to) => `with the hand at ${valueText(to, 'mm/s')}`,
  frequency: (to) => `at ${valueText(to, 'Hz')}`,
  interval: (to) => `with ${valueText(to, 'days')} between sessions`,
  sessions: (to) => `with ${counted(to, 'session', 'sessions')}`,
  reading: (to) =>
    `with the skin measured as ${valueText(to, 'mm')} ± ${valueText(readingError, 'mm')} or more`,
};

const verdictOf = ({ keeps, isInside, isHeatJudged, gentlest }: Counterfactual): string => {
  const energy = gentlest === undefined ? '' : ` with the least energy, ${energyText(gentlest)}`;
  if (isInside) return `inside${energy}`;
  if (!keeps) return 'still outside';
  if (isHeatJudged && energy !== '') return `this limit is kept, another is not, even${energy}`;
  return isHeatJudged ? 'this limit is kept, another is not' : 'this limit is kept; heat not judged';
};

/** "At 0.5 mm it is 3.9 %, with 95 % confidence up to 4.0 %: inside". */
export const changeText = (
  counterfactual: Counterfactual,
  { binding: { unit } }: Pick<Rejected, 'binding'>,
): string => {
  const { change, value, upper } = counterfactual;
  return `${words[change.kind](change.to)} it is ${chanceText(valueText(value, unit), upper)}: ${verdictOf(counterfactual)}`;
};
