import { costsOf, lessIsBetter, objectiveNames, type Objectives } from '../search/front.ts';

/** The worst of the zones counts for these; of the others the mean over the area. */
const worstCounts = new Set<keyof Objectives>(['discomfort', 'heat']);
/** The same in all zones. */
const isShared = new Set<keyof Objectives>(['sessions']);

/** What a zone adds to the objectives of an area. */
export interface Part {
  /** Of the whole area, 1. */
  readonly share: number;
  readonly objectives: Objectives;
}

/** Costs of the first zone of an area. */
export const firstCosts = ({ share, objectives }: Part): Float64Array =>
  costsOf(objectives).map((cost, k) => {
    const name = objectiveNames[k] ?? 'dose';
    return worstCounts.has(name) || isShared.has(name) ? cost : share * cost;
  });

/** Costs with one more zone (plan.9): never less for a zone that costs no less, so that fronts of zones are enough. */
export const addCosts = (before: Float64Array, zone: Float64Array): Float64Array =>
  before.map((cost, k) => {
    const name = objectiveNames[k] ?? 'dose';
    const own = zone[k] ?? 0;
    if (worstCounts.has(name)) return Math.max(cost, own);
    return isShared.has(name) ? cost : cost + own;
  });

/** Costs as objectives. */
export const objectivesOfCosts = (costs: Float64Array): Objectives => {
  const of = (name: keyof Objectives): number =>
    lessIsBetter[name] * (costs[objectiveNames.indexOf(name)] ?? Number.NaN);
  return {
    dose: of('dose'),
    bleeding: of('bleeding'),
    coveredShare: of('coveredShare'),
    sessions: of('sessions'),
    downtime: of('downtime'),
    discomfort: of('discomfort'),
    pigment: of('pigment'),
    thermalDose: of('thermalDose'),
    heat: of('heat'),
  };
};
