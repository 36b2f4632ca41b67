/** What a candidate is compared by: more of both doses is better, less of the others. */
export interface Objectives {
  /** Holes per area that reach the target, over the course, 1/m2. */
  readonly dose: number;
  /** Bleeding points per area in one session, 1/m2. */
  readonly bleeding: number;
  /** Share of the surface inside channels in one session, 1. */
  readonly coveredShare: number;
  readonly sessions: number;
  /** Tissue whose cells die of heat per area over the course, m³/m², more is better; 0 for needles alone. */
  readonly thermalDose: number;
  /** Largest share of a limit of heat that is used, 1; 0 for needles alone. */
  readonly heat: number;
}

/** Is a at least as good as b in everything and better in something? */
export const dominates = (a: Objectives, b: Objectives): boolean => {
  const noWorse =
    a.dose >= b.dose &&
    a.bleeding <= b.bleeding &&
    a.coveredShare <= b.coveredShare &&
    a.sessions <= b.sessions &&
    a.thermalDose >= b.thermalDose &&
    a.heat <= b.heat;
  const better =
    a.dose > b.dose ||
    a.bleeding < b.bleeding ||
    a.coveredShare < b.coveredShare ||
    a.sessions < b.sessions ||
    a.thermalDose > b.thermalDose ||
    a.heat < b.heat;
  return noWorse && better;
};

/** Splits candidates into those nothing dominates and the rest, each by falling thermal dose, then by falling dose. */
export const byTradeOff = <T extends { readonly objectives: Objectives }>(
  candidates: readonly T[],
): { readonly front: readonly T[]; readonly rest: readonly T[] } => {
  const byDose = [...candidates].sort(
    ({ objectives: a }, { objectives: b }) => b.thermalDose - a.thermalDose || b.dose - a.dose,
  );
  const isDominated = (candidate: T): boolean =>
    byDose.some((other) => dominates(other.objectives, candidate.objectives));
  return {
    front: byDose.filter((candidate) => !isDominated(candidate)),
    rest: byDose.filter((candidate) => isDominated(candidate)),
  };
};
