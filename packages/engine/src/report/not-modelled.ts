import type { Plan } from '../plan/plan.ts';
import { valueText } from './numbers.ts';

const heatLines = (plan: Plan): string[] =>
  plan.status !== 'refused' && plan.devices.some(({ emulators }) => emulators.length > 0)
    ? [
        'Heat: steam that spreads, blood that stops flowing, and stamps that fall on tissue still warm are not in the model; no model of heat in living skin has been validated beyond the records of docs/benchmarks.',
      ]
    : [];

/** What no number of this report speaks of. */
export const notModelledOf = (plan: Plan): string[] => {
  const wish = plan.given.preferences?.most_downtime;
  return [
    ...heatLines(plan),
    'Healing: simulated for a protocol (`simulate`), not weighed in a plan; no collagen or wound forecast is given here.',
    'Appearance: a protocol is looked at by the simulation; a plan does not weigh it yet, and no picture of a result is given here.',
    'Benefit beyond no treatment: what trials say is before and after; what depth, passes and sessions change of it is not known.',
    `Downtime: the simulation gives days of redness and swelling; a plan does not weigh them yet${
      wish === undefined ? '' : `, so the wish for at most ${valueText(wish, 'days')} could not be weighed`
    }; bleeding points in a session stand in for it, without a number of days.`,
  ];
};
