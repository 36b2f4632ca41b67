import type { RfArray } from './rf-array.ts';

/** A needle of the array; rows and columns from 0, x and y from the centre of the array, m. */
export interface ArrayNeedle {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly group: string;
}

const pad = 'pad';

const groupOf = ({ pattern }: RfArray, row: number, column: number): string => {
  switch (pattern) {
    case 'rows':
      return row % 2 === 0 ? 'plus' : 'minus';
    case 'chessboard':
      return (row + column) % 2 === 0 ? 'plus' : 'minus';
    case 'monopolar':
      return 'needles';
    case 'pairs':
      return `pair ${row + 1}-${Math.floor(column / 2) + 1} ${column % 2 === 0 ? 'plus' : 'minus'}`;
  }
};

/** Every needle, row by row. */
export const needlesOf = (array: RfArray): ArrayNeedle[] => {
  const { rows, columns, pitch } = array;
  return Array.from({ length: rows * columns }, (_, n) => {
    const [row, column] = [Math.floor(n / columns), n % columns];
    return {
      name: `${row + 1}-${column + 1}`,
      row,
      column,
      x: (column - (columns - 1) / 2) * pitch,
      y: (row - (rows - 1) / 2) * pitch,
      group: groupOf(array, row, column),
    };
  });
};

/** Planes through the centre of the array that mirror needles, poles and skin alike: half the array is enough. */
export interface Fold {
  readonly x: boolean;
  readonly y: boolean;
}

/**
 * The mirror planes that are exact. A plane may not cut needles (an odd count) nor swap poles (a chessboard, rows of
 * an even array across them, pairs along them).
 */
export const foldOf = ({ pattern, rows, columns }: RfArray): Fold => {
  const [evenRows, evenColumns] = [rows % 2 === 0, columns % 2 === 0];
  return {
    x: evenColumns && (pattern === 'rows' || pattern === 'monopolar'),
    y: evenRows && (pattern === 'pairs' || pattern === 'monopolar'),
  };
};

/** How many times the part that is solved stands in the array. */
export const copiesOf = ({ x, y }: Fold): number => (x ? 2 : 1) * (y ? 2 : 1);

/** Needles on the side that is solved. */
export const foldedNeedles = (array: RfArray, { x, y }: Fold): ArrayNeedle[] =>
  needlesOf(array).filter((needle) => (!x || needle.x > 0) && (!y || needle.y > 0));

/** Groups that an output drives, with how many needles of the part that is solved share it. */
export interface Output {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly needles: number;
  /** Copies of the part that the output feeds; pairs have one output each. */
  readonly copies: number;
}

export const outputsOf = (array: RfArray, fold: Fold): Output[] => {
  const needles = foldedNeedles(array, fold);
  if (array.pattern !== 'pairs') {
    const [from, to] = array.pattern === 'monopolar' ? ['needles', pad] : ['plus', 'minus'];
    return [{ name: 'array', from, to, needles: needles.length, copies: copiesOf(fold) }];
  }
  return needles
    .filter(({ column }) => column % 2 === 0)
    .map(({ group }) => {
      const name = group.replace(' plus', '');
      return { name, from: group, to: `${name} minus`, needles: 2, copies: 1 };
    });
};

export const padGroup = pad;
