/** A field of a rectilinear grid, one value a cell, x fastest. */
export interface CellArray {
  readonly name: string;
  readonly values: Iterable<number>;
}

/** Fields on a grid at one time, to be written as a file of VTK: s for heat, days for healing. */
export interface RectilinearGrid {
  /** Edges along x, y and z with the name and unit of the axis; one edge for an axis without extent. */
  readonly axes: readonly (readonly [string, Iterable<number>])[];
  readonly time: number;
  readonly cells: readonly CellArray[];
}

const digits = 8;
const line = (values: Iterable<number>): string =>
  Array.from(values, (value) => String(Number(value.toPrecision(digits)))).join(' ');

const array = (name: string, values: Iterable<number>): string =>
  `<DataArray type="Float64" Name="${name}" NumberOfComponents="1" format="ascii">${line(values)}</DataArray>`;

/** A VTK rectilinear grid (.vtr, ASCII), which ParaView opens. */
export const rectilinearGrid = ({ axes, time, cells }: RectilinearGrid): string => {
  const extent = axes.map(([, edges]) => `0 ${Array.from(edges).length - 1}`).join(' ');
  return [
    '<?xml version="1.0"?>',
    '<VTKFile type="RectilinearGrid" version="0.1" byte_order="LittleEndian">',
    `<RectilinearGrid WholeExtent="${extent}">`,
    '<FieldData>',
    `<DataArray type="Float64" Name="TimeValue" NumberOfTuples="1" format="ascii">${line([time])}</DataArray>`,
    '</FieldData>',
    `<Piece Extent="${extent}">`,
    '<Coordinates>',
    ...axes.map(([name, edges]) => array(name, edges)),
    '</Coordinates>',
    '<CellData>',
    ...cells.map(({ name, values }) => array(name, values)),
    '</CellData>',
    '</Piece>',
    '</RectilinearGrid>',
    '</VTKFile>',
    '',
  ].join('\n');
};
