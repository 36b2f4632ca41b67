import { toSI } from '@percuta/quantity';
import { rectilinearGrid } from '../../export/rectilinear-grid.ts';
import type { Healing } from '../result/healing.ts';
import { speciesIds } from '../species/species.ts';

const millimetres = (lengths: Float64Array): Float64Array => lengths.map((length) => length / toSI(1, 'mm'));

/**
 * The whole field at one kept time as a VTK rectilinear grid (.vtr, ASCII), which ParaView opens: x is the distance
 * from the channel in mm, y the depth below the epidermis in mm, downwards; one cell array for each state. Throws
 * RangeError where the course did not keep its fields.
 */
export const vtr = ({ radii, depths, layers, fields }: Healing, index: number): string => {
  const snapshot = fields?.[index];
  if (snapshot === undefined) throw new RangeError(`no field was kept at time ${index}`);
  const rings = radii.length - 1;
  const width = speciesIds.length;
  // Cells run ring by ring in each layer, as places do.
  const cells = speciesIds.map((id, s) => ({
    name: id,
    values: Float64Array.from({ length: rings * layers }, (_, place) => snapshot.values[place * width + s]),
  }));
  return rectilinearGrid({
    axes: [
      ['distance (mm)', millimetres(radii)],
      ['depth (mm)', millimetres(depths)],
      ['none', [0]],
    ],
    time: snapshot.time / toSI(1, 'days'),
    cells,
  });
};
