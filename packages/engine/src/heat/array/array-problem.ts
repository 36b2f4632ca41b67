import type { Skin } from '../../skin/skin.ts';
import { tissueOf, type HeatValues, type TissueName } from '../material/tissue.ts';
import { checkHeatProblem } from '../problem/check/check-heat-problem.ts';
import type {
  BlockDomain,
  Boundary,
  Electrode,
  HeatProblem,
  Layer,
  Outputs,
  ThermalBoundary,
} from '../problem/heat-problem.ts';
import { injuries, kineticsOf } from './kinetics.ts';
import { foldedNeedles, foldOf, padGroup, type ArrayNeedle, type Fold } from './layout.ts';
import { generatorOf } from './shot/array-generator.ts';
import { burstsOf, endsOf } from './shot/bursts.ts';
import type { Energy } from './shot/shot.ts';

/** What an array does to a skin. SI. */
export interface ArrayInput {
  readonly energy: Energy;
  readonly skin: Pick<Skin, 'stratumCorneum' | 'epidermis' | 'dermis'>;
  /** Of the tips below the surface, at the first depth of the shot, m. */
  readonly depth: number;
  readonly values: HeatValues;
}

/** Cells of a solve of an array. */
export interface ArrayMesh {
  readonly cellsPerRadius: number;
  readonly growth: number;
}

/** The mesh of every reported number; docs/decisions say what it leaves open. */
export const productionMesh: ArrayMesh = { cellsPerRadius: 3, growth: 1.4 };

// Tissue around the outermost needles and below the deepest place of interest: the reach of heat in 3 s, twice.
const MARGIN = 0.0016;
const LEAST_COOLING = 3;
const MOST_COOLING = 8;
const SETTLED = 0.01;

/** Where the part that is solved lies in the array: the centre of its domain, m. */
export interface Part {
  readonly fold: Fold;
  readonly centre: { readonly x: number; readonly y: number };
  readonly needles: readonly ArrayNeedle[];
}

interface Extents {
  readonly width: number;
  readonly breadth: number;
  readonly depth: number;
}

const halfExtent = (count: number, pitch: number): number => ((count - 1) / 2) * pitch + MARGIN;

const partOf = ({ energy: { array } }: ArrayInput, fold: Fold): Part & Omit<Extents, 'depth'> => {
  const [hx, hy] = [halfExtent(array.columns, array.pitch), halfExtent(array.rows, array.pitch)];
  return {
    fold,
    centre: { x: fold.x ? hx / 2 : 0, y: fold.y ? hy / 2 : 0 },
    needles: foldedNeedles(array, fold),
    width: fold.x ? hx : 2 * hx,
    breadth: fold.y ? hy : 2 * hy,
  };
};

const dermalBorder = ({ skin }: ArrayInput): number => skin.epidermis + skin.dermis;

const layersOf = (input: ArrayInput, depth: number): Layer[] => {
  const { stratumCorneum, epidermis, dermis } = input.skin;
  const parts: readonly (readonly [TissueName, number])[] = [
    ['stratum corneum', stratumCorneum],
    ['epidermis', epidermis - stratumCorneum],
    ['dermis', dermis],
    ['fat', depth - dermalBorder(input)],
  ];
  return parts
    .filter(([, thickness]) => thickness > 0)
    .map(([name, thickness]) => ({ name, thickness, material: name }));
};

const topOf = ({ energy, values }: ArrayInput): ThermalBoundary => {
  const { surfaceTemperature } = energy.array;
  return surfaceTemperature === undefined
    ? { kind: 'convective', coefficient: values.surfaceTransfer, temperature: values.airTemperature }
    : { kind: 'fixed', temperature: surfaceTemperature };
};

const domainOf = (
  input: ArrayInput,
  part: Part & Omit<Extents, 'depth'>,
  depth: number,
  mesh: ArrayMesh,
): BlockDomain => {
  const { array } = input.energy;
  const insulated: Boundary = { thermal: { kind: 'insulated' }, electrical: { kind: 'insulated' } };
  const outer: Boundary =
    array.pattern === 'monopolar'
      ? { thermal: { kind: 'insulated' }, electrical: { kind: 'open', group: padGroup } }
      : insulated;
  return {
    kind: 'block',
    width: part.width,
    breadth: part.breadth,
    depth,
    sides: {
      top: { thermal: topOf(input), electrical: { kind: 'insulated' } },
      bottom: outer,
      left: part.fold.x ? insulated : outer,
      right: outer,
      front: part.fold.y ? insulated : outer,
      back: outer,
    },
    grid: {
      finest: array.radius / mesh.cellsPerRadius,
      growth: mesh.growth,
      coarsest: undefined,
      edges: {},
    },
  };
};

