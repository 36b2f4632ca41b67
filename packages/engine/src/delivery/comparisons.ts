import type { Candidate, WorkedOut } from '../plan/plan.ts';
import { routesOf } from '../expectation/risks.ts';
import type { Delivered } from './delivered.ts';
import type { PredictedAgainstReported } from './recomputed.ts';

const percent = 100;

/** What trials gave for the level that was reported; levels of improvement count with those above them. */
const predictedOf = (
  { expectation, devices }: WorkedOut,
  { device }: Candidate,
  level: Delivered['outcomes'][number]['level'],
): PredictedAgainstReported['predicted'] => {
  const sheet = devices.find((facts) => facts.sheet.id === device)?.sheet;
  const [asked] = sheet === undefined ? [] : routesOf([sheet]);
  const route = expectation.routes.find((one) => one.route === asked);
  if (route?.status !== 'estimated') return undefined;
  const found = route.levels.find((one) => one.level === level);
  if (found === undefined) return undefined;
  const { median, band90 } = found;
  return { median: median / percent, low: band90.low / percent, high: band90.high / percent };
};

/** Every outcome reported, beside what was to be expected; kept with the course, for whoever learns from many. */
export const comparisonsOf = (
  plan: WorkedOut,
  planned: Candidate,
  { outcomes, sessions }: Delivered,
): PredictedAgainstReported[] =>
  outcomes.map((outcome) => ({
    outcome,
    predicted: predictedOf(plan, planned, outcome.level),
    sinceSession: outcome.day - (sessions.findLast(({ day }) => day <= outcome.day)?.day ?? 0),
  }));
