import type { CellField, Conduction, HeatFlow, Lump, Network, StagedLumps } from '@percuta/numerics';
import type { Embedding } from '../grid/embed/embedding.ts';
import { emptyOut } from '../grid/empty-out.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Links } from '../grid/links.ts';
import type { Medium } from '../grid/medium.ts';
import type { Caloric } from './caloric.ts';
import type { Rod } from './rods.ts';

/** What kernels take over from a model (heat.30). */
interface Taken {
  readonly grid: HeatGrid;
  readonly medium: Medium;
  readonly embedding: Embedding;
  readonly volumes: Float64Array;
  readonly links: Links;
  readonly anchor: Float64Array;
  readonly supply: Float64Array;
  readonly rods: readonly Rod[];
  readonly contacts: readonly Float64Array[];
}

/**
 * Heat that lives in the memory of kernels, where heat capacities do not hang on temperature (conduction.5): one
 * enthalpy over heat capacity in each cell, as a rise above `reference`.
 */
export interface HeatKernels {
  readonly conduction: Conduction;
  readonly flow: HeatFlow;
  readonly network: Network;
  /** K. */
  readonly reference: number;
  /** J/m³/K of each material. */
  readonly volumicHeats: readonly number[];
  /** J/K of each cell. */
  readonly capacity: CellField;
  /** W into each cell at rise 0, without what a step is driven by. */
  readonly supply: Float64Array;
  /** W/K of each cell to blood, sides and held metal. */
  readonly exchanger: CellField;
  /** The rods, whose rises and heat are set before each step. */
  readonly lumps: readonly (Lump & { readonly heat: Float64Array })[];
  readonly joined: StagedLumps;
}

// In f32 no plateau at all is one at a rise that nothing reaches.
const BEYOND = 1e30;

/** Kernels for a model; undefined where a heat capacity hangs on temperature. */
export const heatKernels = (
  model: Taken,
  { curves }: Caloric,
  conduction: Conduction,
): HeatKernels | undefined => {
  const { grid, medium, volumes } = model;
  const heats = curves.map(({ volumicHeat }) => (volumicHeat.kind === 'constant' ? volumicHeat.value : NaN));
  if (medium.ofCell.some((material) => Number.isNaN(heats[material]))) return undefined;
  const network = conduction.network();
  const flow = conduction.heatFlow(network);
  const capacity = conduction.field();
  // Plain loops: this runs over all cells in a process that has hardly begun.
  const values = new Float64Array(grid.cells);
  for (let cell = 0; cell < values.length; cell++) values[cell] = volumes[cell] * heats[medium.ofCell[cell]];
  capacity.write(values);
  for (let cell = 0; cell < values.length; cell++) values[cell] = values[cell] > 0 ? 1 / values[cell] : 0;
  flow.perHeat.write(values);
  const boiling = curves.map(({ plateau, reference }) => Math.min(plateau - reference, BEYOND));
  const latent = curves.map((curve, n) => curve.latent / heats[n]);
  for (let cell = 0; cell < values.length; cell++) values[cell] = boiling[medium.ofCell[cell]];
  flow.boiling.write(values);
  for (let cell = 0; cell < values.length; cell++) values[cell] = latent[medium.ofCell[cell]];
  flow.latent.write(values);
  emptyOut([values]);
  const lumps = lumpsOf(model);
  return {
    conduction,
    flow,
    network,
    reference: curves[0].reference,
    volumicHeats: heats,
    capacity,
    supply: new Float64Array(grid.cells),
    exchanger: conduction.field(),
    lumps,
    joined: flow.join(lumps),
  };
};

/** Takes over links, anchors and supplies of the model. */
export const refreshHeatKernels = (
  { flow, network, reference, supply, exchanger }: HeatKernels,
  model: Taken,
): void => {
  const { links, rods, contacts, embedding } = model;
  network.x.write(links.x);
  network.y.write(links.y);
  network.z.write(links.z);
  const anchor = Float64Array.from(model.anchor);
  rods.forEach(({ cells }, r) => cells.forEach((cell, n) => (anchor[cell] += contacts[r][n])));
  network.anchor.write(anchor);
  for (let cell = 0; cell < supply.length; cell++) {
    const isMetal = embedding.metal[cell] > 0;
    supply[cell] = isMetal ? 0 : model.supply[cell] - model.anchor[cell] * reference;
    anchor[cell] = isMetal ? 0 : model.anchor[cell];
  }
  exchanger.write(anchor);
  emptyOut([anchor]);
  flow.refresh();
};

const lumpsOf = ({ rods, contacts }: Pick<Taken, 'rods' | 'contacts'>) =>
  rods.map(({ isPerfect, cells, nodes, capacities, along }, r) => {
    const own = isPerfect ? new Float64Array(1) : capacities;
    return {
      cells,
      nodes,
      conductances: contacts[r],
      capacities: own,
      along: isPerfect ? undefined : along,
      heat: new Float64Array(own.length),
      rises: new Float64Array(own.length),
    };
  });
