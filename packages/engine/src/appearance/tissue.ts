import { BadInput, type Problem } from '../error.ts';

/** Shares of the collagen of resting dermis, of one. The rest, 1 - functionalI - three, is type I not yet matured. */
export interface RestingCollagen {
  readonly functionalI: number;
  readonly three: number;
}

/** What the dermis is made of over time, each relative to its own value at rest, which is 1. One value a time. */
export interface TissueCourse {
  /** Total collagen that carries load: types I and III, without what is severed or denatured. */
  readonly collagen: Float64Array;
  /** Mature, cross-linked type I. */
  readonly functionalI: Float64Array;
  readonly three: Float64Array;
  /** Mature cross-links for each molecule of collagen. */
  readonly crossLinks: Float64Array;
  readonly elastin: Float64Array;
  readonly hyaluronan: Float64Array;
  /** 1 + W, W the excess of interstitial water as a share of saturation. */
  readonly water: Float64Array;
}

/** The dermis after a course of treatment: what this stage takes from healing. */
export interface Tissue {
  /** s after the first session, rising. */
  readonly times: Float64Array;
  readonly rest: RestingCollagen;
  /** One course for each draw, means over area and depth of the dermis; a single one where nothing was drawn. */
  readonly draws: readonly TissueCourse[];
}

export const tissueFields = [
  'collagen',
  'functionalI',
  'three',
  'crossLinks',
  'elastin',
  'hyaluronan',
  'water',
] as const satisfies readonly (keyof TissueCourse)[];

const remedy = 'give one finite value, 0 or above and relative to rest, for every time';

const columnFaults = (draw: TissueCourse, index: number, count: number): Problem[] =>
  tissueFields.flatMap((field) => {
    const column = draw[field];
    const path = `tissue.draws[${index}].${field}`;
    if (column.length !== count) {
      return [
        {
          path,
          given: `${column.length} values`,
          problem: 'does not match the times',
          allowed: `${count} values`,
          remedy,
        },
      ];
    }
    const wrong = column.findIndex((value) => !(value >= 0 && Number.isFinite(value)));
    return wrong < 0
      ? []
      : [
          {
            path: `${path}[${wrong}]`,
            given: String(column[wrong]),
            problem: 'is no amount',
            allowed: '0 or above',
            remedy,
          },
        ];
  });

const timeFaults = (times: Float64Array): Problem[] => {
  const wrong = times.findIndex((time, i) => !(Number.isFinite(time) && time > (times[i - 1] ?? -Infinity)));
  if (times.length > 0 && wrong < 0) return [];
  const given = times.length === 0 ? 'none' : String(times[wrong]);
  return [
    {
      path: 'tissue.times',
      given,
      problem: 'do not rise',
      allowed: 'one or more, rising',
      remedy: 'order the times',
    },
  ];
};

const restFaults = ({ functionalI, three }: RestingCollagen): Problem[] =>
  functionalI > 0 && three >= 0 && functionalI + three <= 1
    ? []
    : [
        {
          path: 'tissue.rest',
          given: `functionalI ${functionalI}, three ${three}`,
          problem: 'are no shares of one whole',
          allowed: 'functionalI above 0, three at least 0, together at most 1',
          remedy: 'give the shares of resting collagen',
        },
      ];

/** Passes the tissue on if it can be one; throws BadInput with every fault otherwise. */
export const checkTissue = (tissue: Tissue): Tissue => {
  const { times, rest, draws } = tissue;
  const none: Problem = {
    path: 'tissue.draws',
    given: 'none',
    problem: 'are missing',
    allowed: 'at least one',
    remedy,
  };
  const problems = [
    ...timeFaults(times),
    ...restFaults(rest),
    ...(draws.length === 0 ? [none] : []),
    ...draws.flatMap((draw, i) => columnFaults(draw, i, times.length)),
  ];
  if (problems.length > 0) throw new BadInput(problems);
  return tissue;
};

/** A layer of the dermis with its thickness, m. */
export interface TissueLayer {
  readonly thickness: number;
  readonly course: TissueCourse;
}

const mixed =
  (layers: readonly TissueLayer[], weights: readonly number[]) =>
  (field: keyof TissueCourse): Float64Array => {
    const count = layers[0]?.course[field].length ?? 0;
    return new Float64Array(count).map((_, i) =>
      layers.reduce((sum, { course }, k) => sum + (weights[k] ?? 0) * (course[field][i] ?? Number.NaN), 0),
    );
  };

/**
 * The mean over depth, each layer by its thickness. Cross-links are a mean for each molecule of collagen, so a layer
 * counts by thickness times collagen there.
 */
export const meanOverDepth = (layers: readonly TissueLayer[]): TissueCourse => {
  const whole = layers.reduce((sum, { thickness }) => sum + thickness, 0);
  if (!(whole > 0)) throw new RangeError(`layers need a thickness above 0, together they have ${whole} m`);
  const mean = mixed(
    layers,
    layers.map(({ thickness }) => thickness / whole),
  );
  const bound = layers.map(({ thickness, course }) => ({
    thickness,
    course: { ...course, crossLinks: course.crossLinks.map((value, i) => value * (course.collagen[i] ?? 0)) },
  }));
  const collagen = mean('collagen');
  const links = mixed(
    bound,
    layers.map(({ thickness }) => thickness / whole),
  )('crossLinks');
  return {
    collagen,
    functionalI: mean('functionalI'),
    three: mean('three'),
    crossLinks: links.map((value, i) => (value === 0 ? 0 : value / (collagen[i] ?? 1))),
    elastin: mean('elastin'),
    hyaluronan: mean('hyaluronan'),
    water: mean('water'),
  };
};
