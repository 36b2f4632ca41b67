import { toSI } from '@percuta/quantity';
import type { Healing } from '../result/healing.ts';
import { speciesIds } from '../species/species.ts';

const digits = 8;
const line = (values: Iterable<number>): string =>
  Array.from(values, (value) => String(Number(value.toPrecision(digits)))).join(' ');

const array = (name: string, values: Iterable<number>): string =>
  `<DataArray type="Float64" Name="${name}" NumberOfComponents="1" format="ascii">${line(values)}</DataArray>`;

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
  const extent = `0 ${rings} 0 ${layers} 0 0`;
  // Cells run ring by ring in each layer, as places do.
  const cells = speciesIds.map((id, s) =>
    array(
      id,
      Float64Array.from({ length: rings * layers }, (_, place) => snapshot.values[place * width + s]),
    ),
  );
  return [
    '<?xml version="1.0"?>',
    '<VTKFile type="RectilinearGrid" version="0.1" byte_order="LittleEndian">',
    `<RectilinearGrid WholeExtent="${extent}">`,
    '<FieldData>',
    `<DataArray type="Float64" Name="TimeValue" NumberOfTuples="1" format="ascii">${line([snapshot.time / toSI(1, 'days')])}</DataArray>`,
    '</FieldData>',
    `<Piece Extent="${extent}">`,
    '<Coordinates>',
    array('distance (mm)', millimetres(radii)),
    array('depth (mm)', millimetres(depths)),
    array('none', [0]),
    '</Coordinates>',
    '<CellData>',
    ...cells,
    '</CellData>',
    '</Piece>',
    '</RectilinearGrid>',
    '</VTKFile>',
    '',
  ].join('\n');
};
