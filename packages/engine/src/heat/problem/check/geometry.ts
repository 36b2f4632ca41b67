import type { Problem } from '../../../error.ts';
import type { Domain, Electrode, HeatProblem, Needle, Point } from '../heat-problem.ts';
import { type Body, bodyOf, overlap } from './bodies.ts';
import { mm, when } from './finding.ts';

/** Part of an extent by which edges that should meet may differ: far above rounding, far below any cell. */
const rounding = 1e-9;

/** Lower and upper end along each coordinate that the domain has. */
type Extent = Readonly<Partial<Record<'x' | 'y' | 'z', readonly [number, number]>>>;

export const extentOf = (domain: Domain): Extent => {
  switch (domain.kind) {
    case 'line': {
      const span = [domain.from, domain.to] as const;
      return domain.metric === 'slab' ? { z: span } : { x: span };
    }
    case 'axisymmetric':
      return { x: [0, domain.radius], z: [0, domain.depth] };
    case 'block':
      return {
        x: [-domain.width / 2, domain.width / 2],
        y: [-domain.breadth / 2, domain.breadth / 2],
        z: [0, domain.depth],
      };
  }
};

/** The coordinate that layers follow, with its ends. */
export const stackOf = (domain: Domain): readonly [number, number] => {
  const { x, z } = extentOf(domain);
  return z ?? x ?? [0, 0];
};

const pathOf = (electrode: Electrode): string => `electrodes "${electrode.name}"`;

const needleProblems = (path: string, needle: Needle): Problem[] =>
  needle.to > needle.from
    ? partProblems(path, needle)
    : [
        {
          path: `${path}.to`,
          given: mm(needle.to),
          problem: 'does not lie below the upper end of the needle',
          allowed: `more than ${mm(needle.from)}`,
          remedy: 'exchange from and to, or lengthen the needle',
        },
      ];

const partProblems = (path: string, { from, to, tip, exposed }: Needle): Problem[] => [
  ...when(from < 0, () => ({
    path: `${path}.from`,
    given: mm(from),
    problem: 'the needle crosses the surface: its upper end lies above it',
    allowed: 'at least 0 mm',
    remedy: 'write "0 mm" for a needle that goes through the surface; what is above it is not modelled',
  })),
  ...when(tip > to - from, () => ({
    path: `${path}.tip`,
    given: mm(tip),
    problem: 'the cone of the tip is longer than the needle',
    allowed: `0 mm to ${mm(to - from)}`,
    remedy: 'shorten the tip or lengthen the needle',
  })),
  ...exposedProblems(path, from, to, exposed),
];

const exposedProblems = (path: string, from: number, to: number, exposed: Needle['exposed']): Problem[] => {
  const given = `${mm(exposed.from)} to ${mm(exposed.to)}`;
  const bare = exposed.to - exposed.from;
  const slack = rounding * (to - from);
  if (bare > to - from + slack) {
    return [
      {
        path: `${path}.exposed`,
        given,
        problem: `the exposed interval of ${mm(bare)} is longer than the needle of ${mm(to - from)}`,
        allowed: `within ${mm(from)} to ${mm(to)}`,
        remedy: 'shorten the exposed interval or lengthen the needle',
      },
    ];
  }
  const isOutside = exposed.from < from - slack || exposed.to > to + slack || bare <= 0;
  return when(isOutside, () => ({
    path: `${path}.exposed`,
    given,
    problem: bare <= 0 ? 'the exposed interval has no length' : 'the exposed interval leaves the needle',
    allowed: `within ${mm(from)} to ${mm(to)}`,
    remedy: 'give depths from and to on the needle, or a length up from its tip',
  }));
};

const surfaceProblems = (electrode: Electrode, body: Body): Problem[] => {
  const { shape } = electrode;
  if (shape.kind === 'needle' || body.top >= 0 || shape.centre.z === 0) return [];
  return [
    {
      path: pathOf(electrode),
      given: `from ${mm(body.top)} to ${mm(body.bottom)} of depth`,
      problem: `the ${shape.kind} crosses the surface`,
      allowed: 'all of it below 0 mm, or its centre at 0 mm, which embeds the lower half',
      remedy: 'move its centre',
    },
  ];
};

const outsideProblems = (electrode: Electrode, body: Body, domain: Domain): Problem[] => {
  const { x, y, z } = extentOf(domain);
  const ranges: readonly (readonly [string, readonly [number, number] | undefined, number, number])[] = [
    ['x', domain.kind === 'axisymmetric' ? undefined : x, body.x - body.reach, body.x + body.reach],
    ['radius', domain.kind === 'axisymmetric' ? x : undefined, 0, body.reach],
    ['y', y, body.y - body.reach, body.y + body.reach],
    ['depth', z, Math.max(0, body.top), body.bottom],
  ];
  return ranges.flatMap(([axis, range, low, high]) => {
    if (range === undefined) return [];
    const slack = rounding * (range[1] - range[0]);
    return when(low < range[0] - slack || high > range[1] + slack, () => ({
      path: pathOf(electrode),
      given: `${axis} from ${mm(low)} to ${mm(high)}`,
      problem: 'lies outside the domain',
      allowed: `${axis} from ${mm(range[0])} to ${mm(range[1])}`,
      remedy: 'move the electrode or enlarge the domain',
    }));
  });
};

