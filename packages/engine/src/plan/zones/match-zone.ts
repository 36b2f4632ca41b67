import type { Candidate } from '../plan.ts';

/** Courses that can be given in the same visits with the same handpiece. */
const visitsOf = ({ device, course: { sessions, interval } }: Candidate): string =>
  [device, sessions, interval].join(' ');

const byDose = ({ objectives: a }: Candidate, { objectives: b }: Candidate): number =>
  a.thermalDose - b.thermalDose || a.dose - b.dose;

/** Candidates of a zone by the visits they need, each list by rising dose; those on the front where there are any. */
export type Ladders = ReadonlyMap<string, readonly Candidate[]>;

export const laddersOf = (candidates: readonly Candidate[]): Ladders =>
  new Map(
    [...Map.groupBy(candidates, visitsOf)].map(([visits, all]) => {
      const front = all.filter(({ isOnFront }) => isOnFront);
      return [visits, (front.length > 0 ? front : all).toSorted(byDose)];
    }),
  );

/** How far up its ladder a candidate stands: 0 the least dose, 1 the most. */
const heightOf = (ladder: readonly Candidate[], candidate: Candidate): number => {
  const below = ladder.filter((other) => byDose(other, candidate) < 0).length;
  return ladder.length < 2 ? 1 : Math.min(1, below / (ladder.length - 1));
};

/**
 * The candidate of another zone for the same visits that stands as far up its own ladder of dose (plan.8); undefined
 * where that zone has none for these visits.
 */
export const matchIn = (own: Ladders, other: Ladders, candidate: Candidate): Candidate | undefined => {
  const visits = visitsOf(candidate);
  const ladder = other.get(visits);
  if (ladder === undefined) return undefined;
  const height = heightOf(own.get(visits) ?? [candidate], candidate);
  return ladder[Math.round(height * (ladder.length - 1))];
};
