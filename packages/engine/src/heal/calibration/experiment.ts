import { exp, log1p } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { heal, healingGrid } from '../heal.ts';
import type { HealValues } from '../heal-stage.ts';
import { noThermalInjury, type ThermalInjury } from '../injury/thermal-injury.ts';
import { normalPlace } from '../place.ts';
import type { Healing, HealInput } from '../result/healing.ts';

/** One published experiment as a unit cell of one layer. SI. */
export interface Experiment {
  readonly cellRadius: number;
  readonly rings: number;
  readonly gapRadius: number;
  /** Radius at which half of the collagen is coagulated; 0 without heat. */
  readonly columnRadius: number;
  /** Width of the edge of the column. */
  readonly columnEdge: number;
  /** Radius of what is read as the centre. */
  readonly coreRadius: number;
  readonly sessions: readonly number[];
  readonly end: number;
  /** What this wound sets by itself, whatever is drawn. */
  readonly values: Partial<HealValues>;
}

/** One layer; nothing depends on how thick it is. */
const depths = Float64Array.of(0, toSI(1, 'mm'));
/** Far below what the windows of acceptance resolve; absolute errors as in any course. */
const absolute = 1e-8;

/** Ω of a column: the share 1/(1 + exp((r - a)/w)) is coagulated, and as many cells die. */
const columnOf = (experiment: Experiment, none: ThermalInjury): ThermalInjury => {
  const { columnRadius, columnEdge } = experiment;
  if (columnRadius === 0) return none;
  const omega = none.collagen.map((_, k) => {
    const centre = (none.radialEdges[k] + none.radialEdges[k + 1]) / 2;
    return log1p(exp((columnRadius - centre) / columnEdge));
  });
  return { ...none, collagen: omega, cell: omega };
};

/** The values with which an experiment is healed. */
export const valuesIn = (experiment: Experiment, drawn: HealValues): HealValues => ({
  ...drawn,
  ...experiment.values,
  N_r: experiment.rings,
  // A wide wound is one cell of its own, with no neighbours at the border.
  R_most: Math.max(drawn.R_most, 2 * experiment.cellRadius),
});

/** Heals an experiment at drawn values, whole field kept. Throws as `heal` does. */
export const runExperiment = (experiment: Experiment, drawn: HealValues, relative: number): Healing => {
  const values = valuesIn(experiment, drawn);
  const density = 1 / (Math.PI * experiment.cellRadius * experiment.cellRadius);
  const none = noThermalInjury(healingGrid(density, depths, values));
  const input: HealInput = {
    density,
    depths,
    gapRadii: Float64Array.of(experiment.gapRadius),
    pierced: Float64Array.of(1),
    gapAtJunction: experiment.gapRadius,
    thermal: columnOf(experiment, none),
    sessions: experiment.sessions,
    duration: experiment.end,
    place: normalPlace,
  };
  return heal(input, values, { keepsFields: true, relative, absolute });
};
