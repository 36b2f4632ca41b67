import type { Conduction } from '@percuta/numerics';
import type { Embedding } from '../grid/embed/embedding.ts';
import type { Axis } from '../grid/axis.ts';
import { emptyOut } from '../grid/empty-out.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import { emptyLinks, fillLinks } from '../grid/links.ts';
import type { Links } from '../grid/links.ts';
import type { Medium } from '../grid/medium.ts';
import type { Side } from '../grid/sides.ts';
import { valueAt } from '../material/law.ts';
import { assertWithinLaws } from '../material/reached.ts';
import type { Electrode } from '../problem/heat-problem.ts';
import { heatKernels, refreshHeatKernels } from './heat-kernels.ts';
import type { HeatKernels } from './heat-kernels.ts';
import type { Caloric } from './caloric.ts';
import { rodsOf } from './rods.ts';
import type { Rod } from './rods.ts';

/** Everything of the bioheat equation that does not change within a step (heat.30). */
export interface HeatModel {
  readonly grid: HeatGrid;
  readonly medium: Medium;
  readonly embedding: Embedding;
  readonly electrodes: readonly Electrode[];
  readonly sides: readonly Side[];
  readonly rods: readonly Rod[];
  /** m³ of tissue that has the temperature of the cell; what is nearer to metal goes with the metal. */
  readonly volumes: Float64Array;
  /** W/m/K of each cell. */
  readonly conductivity: Float64Array;
  readonly links: Links;
  /** W/K of each cell to temperatures that are given: blood, sides, held metal. */
  readonly anchor: Float64Array;
  /** W into each cell besides: anchor × its temperatures, metabolism, flux through sides. */
  readonly supply: Float64Array;
  /** W/K between rods and cells, in the order of the rod's cells. */
  readonly contacts: readonly Float64Array[];
  /** Temperature far away, K. */
  readonly farTemperature: number;
  /** What steps heat; undefined where heat capacities hang on temperature. */
  readonly kernels: HeatKernels | undefined;
}

export interface HeatModelParts {
  readonly grid: HeatGrid;
  readonly medium: Medium;
  readonly embedding: Embedding;
  readonly electrodes: readonly Electrode[];
  readonly sides: readonly Side[];
  readonly farTemperature: number;
}

// A cell keeps at least this share of its tissue.
const LEAST_KEPT = 0.3;

/** True where heat passes into metal, which then takes that of the half of a gap that is nearer to it. */
export const takesHeat = ({ metal }: Electrode): boolean => metal.kind !== 'insulated';

/** True where tissue right beside metal goes with the temperature of the metal. */
const takesHalves = ({ metal }: Electrode): boolean => metal.kind === 'conducting' || metal.kind === 'held';

const volumesBeside = ({ embedding, electrodes }: HeatModelParts): Float64Array => {
  const volumes = Float64Array.from(embedding.volumes);
  electrodes.forEach((electrode, index) => {
    if (!takesHalves(electrode)) return;
    const { cells, halves } = embedding.contacts[index];
    cells.forEach((cell, n) => {
      volumes[cell] = Math.max(LEAST_KEPT * embedding.volumes[cell], volumes[cell] - halves[n]);
    });
  });
  return volumes;
};

/** `caloric` and `conduction` are those of the kernels; without conduction there are none. */
export const heatModel = (
  parts: HeatModelParts,
  caloric: Caloric,
  conduction: Conduction | undefined,
): HeatModel => {
  const { grid, embedding, electrodes } = parts;
  const rods = rodsOf(grid, parts.medium, electrodes, embedding);
  const model = {
    ...parts,
    rods,
    volumes: volumesBeside(parts),
    conductivity: new Float64Array(grid.cells),
    links: emptyLinks(grid.cells),
    anchor: new Float64Array(grid.cells),
    supply: new Float64Array(grid.cells),
    contacts: rods.map(({ cells }) => new Float64Array(cells.length)),
    kernels: undefined,
  };
  return conduction === undefined ? model : { ...model, kernels: heatKernels(model, caloric, conduction) };
};

/** True where conductivities hang on temperature, so that links must follow it. */
export const hasVaryingConductivity = ({ medium }: HeatModel): boolean =>
  medium.materials.some(({ thermalConductivity }) => thermalConductivity.kind !== 'constant');

const addBlood = ({ medium, volumes, anchor, supply }: HeatModel): void => {
  const { materials, ofCell } = medium;
  for (let cell = 0; cell < ofCell.length; cell++) {
    const { perfusion, metabolism } = materials[ofCell[cell]];
    const volume = volumes[cell];
    const flow = perfusion === undefined ? 0 : perfusion.coefficient * volume;
    anchor[cell] += flow;
    supply[cell] += metabolism * volume + (perfusion === undefined ? 0 : flow * perfusion.arterial);
  }
};

/**
 * -dT/dn over T - T_far at a face beyond which the medium goes on, 1/m: of a field that falls as exp(-r/l)/r, with
 * l² = k/w of its perfusion; of exp(-r/l) in a slab, and of it over the root of r in a cylinder. Without perfusion those
 * two end at the face.
 */
