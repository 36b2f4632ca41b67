import type { Objectives } from '../plan/search/front.ts';

const dominatesInWords = (a: Objectives, b: Objectives): boolean => {
  const gains = [
    a.dose - b.dose,
    b.bleeding - a.bleeding,
    b.coveredShare - a.coveredShare,
    b.sessions - a.sessions,
    b.downtime - a.downtime,
    b.discomfort - a.discomfort,
    b.pigment - a.pigment,
    a.thermalDose - b.thermalDose,
    b.heat - a.heat,
  ];
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
};

/** Whether another is at least as good in everything and better in something: without the order or code of the front. */
export const isDominated = (one: Objectives, others: readonly Objectives[]): boolean =>
  others.some((other) => dominatesInWords(other, one));