const electrodeOf =
  ({ energy: { array }, values }: ArrayInput, { centre }: Part, depth: number) =>
  ({ name, group, x, y }: ArrayNeedle): Electrode => ({
    name,
    group,
    shape: {
      kind: 'needle',
      x: x - centre.x,
      y: y - centre.y,
      from: 0,
      to: depth,
      radius: array.radius,
      tip: Math.min(array.cone, depth),
      exposed: { from: Math.max(0, depth - array.bare), to: depth },
    },
    metal: {
      kind: 'conducting',
      thermalConductivity: values.steelConductivity,
      volumicHeat: values.steelVolumicHeat,
    },
  });

/** Names of the probes: beside a needle at the junction, and at the border of the dermis below its tip or beside it. */
export const probeNames = {
  junction: (needle: ArrayNeedle): string => `junction ${needle.name}`,
  border: (needle: ArrayNeedle): string => `border ${needle.name}`,
} as const;

/** Names of the fields, at the end of the last pulse of each depth and of the run. */
export const fieldNames = {
  hot: 'temperature',
  vapour: 'vapour',
  collagen: 'collagen',
  cells: 'cells',
} as const;

const outputsFor = (input: ArrayInput, { needles, centre }: Part): Outputs => {
  const { array } = input.energy;
  const border = dermalBorder(input);
  // Beside the metal by half a radius: what tissue feels, not the needle.
  const beside = 1.5 * array.radius;
  const ends = endsOf(burstsOf(input));
  return {
    resistances: [],
    probes: needles.flatMap((needle) => {
      const [x, y] = [needle.x - centre.x, needle.y - centre.y];
      const below = border > input.depth ? x : x + beside;
      const temperature = { quantity: { kind: 'temperature' }, times: [] } as const;
      return [
        {
          name: probeNames.junction(needle),
          at: { x: x + beside, y, z: input.skin.epidermis },
          ...temperature,
        },
        { name: probeNames.border(needle), at: { x: below, y, z: border }, ...temperature },
      ];
    }),
    fields: [
      { name: fieldNames.hot, quantity: { kind: 'temperature' }, times: ends },
      { name: fieldNames.vapour, quantity: { kind: 'vapour' }, times: ends },
      ...injuries.map((kinetics) => ({
        name: fieldNames[kinetics],
        quantity: { kind: 'damage', kinetics } as const,
        times: [],
      })),
    ],
    contours: [],
  };
};

/** The heat problem of a shot into a skin, with the part of the array that it solves. */
export interface ArrayProblem {
  readonly problem: HeatProblem;
  readonly part: Part;
}

/**
 * Needles at rest at each of their depths in layered skin at body temperature, driven as the settings say, and cooling
 * followed until damage has settled. Needles are resolved one by one; only exact mirror planes are used. Throws BadInput where
 * needles do not fit.
 */
export const arrayProblem = (
  input: ArrayInput,
  mesh: ArrayMesh = productionMesh,
  fold: Fold = foldOf(input.energy.array),
): ArrayProblem => {
  const part = partOf(input, fold);
  const depth = Math.max(input.depth, dermalBorder(input)) + MARGIN;
  const domain = domainOf(input, part, depth, mesh);
  const layers = layersOf(input, depth);
  const { values } = input;
  const problem: HeatProblem = {
    title: 'needles of an array in skin',
    domain,
    materials: (['stratum corneum', 'epidermis', 'dermis', 'fat'] as const)
      .filter((name) => layers.some((layer) => layer.material === name))
      .map((name) => tissueOf(name, values)),
    layers,
    electrodes: part.needles.map(electrodeOf(input, part, input.depth)),
    moves: burstsOf(input)
      .slice(1)
      .map(({ at, depth: own }) => ({ at, electrodes: part.needles.map(electrodeOf(input, part, own)) })),
    sources: [],
    generator: generatorOf(input, part.fold),
    initial: { temperature: values.bodyTemperature, layers: {}, profile: undefined, blobs: [] },
    end: { kind: 'settled', least: LEAST_COOLING, growth: SETTLED, most: MOST_COOLING },
    step: undefined,
    kinetics: kineticsOf(values),
    histories: [],
    outputs: outputsFor(input, part),
  };
  return { problem: checkHeatProblem(problem), part };
};
