import type { Candidate } from '../../plan/plan.ts';
import type { Objectives } from '../../plan/search/front.ts';
import { shareText, valueText } from '../numbers.ts';

/** What a course that is best in nothing is told by, as shares of the course that comes first. */
const told: readonly (readonly [keyof Objectives, string])[] = [
  ['thermalDose', 'tissue that heat kills'],
  ['dose', 'holes at the target'],
  ['downtime', 'surface wounded over the course'],
  ['discomfort', 'needle track in a session'],
];

/** "in between: 62 % of the holes at the target of A, 48 % of its surface wounded over the course" */
export const betweenText = (candidate: Candidate, first: Candidate): string => {
  const shares = told.flatMap(([name, what]) => {
    const [own, whole] = [candidate.objectives[name], first.objectives[name]];
    return whole > 0 && own !== whole ? [`${shareText(own / whole)} of its ${what}`] : [];
  });
  return shares.length === 0 ? 'in between' : `in between: against A ${shares.join(', ')}`;
};

/** What a person sees differ between courses that leave the same holes. */
export const twinText = ({ settings, course }: Candidate, letter: string): string =>
  [
    `the same holes as ${letter} by ${settings.passes === 1 ? '1 pass' : `${settings.passes} passes`}`,
    ...(settings.handSpeed === undefined ? [] : [`at ${valueText(settings.handSpeed, 'mm/s')}`]),
    ...(course.interval === undefined ? [] : [`every ${valueText(course.interval, 'days')}`]),
  ].join(' ');
