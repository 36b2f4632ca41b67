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

export const objectiveNames = Object.keys(lessIsBetter).filter(
  (name): name is keyof Objectives => name in lessIsBetter,
);

/** Every objective as a cost, in the order of their names. */
export const costsOf = (objectives: Objectives): Float64Array =>
  new Float64Array(objectiveNames.map((name) => lessIsBetter[name] * objectives[name]));

const beats = (a: Float64Array, b: Float64Array): boolean => {
  let isBetter = false;
  for (let i = 0; i < a.length; i += 1) {
    const [one = 0, other = 0] = [a[i], b[i]];
    if (one > other) return false;
    if (one < other) isBetter = true;
  }
  return isBetter;
};

/** Least and most of every cost, and which of them differ at all. */
interface Ranges {
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly differing: readonly number[];
}

export const rangesOf = (costs: readonly Float64Array[]): Ranges => {
  const least = new Float64Array(costs[0]?.length ?? 0).fill(Infinity);
  const most = new Float64Array(least.length).fill(-Infinity);
  for (const own of costs) {
    for (let k = 0; k < own.length; k += 1) {
      const cost = own[k] ?? 0;
      if (cost < (least[k] ?? 0)) least[k] = cost;
      if (cost > (most[k] ?? 0)) most[k] = cost;
    }
  }
  const differing = [...least.keys()].filter((k) => (most[k] ?? 0) > (least[k] ?? 0));
  return { least, most, differing };
};

/** Costs that are not the same for all, one row each. */
interface Rows {
  readonly rows: Float64Array;
  readonly width: number;
  /** Costs of a row added up, each over its range: never more for what dominates. */
  readonly sums: Float64Array;
}

const rowsOf = (costs: readonly Float64Array[]): Rows => {
  const { least, most, differing } = rangesOf(costs);
  const width = differing.length;
  const rows = new Float64Array(width * costs.length);
  const sums = new Float64Array(costs.length);
  costs.forEach((own, n) => {
    differing.forEach((k, i) => {
      const [cost = 0, from = 0, to = 0] = [own[k], least[k], most[k]];
      rows[n * width + i] = cost;
      sums[n] = (sums[n] ?? 0) + (cost - from) / (to - from);
    });
  });
  return { rows, width, sums };
};

const firstDifference = ({ rows, width }: Rows, a: number, b: number): number => {
  for (let i = 0; i < width; i += 1) {
    const apart = (rows[a * width + i] ?? 0) - (rows[b * width + i] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
};

const isBeaten = ({ rows, width }: Rows, one: number, left: Int32Array, count: number): boolean => {
  for (let n = 0; n < count; n += 1) {
    const other = (left[n] ?? 0) * width;
    let isBetter = false;
    let i = 0;
    for (; i < width; i += 1) {
      const apart = (rows[one * width + i] ?? 0) - (rows[other + i] ?? 0);
      if (apart < 0) break;
      if (apart > 0) isBetter = true;
    }
    if (i === width && isBetter) return true;
  }
  return false;
};

/**
 * Which of several costs nothing dominates, in their order; equals stay. What dominates comes no later in the order of
 * the sums, so that each is held against those only that are left before it.
 */
export const undominated = (costs: readonly Float64Array[]): number[] => {
  const rows = rowsOf(costs);
  const { sums } = rows;
  const order = Int32Array.from(costs.keys()).sort(
    (a, b) => (sums[a] ?? 0) - (sums[b] ?? 0) || firstDifference(rows, a, b) || a - b,
  );
  const left = new Int32Array(costs.length);
  let count = 0;
  for (const one of order) {
    if (isBeaten(rows, one, left, count)) continue;
    left[count] = one;
    count += 1;
  }
  return [...left.subarray(0, count)].sort((a, b) => a - b);
};

/** Is a at least as good as b in everything and better in something? */
export const dominates = (a: Objectives, b: Objectives): boolean => beats(costsOf(a), costsOf(b));

/** Splits candidates into those nothing dominates and the rest, each by falling thermal dose, then by falling dose. */
export const byTradeOff = <T extends { readonly objectives: Objectives }>(
  candidates: readonly T[],
): { readonly front: readonly T[]; readonly rest: readonly T[] } => {
  const byDose = [...candidates].sort(
    ({ objectives: a }, { objectives: b }) => b.thermalDose - a.thermalDose || b.dose - a.dose,
  );
  const onFront = new Set(undominated(byDose.map(({ objectives }) => costsOf(objectives))));
  const split = (isOn: boolean): T[] => byDose.filter((_, i) => onFront.has(i) === isOn);
  return { front: split(true), rest: split(false) };
};
