import type { Mesh } from '../grid/mesh.ts';
import { createKernels, type KernelBuild, type KernelOptions, type Kernels } from '../kernels/kernels.ts';
import { createCellField, layoutOf, type CellField, type Layout } from './cell-field.ts';
import { createHeatFlow, type HeatFlow, type Plateau } from './heat-flow.ts';
import { createNetwork, type Network } from './network.ts';
import { createPotential, type Potential } from './potential.ts';
import { createProperty, type Ahead, type PlaneLaw } from './property.ts';

/** exp(logRate - barrier / T) per second, with T the reference and the rise together. */
export interface Kinetics {
  readonly logRate: number;
  readonly barrier: number;
  /** Absolute temperature at rise 0, K. */
  readonly reference: number;
  /** Cells below this rise in a whole step get nothing; K. */
  readonly threshold: number;
}

/** What conduction needs of a mesh. */
export type Links = Pick<Mesh, 'nx' | 'ny' | 'nz' | 'edges' | 'faces' | 'shares'>;

/** Conduction on one mesh: fields, networks, and the solvers over them. */
export interface Conduction {
  readonly kernels: Kernels;
  readonly layout: Layout;
  /** A field of zeros. `precise` keeps it in f64 in every build. Throws MemoryExceeded. */
  readonly field: (precise?: boolean) => CellField;
  /** A network without links. */
  readonly network: () => Network;
  /** The face factors, which may be lowered where faces are closed. */
  readonly faces: Readonly<Record<'x' | 'y' | 'z', CellField>>;
  /** Links of `network` from the conductivity of cells, in series over each face. */
  readonly link: (conductivity: CellField, network: Network) => void;
  readonly potential: (network: Network) => Potential;
  readonly heatFlow: (network: Network, plateau?: Plateau) => HeatFlow;
  /** Power lost in each cell, W, from a solved potential. `conductivity` is what its links were made of. */
  readonly joule: (potential: Solution, conductivity: CellField, power: CellField) => void;
  /** Power lost in the links, W, half to each of the two cells; anchors are left out. */
  readonly jouleByHalves: (potential: Pick<Solution, 'value' | 'network'>, power: CellField) => void;
  /** dose += ∫ rate dt over a step between two fields of rises; dose is a precise field. */
  readonly addDose: (kinetics: Kinetics, step: DoseStep) => void;
  /** Sum over cells, in one fixed order. */
  readonly total: (field: CellField) => number;
  /** Σ a b over cells, likewise; neither is a precise field. */
  readonly inner: (a: CellField, b: CellField) => number;
  /** y = x + factor y. */
  readonly scaleAndAdd: (y: CellField, x: CellField, factor: number) => void;
  /** y = y + factor x. */
  readonly addScaled: (y: CellField, x: CellField, factor: number) => void;
  /** The greatest |now - before| / before, of fields that are not negative. */
  readonly relativeChange: (now: CellField, before: CellField) => number;
  /** A property of the temperature and vapour that cells have somewhat ahead of a heat flow. */
  readonly property: (flow: HeatFlow, laws: readonly PlaneLaw[], ahead: Ahead, out: CellField) => void;
}

/** What Joule heat is taken from. */
export type Solution = Pick<Potential, 'value' | 'level' | 'network'>;

/**
 * A step of time over which damage is added up: temperatures before and after as rises in K, the dose ∫ rate dt (no
 * unit) so far, and the length dt of the step in s.
 */
export interface DoseStep {
  readonly before: CellField;
  readonly after: CellField;
  readonly dose: CellField;
  readonly dt: number;
  /** Parts of the step, 1 unless told: as many as keep the logarithm of the rate within 2 in each. */
  readonly parts?: number;
}

/** Which build of the kernels conduction runs on, and the memory and helping thread they may use. */
export interface ConductionOptions extends KernelOptions {
  readonly build: KernelBuild;
}

/** Elements before the first of the shares: a loop looks at the share before its own. */
const LEAD = 8;

/** With fewer cells a helper takes as long to begin and to be told as it saves. */
const HELPED = 2 ** 16;

/**
 * Conduction on a mesh. `build`: `f32` for production, `f64` and `reference` for comparison. A helper takes part in large meshes alone.
 */
export function createConduction(mesh: Links, { build, limit, helper }: ConductionOptions): Conduction {
  const isWorth = mesh.nx * mesh.ny * mesh.nz >= HELPED;
  return conductionOn(createKernels(build, { limit, helper: isWorth ? helper : undefined }), mesh);
}