const fallAt = (
  { conductivity, medium }: HeatModel,
  { axis, atEnd, farField, obliquity }: Side,
  n: number,
  { cell, line }: { readonly cell: number; readonly line: Axis },
): number => {
  const { perfusion } = medium.materials[medium.ofCell[cell]];
  const perLength = perfusion === undefined ? 0 : Math.sqrt(perfusion.coefficient / conductivity[cell]);
  if (farField[n] < Infinity) return farField[n] + obliquity[n] * perLength;
  if (perLength === 0) return Infinity;
  const isRadius = axis === 'x' && line.metric === 'cylinder' && atEnd;
  return perLength + (isRadius ? 1 / (2 * line.edges[line.count]) : 0);
};

const addSide = (model: HeatModel, side: Side): void => {
  const { conductivity, anchor, supply, farTemperature, embedding, grid } = model;
  const {
    boundary: { thermal },
    cells,
    areas,
    resistances,
  } = side;
  const line = grid[side.axis];
  if (thermal.kind === 'insulated') return;
  cells.forEach((cell, n) => {
    if (embedding.metal[cell] > 0) return;
    if (thermal.kind === 'flux') {
      supply[cell] += thermal.flux * areas[n];
      return;
    }
    const inside = resistances[n] / conductivity[cell];
    const outside = {
      fixed: 0,
      convective: thermal.kind === 'convective' ? 1 / (thermal.coefficient * areas[n]) : 0,
      open:
        thermal.kind === 'open'
          ? 1 / (conductivity[cell] * fallAt(model, side, n, { cell, line }) * areas[n])
          : 0,
    }[thermal.kind];
    const conductance = 1 / (inside + outside);
    anchor[cell] += conductance;
    supply[cell] += conductance * (thermal.kind === 'open' ? farTemperature : thermal.temperature);
  });
};

const addHeld = ({ electrodes, embedding, conductivity, anchor, supply }: HeatModel): void => {
  electrodes.forEach(({ metal }, electrode) => {
    if (metal.kind !== 'held') return;
    const { cells, thermal } = embedding.contacts[electrode];
    cells.forEach((cell, n) => {
      const conductance = conductivity[cell] * thermal[n];
      anchor[cell] += conductance;
      supply[cell] += conductance * metal.temperature;
    });
  });
};

/** Fills links, anchors and supplies for these temperatures (K). */
export const refreshHeatModel = (model: HeatModel, temperatures: Float64Array): void => {
  const { grid, medium, embedding, conductivity, links, anchor, supply, rods, contacts } = model;
  for (let cell = 0; cell < grid.cells; cell++) {
    conductivity[cell] = valueAt(
      medium.materials[medium.ofCell[cell]].thermalConductivity,
      temperatures[cell],
    );
  }
  if (hasVaryingConductivity(model)) assertWithinLaws(medium, temperatures);
  fillLinks(grid, embedding.thermal, conductivity, links);
  anchor.fill(0);
  supply.fill(0);
  addBlood(model);
  for (const side of model.sides) addSide(model, side);
  addHeld(model);
  rods.forEach(({ cells, weights }, r) => {
    cells.forEach((cell, n) => {
      contacts[r][n] = conductivity[cell] * weights[n];
    });
  });
  if (model.kernels !== undefined) refreshHeatKernels(model.kernels, model);
};

/**
 * Lets go of what kernels have taken over, before the memory is wanted for something else: links, anchors, supplies and
 * the factors that they were made of. Only for a model that is not refreshed again.
 */
export const letGo = (model: HeatModel): void => {
  const { embedding, links, conductivity, anchor, supply, volumes } = model;
  const fields = [embedding.thermal, embedding.electric, links].flatMap(({ x, y, z }) => [x, y, z]);
  emptyOut([...fields, conductivity, anchor, supply, volumes]);
};

/** Longest stable explicit step, s: least capacity over the sum of conductances, over cells and rod nodes. */
export const explicitStep = (model: HeatModel, capacities: readonly number[]): number => {
  const { grid, medium, embedding, links, anchor, rods, contacts } = model;
  const sums = Float64Array.from(anchor);
  const [ny, nz] = [grid.x.count, grid.x.count * grid.y.count];
  for (let cell = 0; cell < grid.cells; cell++) {
    sums[cell] += links.x[cell] + links.y[cell] + links.z[cell];
    if (links.x[cell] > 0) sums[cell + 1] += links.x[cell];
    if (links.y[cell] > 0) sums[cell + ny] += links.y[cell];
    if (links.z[cell] > 0) sums[cell + nz] += links.z[cell];
  }
  let step = Infinity;
  rods.forEach(({ cells, nodes, capacities: own, along }, r) => {
    const total = new Float64Array(own.length);
    along.forEach((conductance, n) => {
      total[n] += conductance;
      total[n + 1] += conductance;
    });
    cells.forEach((cell, n) => {
      sums[cell] += contacts[r][n];
      total[nodes[n]] += contacts[r][n];
    });
    own.forEach((capacity, n) => {
      if (total[n] > 0) step = Math.min(step, capacity / total[n]);
    });
  });
  for (let cell = 0; cell < grid.cells; cell++) {
    if (embedding.metal[cell] > 0 || sums[cell] === 0) continue;
    step = Math.min(step, (capacities[medium.ofCell[cell]] * model.volumes[cell]) / sums[cell]);
  }
  emptyOut([sums]);
  return step;
};
