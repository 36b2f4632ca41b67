import type { CellField } from '@percuta/numerics';
import { fillTemperatures, fillVapour } from '../bioheat/caloric.ts';
import { fillSigma } from '../potential/conductivity-field.ts';
import type { Resident } from './resident.ts';

/** How far ahead of the fields conductivity is wanted: by a share of a change of enthalpy. */
export interface Ahead {
  readonly change: CellField;
  readonly share: number;
}

/** Conductivity of the cells into the candidate (heat.2). */
export const writeSigma = (
  { heat, laws, place, caloric, potential, doses }: Resident,
  ahead: Ahead,
): void => {
  if (laws !== undefined) {
    heat.conduction.property(heat.flow, laws, ahead, potential.candidate);
    return;
  }
  // Layers that are not planes of depth are those of a radius: few cells.
  const { medium, grid } = place;
  const enthalpy = heat.flow.enthalpy.read();
  const change = ahead.change.read();
  for (let cell = 0; cell < grid.cells; cell++) {
    enthalpy[cell] = (enthalpy[cell] + ahead.share * change[cell]) * heat.volumicHeats[medium.ofCell[cell]];
  }
  const [temperatures, vapour, sigma] = [0, 1, 2].map(() => new Float64Array(grid.cells));
  fillTemperatures(caloric, enthalpy, temperatures);
  fillVapour(caloric, enthalpy, vapour);
  const damage = new Map([...doses].map(([name, dose]) => [name, dose.read()]));
  fillSigma(medium, { temperatures, vapour, damage }, sigma);
  potential.candidate.write(sigma);
};
