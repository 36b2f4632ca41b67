import type { Conduction, HeatFlow, Lump, Network } from '@percuta/numerics';
import type { Caloric } from './caloric.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import type { Links } from '../grid/links.ts';
import type { Medium } from '../grid/medium.ts';
import type { Rod } from './rods.ts';

/** What kernels take over from a model (heat.30). */
interface Taken {
  readonly grid: HeatGrid;
  readonly medium: Medium;
  readonly volumes: Float64Array;
  readonly links: Links;
  readonly anchor: Float64Array;
  readonly supply: Float64Array;
  readonly rods: readonly Rod[];
  readonly contacts: readonly Float64Array[];
}

/**
 * The kernels that step heat where heat capacities do not hang on temperature (conduction.5): one enthalpy over heat
 * capacity in each cell, as a rise above `reference`.
 */
export interface HeatKernels {
  readonly flow: HeatFlow;
  readonly network: Network;
  /** K. */
  readonly reference: number;
  /** J/m³/K of each cell, and its inverse. */
  readonly capacities: Float64Array;
  readonly inverse: Float64Array;
  /** W into each cell at rise 0, without what a step is driven by. */
  readonly supply: Float64Array;
}

// In f32 no plateau at all is one at a rise that nothing reaches.
const BEYOND = 1e30;

const volumicHeats = ({ curves }: Caloric): number[] =>
  curves.map(({ volumicHeat }) => (volumicHeat.kind === 'constant' ? volumicHeat.value : NaN));

/** Kernels for a model; undefined where a heat capacity hangs on temperature. */
export const heatKernels = (
  model: Taken,
  caloric: Caloric,
  conduction: Conduction,
): HeatKernels | undefined => {
  const { grid, medium, volumes } = model;
  const heats = volumicHeats(caloric);
  const { curves } = caloric;
  if (medium.ofCell.some((material) => Number.isNaN(heats[material]))) return undefined;
  const network = conduction.network();
  const flow = conduction.heatFlow(network);
  const capacities = Float64Array.from(medium.ofCell, (material) => heats[material]);
  flow.perHeat.write(volumes.map((volume, cell) => (volume > 0 ? 1 / (volume * capacities[cell]) : 0)));
  const boiling = curves.map(({ plateau, reference }) => Math.min(plateau - reference, BEYOND));
  const latent = curves.map((curve, n) => curve.latent / heats[n]);
  flow.boiling.write(Float64Array.from(medium.ofCell, (material) => boiling[material]));
  flow.latent.write(Float64Array.from(medium.ofCell, (material) => latent[material]));
  return {
    flow,
    network,
    reference: curves[0].reference,
    capacities,
    inverse: capacities.map((capacity) => 1 / capacity),
    supply: new Float64Array(grid.cells),
  };
};

/** Takes over links, anchors and supplies of the model. */
export const refreshHeatKernels = ({ flow, network, reference, supply }: HeatKernels, model: Taken): void => {
  const { links, rods, contacts } = model;
  network.x.write(links.x);
  network.y.write(links.y);
  network.z.write(links.z);
  const anchor = Float64Array.from(model.anchor);
  rods.forEach(({ cells }, r) => cells.forEach((cell, n) => (anchor[cell] += contacts[r][n])));
  network.anchor.write(anchor);
  for (let cell = 0; cell < supply.length; cell++) {
    supply[cell] = model.supply[cell] - model.anchor[cell] * reference;
  }
  flow.refresh();
};

const none = new Float64Array(1);

/** The rods as lumps of a step; their rises are their own to change. */
export const lumpsOf = (
  { rods, contacts }: Pick<Taken, 'rods' | 'contacts'>,
  { reference }: HeatKernels,
  temperatures: readonly Float64Array[],
  metalHeat: readonly Float64Array[] | undefined,
): Lump[] =>
  rods.map(({ isPerfect, cells, nodes, capacities }, r) => ({
    cells,
    nodes,
    conductances: contacts[r],
    capacities: isPerfect ? none : capacities,
    heat: metalHeat?.[r],
    rises: temperatures[r].map((temperature) => temperature - reference),
  }));
