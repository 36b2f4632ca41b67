/** What a candidate is compared by: more of both doses is better, less of the others. */
export interface Objectives {
  /** Holes per area that reach the target, over the course, 1/m2. */
  readonly dose: number;
  /** Bleeding points per area in one session, 1/m2. */
  readonly bleeding: number;
  /** Share of the surface inside channels in one session, 1. */
  readonly coveredShare: number;
  readonly sessions: number;
  /** Stands for downtime, in its order: share of the surface inside channels, summed over the sessions, 1. */
  readonly downtime: number;
  /** Stands for discomfort, in its order: length of needle track per area in one session, heat counted as track, 1/m. */
  readonly discomfort: number;
  /** Stands for the risk that pigment changes, in its order: volume hurt per area over the course, m. */
  readonly pigment: number;
  /** Tissue whose cells die of heat per area over the course, m³/m², more is better; 0 for needles alone. */
  readonly thermalDose: number;
  /** Largest share of a limit of heat that is used, 1; 0 for needles alone. */
  readonly heat: number;
}

/** The sign that makes less of each better. */
export const lessIsBetter: Readonly<Record<keyof Objectives, 1 | -1>> = {
  dose: -1,
  bleeding: 1,
  coveredShare: 1,
  sessions: 1,
  downtime: 1,
  discomfort: 1,
  pigment: 1,
  thermalDose: -1,
  heat: 1,
};

const objectiveNames = Object.keys(lessIsBetter).filter(
  (name): name is keyof Objectives => name in lessIsBetter,
);

/** Every objective as a cost, in one order. */
const costsOf = (objectives: Objectives): Float64Array =>
  Float64Array.from(objectiveNames, (name) => lessIsBetter[name] * objectives[name]);

const beats = (a: Float64Array, b: Float64Array): boolean => {
  let isBetter = false;
  for (let i = 0; i < a.length; i += 1) {
    const [one = 0, other = 0] = [a[i], b[i]];
    if (one > other) return false;
    if (one < other) isBetter = true;
  }
  return isBetter;
};

/** Is a at least as good as b in everything and better in something? */
export const dominates = (a: Objectives, b: Objectives): boolean => beats(costsOf(a), costsOf(b));

/** Splits candidates into those nothing dominates and the rest, each by falling thermal dose, then by falling dose. */
export const byTradeOff = <T extends { readonly objectives: Objectives }>(
  candidates: readonly T[],
): { readonly front: readonly T[]; readonly rest: readonly T[] } => {
  const byDose = [...candidates]
    .sort(({ objectives: a }, { objectives: b }) => b.thermalDose - a.thermalDose || b.dose - a.dose)
    .map((candidate) => ({ candidate, costs: costsOf(candidate.objectives) }));
  const isBeaten = byDose.map(({ costs }) => byDose.some((other) => beats(other.costs, costs)));
  const split = (beaten: boolean): T[] =>
    byDose.filter((_, i) => isBeaten[i] === beaten).map(({ candidate }) => candidate);
  return { front: split(false), rest: split(true) };
};
