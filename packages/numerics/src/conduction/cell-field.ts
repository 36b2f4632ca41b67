import type { Kernels } from '../kernels/kernels.ts';

/**
 * How cells lie in memory: x fastest, rows padded to a multiple of 8 elements with at least one of padding, and a
 * plane of zeros before and after. Every count is in cells.
 */
export interface Layout {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  /** Elements of a padded row and of a padded plane. */
  readonly row: number;
  readonly plane: number;
}

export function layoutOf(nx: number, ny: number, nz: number): Layout {
  for (const n of [nx, ny, nz]) {
    if (!Number.isInteger(n) || n < 1)
      throw new RangeError(`cells along an axis must be 1 or more, not ${n}`);
  }
  const row = Math.ceil((nx + 1) / 8) * 8;
  return { nx, ny, nz, row, plane: row * ny };
}

/** One number for each cell, in the memory of the kernels. */
export interface CellField {
  /** Byte offset of the first cell, for kernels. */
  readonly offset: number;
  /** Puts one number in each cell: i + nx (j + ny k) in order, or the same in all. */
  readonly write: (values: ArrayLike<number> | number) => void;
  /** The numbers of all cells in the order of `write`. */
  readonly read: () => Float64Array<ArrayBuffer>;
  readonly readInto: (values: Float64Array) => void;
  /** Adds `factors` times the numbers of all cells to `sums`, both in the order of `write`. */
  readonly addTo: (sums: Float64Array, factors: Float64Array) => void;
  readonly get: (cell: number) => number;
  readonly set: (cell: number, value: number) => void;
  /** The elements in memory, to be asked for anew after anything was allocated, and where a cell lies among them. */
  readonly elements: () => Float32Array | Float64Array;
  readonly place: (cell: number) => number;
  readonly release: () => void;
}

type Elements = Float32Array | Float64Array;

// The loops over rows are functions of the file: those of a closure would be compiled anew for each field.

const fillRows = (data: Elements, { nx, ny, nz, row, plane }: Layout, value: number): void => {
  for (let r = 0; r < ny * nz; r++) data.fill(value, plane + r * row, plane + r * row + nx);
};

const writeRows = (data: Elements, { nx, ny, nz, row, plane }: Layout, values: ArrayLike<number>): void => {
  for (let r = 0, cell = 0; r < ny * nz; r++) {
    const start = plane + r * row;
    for (let i = start; i < start + nx; i++, cell++) data[i] = values[cell];
  }
};

const readRows = (data: Elements, { nx, ny, nz, row, plane }: Layout, values: Float64Array): void => {
  for (let r = 0, cell = 0; r < ny * nz; r++) {
    const start = plane + r * row;
    for (let i = start; i < start + nx; i++, cell++) values[cell] = data[i];
  }
};

const addRows = (
  data: Elements,
  { nx, ny, nz, row, plane }: Layout,
  sums: Float64Array,
  factors: Float64Array,
): void => {
  for (let r = 0, cell = 0; r < ny * nz; r++) {
    const start = plane + r * row;
    for (let i = start; i < start + nx; i++, cell++) sums[cell] += factors[cell] * data[i];
  }
};

/** A field of zeros; `precise` keeps it in f64 in every build. Throws MemoryExceeded. */
export function createCellField(kernels: Kernels, layout: Layout, precise = false): CellField {
  const { nx, ny, nz, row, plane } = layout;
  const length = plane * (nz + 2);
  const field = precise ? kernels.doubles(length) : kernels.field(length);
  const bytes = precise ? 8 : kernels.bytes;
  const place = (cell: number) => plane + Math.floor(cell / nx) * row + (cell % nx);
  const write = (values: ArrayLike<number> | number) => {
    if (typeof values !== 'number' && values.length !== nx * ny * nz) {
      throw new RangeError(`a field of ${nx} x ${ny} x ${nz} cells cannot hold ${values.length} values`);
    }
    if (typeof values === 'number') fillRows(field.data, layout, values);
    else writeRows(field.data, layout, values);
  };
  const readInto = (values: Float64Array) => readRows(field.data, layout, values);
  const read = () => {
    const values = new Float64Array(nx * ny * nz);
    readInto(values);
    return values;
  };
  const addTo = (sums: Float64Array, factors: Float64Array) => addRows(field.data, layout, sums, factors);
  return {
    offset: field.offset + plane * bytes,
    write,
    read,
    readInto,
    addTo,
    elements: () => field.data,
    place,
    get: (cell) => field.data[place(cell)],
    set: (cell, value) => {
      field.data[place(cell)] = value;
    },
    release: () => kernels.release(field),
  };
}