/** Conduction with the given kernels. */
export function conductionOn(kernels: Kernels, mesh: Links): Conduction {
  const layout = layoutOf(mesh.nx, mesh.ny, mesh.nz);
  const { row, plane, nz } = layout;
  const run = kernels.runOver(plane * nz);
  const field = (precise = false) => createCellField(kernels, layout, precise);
  const faces = { x: field(), y: field(), z: field() };
  for (const axis of ['x', 'y', 'z'] as const) faces[axis].write(mesh.faces[axis]);
  const shares = createShares(kernels, mesh, row);
  const partials = kernels.doubles(nz);
  const { edges } = mesh;
  const cellWidths = { x: widths(edges.x), y: widths(edges.y), z: widths(edges.z) };

  const link = ({ offset }: CellField, { x, y, z }: Network) =>
    run.linksOfCells(
      offset,
      faces.x.offset,
      faces.y.offset,
      faces.z.offset,
      shares.x,
      shares.y,
      shares.z,
      x.offset,
      y.offset,
      z.offset,
      row,
      plane,
      0,
      nz,
    );
  const joule = ({ value, level, network }: Solution, conductivity: CellField, power: CellField) =>
    run.jouleHeat(
      value.offset,
      conductivity.offset,
      network.x.offset,
      network.y.offset,
      network.z.offset,
      network.anchor.offset,
      level.offset,
      shares.x,
      shares.y,
      shares.z,
      power.offset,
      row,
      plane,
      0,
      nz,
    );
  const jouleByHalves = (
    { value, network: { x, y, z } }: Pick<Solution, 'value' | 'network'>,
    power: CellField,
  ) => run.jouleByHalves(value.offset, x.offset, y.offset, z.offset, power.offset, row, plane, 0, nz);
  const addDose = (
    { logRate, barrier, reference, threshold }: Kinetics,
    { before, after, dose, dt, parts = 1 }: DoseStep,
  ) =>
    run.addDose(
      before.offset,
      after.offset,
      dose.offset,
      logRate,
      barrier,
      reference,
      threshold,
      dt,
      parts,
      plane,
      0,
      nz,
    );
  const sumOfPartials = () => {
    let sum = 0;
    for (const part of partials.data) sum += part;
    return sum;
  };
  const total = ({ offset }: CellField) => {
    run.sums(offset, partials.offset, plane, 0, nz);
    return sumOfPartials();
  };
  const inner = (a: CellField, b: CellField) => {
    run.dot(a.offset, b.offset, partials.offset, plane, 0, nz);
    return sumOfPartials();
  };
  const relativeChange = (now: CellField, before: CellField) => {
    run.relativeChange(now.offset, before.offset, partials.offset, plane, 0, nz);
    return Math.max(...partials.data);
  };

  return {
    kernels,
    layout,
    field,
    network: () => createNetwork(kernels, layout),
    faces,
    link,
    potential: (network) => createPotential(kernels, network, cellWidths),
    heatFlow: (network, plateau = { rise: Infinity, slope: 1 }) => createHeatFlow(kernels, network, plateau),
    joule,
    jouleByHalves,
    addDose,
    total,
    inner,
    scaleAndAdd: (y, x, factor) => run.scaleAndAdd(y.offset, x.offset, factor, plane, 0, nz),
    addScaled: (y, x, factor) => run.addScaled(y.offset, x.offset, factor, plane, 0, nz),
    relativeChange,
    property: createProperty(kernels, layout),
  };
}

const widths = (edges: readonly number[]): number[] => edges.slice(1).map((edge, i) => edge - edges[i]);

/** Offsets of the shares along each axis; x in the precision of the fields, as registers read them. */
function createShares(
  kernels: Kernels,
  { shares }: Links,
  row: number,
): Readonly<Record<'x' | 'y' | 'z', number>> {
  const x = kernels.field(LEAD + row);
  x.data.fill(0.5);
  x.data.set(shares.x, LEAD);
  const doubles = (values: readonly number[]) => {
    const stretch = kernels.doubles(LEAD + values.length);
    stretch.data.fill(0.5);
    stretch.data.set(values, LEAD);
    return stretch.offset + LEAD * 8;
  };
  return { x: x.offset + LEAD * kernels.bytes, y: doubles(shares.y), z: doubles(shares.z) };
}
