import type { CellField, PlaneLaw } from '@percuta/numerics';
import type { Caloric } from '../bioheat/caloric.ts';
import type { HeatKernels } from '../bioheat/heat-kernels.ts';
import { emptyOut } from '../grid/empty-out.ts';
import type { Place } from '../grid/place.ts';
import type { Fields } from '../march/progress.ts';
import type { Setting } from '../march/setting.ts';
import { conductivityLaws } from './plane-laws.ts';
import { residentPotential } from './resident-potential.ts';
import type { ResidentPotential } from './resident-potential.ts';

/** Where metal cells take their temperature from, one entry a cell. */
interface MetalCells {
  readonly places: Int32Array;
  /** Index of a rod and of its node; -1 for held metal, whose rise (K) is `held`. */
  readonly rods: Int32Array;
  readonly nodes: Int32Array;
  readonly held: Float64Array;
}

/** The state of a run that stays in the memory of kernels from step to step, beside what steps are made with. */
export interface Resident {
  readonly place: Place;
  readonly setting: Setting;
  readonly caloric: Caloric;
  readonly heat: HeatKernels;
  readonly potential: ResidentPotential;
  /** By name of a kinetics set. */
  readonly doses: ReadonlyMap<string, CellField>;
  /** Undefined where a plane of depth holds several materials. */
  readonly laws: readonly PlaneLaw[] | undefined;
  readonly metal: MetalCells;
  /** Heat that is there without current, W a cell at rise 0. */
  readonly base: CellField;
  readonly scratch: CellField;
  /** Sources that `base` holds, W a cell. */
  sources: Float64Array | undefined;
  /** W of sources, and W at rise 0 through blood, sides and held metal. */
  sourcePower: number;
  supplyPower: number;
  /** K of each node of each rod. */
  rods: readonly Float64Array[];
}

const sum = (values: Float64Array): number => {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n];
  return total;
};

/** Puts what heats cells without current into `base`: blood, sides, metabolism, and sources. */
export const writeBase = (resident: Resident, sources: Float64Array | undefined): void => {
  const { supply } = resident.heat;
  resident.base.write(sources === undefined ? supply : supply.map((value, cell) => value + sources[cell]));
  resident.sources = sources;
  resident.sourcePower = sources === undefined ? 0 : sum(sources);
  resident.supplyPower = sum(supply);
};

const metalCells = ({ grid }: Place, { heat, electrodes }: Setting, heatKernels: HeatKernels): MetalCells => {
  const plane = grid.x.count * grid.y.count;
  const { place } = heatKernels.capacity;
  const inside: number[] = [];
  const owners = heat.embedding.metal;
  for (let cell = 0; cell < owners.length; cell++) {
    if (owners[cell] > 0 && electrodes[owners[cell] - 1].metal.kind !== 'insulated') inside.push(cell);
  }
  const rodOf = electrodes.map((_, n) => heat.rods.findIndex(({ electrode }) => electrode === n));
  const heldAt = electrodes.map(({ metal }) =>
    metal.kind === 'held' ? metal.temperature - heatKernels.reference : NaN,
  );
  const nodeAt = (cell: number): number =>
    heat.rods[rodOf[owners[cell] - 1]]?.nodeOfLayer[Math.floor(cell / plane)] ?? -1;
  return {
    places: Int32Array.from(inside, place),
    rods: Int32Array.from(inside, (cell) => rodOf[owners[cell] - 1]),
    nodes: Int32Array.from(inside, nodeAt),
    held: new Float64Array(inside.map((cell) => heldAt[owners[cell] - 1])),
  };
};

/** Cells within metal show its temperature; they exchange none. */
export const showRods = ({ heat, metal, rods }: Resident): void => {
  const values = heat.flow.temperature.elements();
  const { places, nodes, held } = metal;
  for (let m = 0; m < places.length; m++) {
    const rod = metal.rods[m];
    values[places[m]] = rod < 0 ? held[m] : rods[rod][nodes[m]] - heat.reference;
  }
};

/** Takes fields into the memory of kernels. */
export const residentOf = (
  { place, caloric }: { readonly place: Place; readonly caloric: Caloric },
  setting: Setting,
  heat: HeatKernels,
  fields: Fields,
): Resident => {
  const { problem, grid, medium } = place;
  const { conduction, flow, reference, volumicHeats } = heat;
  const { enthalpy } = fields.heat;
  const rises = new Float64Array(grid.cells);
  for (let cell = 0; cell < rises.length; cell++)
    rises[cell] = enthalpy[cell] / volumicHeats[medium.ofCell[cell]];
  flow.enthalpy.write(rises);
  emptyOut([rises]);
  flow.settle();
  const doses = new Map(
    problem.kinetics.map(({ name }) => {
      const dose = conduction.field(true);
      const known = fields.damage.get(name);
      if (known !== undefined) dose.write(known);
      return [name, dose];
    }),
  );
  const resident: Resident = {
    place,
    setting,
    caloric,
    heat,
    potential: residentPotential(setting.potential),
    doses,
    laws: conductivityLaws(grid, medium, reference, doses),
    metal: metalCells(place, setting, heat),
    base: conduction.field(),
    scratch: conduction.field(),
    sources: undefined,
    sourcePower: 0,
    supplyPower: 0,
    rods: fields.heat.rods,
  };
  writeBase(resident, undefined);
  showRods(resident);
  return resident;
};
