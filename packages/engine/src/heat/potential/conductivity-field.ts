import { expm1 } from '@percuta/numerics';
import type { Medium } from '../grid/medium.ts';
import { valueAt } from '../material/law.ts';
import type { Material } from '../material/material.ts';

/** What conductivity hangs on, one value a cell; `damage` by name of a kinetics set. */
export interface MediumState {
  /** K. */
  readonly temperatures: Float64Array;
  /** Share of the phase change that is done. */
  readonly vapour: Float64Array;
  readonly damage: ReadonlyMap<string, Float64Array>;
}

type CellLaw = (temperature: number) => number;

const lawOf = ({ conductivity: law }: Material): CellLaw => {
  if (law.kind !== 'linear') return (temperature) => valueAt(law, temperature);
  const { value, slope, reference, cap } = law;
  return (temperature) => value * (1 + slope * (Math.min(temperature, cap) - reference));
};

// A cell that conducts nothing would be cut off; 1e-9 S/m carries no current that counts.
const LEAST = 1e-9;

/** Conductivity of each cell, S/m (heat.2), written into `out`. */
export const fillSigma = (
  { materials, ofCell }: Medium,
  { temperatures, vapour, damage }: MediumState,
  out: Float64Array,
): void => {
  const laws = materials.map(lawOf);
  const losses = materials.map(({ phaseChange }) => 1 - (phaseChange?.conductivityLeft ?? 1));
  const rises = materials.map(({ coagulation }) => ({
    rise: coagulation?.rise ?? 0,
    omega: coagulation === undefined ? undefined : damage.get(coagulation.kinetics),
  }));
  for (let cell = 0; cell < out.length; cell++) {
    const material = ofCell[cell];
    const { rise, omega } = rises[material];
    const lasting = omega === undefined ? 1 : 1 - rise * expm1(-omega[cell]);
    const sigma = laws[material](temperatures[cell]) * lasting * (1 - losses[material] * vapour[cell]);
    out[cell] = Math.max(LEAST, sigma);
  }
};

/** Largest relative difference between two conductivity fields. */
export const largestChange = (before: Float64Array, now: Float64Array): number => {
  let most = 0;
  for (let cell = 0; cell < now.length; cell++) {
    const change = Math.abs(now[cell] - before[cell]) / before[cell];
    if (change > most) most = change;
  }
  return most;
};