const axisProblems = (electrode: Electrode, body: Body, domain: Domain): Problem[] => [
  ...when(domain.kind === 'axisymmetric' && (body.x !== 0 || body.y !== 0), () => ({
    path: pathOf(electrode),
    given: `x ${mm(body.x)}, y ${mm(body.y)}`,
    problem: 'stands beside the axis of an axisymmetric domain',
    allowed: 'x 0 mm, y 0 mm',
    remedy: 'put it on the axis, or use a block',
  })),
  ...when(domain.kind === 'line', () => ({
    path: pathOf(electrode),
    given: `a ${electrode.shape.kind}`,
    problem: 'a line holds no electrode',
    allowed: 'a group at its start or end',
    remedy: 'name a group under sides, or use an axisymmetric domain or a block',
  })),
];

/** Electrodes of two potentials that touch would be a short circuit; of one, they are one piece of metal. */
const areShorted = (one: Electrode, other: Electrode): boolean =>
  one.group !== undefined &&
  other.group !== undefined &&
  one.group !== other.group &&
  overlap(one, other, rounding);

const overlapProblems = (electrodes: readonly Electrode[]): Problem[] =>
  electrodes.flatMap((one, i) =>
    electrodes.slice(i + 1).flatMap((other) => {
      const isOver = overlap(one, other);
      return when(isOver || areShorted(one, other), () => ({
        path: pathOf(one),
        given: `and "${other.name}"`,
        problem: isOver ? 'overlap' : 'touch, which is a short circuit between their groups',
        remedy: 'move one of them, or make them thinner',
      }));
    }),
  );

const placed = (electrodes: readonly Electrode[], domain: Domain): Problem[] => [
  ...electrodes.flatMap((electrode) => {
    const body = bodyOf(electrode.shape);
    const { shape } = electrode;
    return [
      ...axisProblems(electrode, body, domain),
      ...(shape.kind === 'needle' ? needleProblems(pathOf(electrode), shape) : []),
      ...when(shape.kind === 'ring' && shape.wireRadius >= shape.radius, () => ({
        path: `${pathOf(electrode)}.wire_radius`,
        given: shape.kind === 'ring' ? mm(shape.wireRadius) : '',
        problem: 'the wire is thicker than the ring is wide',
        remedy: 'make it thinner than the radius of the ring',
      })),
      ...surfaceProblems(electrode, body),
      ...outsideProblems(electrode, body, domain),
    ];
  }),
  ...overlapProblems(electrodes),
];

/** Electrodes where they can stand: inside, below the surface, apart; at the start and after every move. */
export const electrodeProblems = ({ electrodes, moves }: HeatProblem, domain: Domain): Problem[] => {
  const atStart = placed(electrodes, domain);
  if (atStart.length > 0) return atStart;
  return moves.flatMap((move, i) =>
    placed(move.electrodes, domain).map((found) => ({
      ...found,
      path: `moves[${i}], ${found.path}`,
    })),
  );
};

/** Coordinates that a domain does not have say nothing of a place in it. */
const strangeCoordinates = (path: string, at: Point, domain: Domain): Problem[] => {
  const extent = extentOf(domain);
  return (['x', 'y', 'z'] as const)
    .filter((axis) => extent[axis] === undefined && at[axis] !== 0)
    .map((axis) => ({
      path: `${path}.${axis}`,
      given: mm(at[axis]),
      problem: 'this domain has no such coordinate',
      allowed: Object.keys(extent).join(', '),
      remedy:
        'leave it out: a slab has z, a cylinder or sphere x (the radius), an axisymmetric domain x and z',
    }));
};

/** A point that should lie in the domain. */
export const pointProblems = (path: string, at: Point, domain: Domain): Problem[] => [
  ...strangeCoordinates(path, at, domain),
  ...Object.entries(extentOf(domain)).flatMap(([axis, [low, high]]) => {
    const value = axis === 'x' ? at.x : axis === 'y' ? at.y : at.z;
    const slack = rounding * (high - low);
    return when(value < low - slack || value > high + slack, () => ({
      path: `${path}.${axis}`,
      given: mm(value),
      problem: 'lies outside the domain',
      allowed: `${mm(low)} to ${mm(high)}`,
      remedy: 'move it or enlarge the domain',
    }));
  }),
];

/** Layers that fill the domain and no more, each with a thickness. */
export const layerProblems = ({ layers }: HeatProblem, domain: Domain): Problem[] => {
  const [from, to] = stackOf(domain);
  const empty = layers.findIndex(({ thickness }) => thickness <= 0);
  if (empty >= 0) {
    const isLast = empty === layers.length - 1;
    return [
      {
        path: `layers[${empty}].thickness`,
        given: isLast ? 'the rest of the domain' : 'nothing',
        problem: isLast ? 'the layers above leave nothing of the domain for it' : 'is missing',
        allowed: isLast ? `${mm(to - from)} for all of them` : 'left out in the last layer alone',
        remedy: isLast ? 'make one of them thinner, or enlarge the domain' : 'give it',
      },
    ];
  }
  const filled = layers.reduce((total, { thickness }) => total + thickness, 0);
  return when(Math.abs(filled - (to - from)) > rounding * (to - from), () => ({
    path: 'layers',
    given: layers.length === 0 ? 'none' : `${mm(filled)} together`,
    problem: 'the layers do not fill the domain',
    allowed: mm(to - from),
    remedy: 'change a thickness; the last layer may be left without one and takes the rest',
  }));
};
