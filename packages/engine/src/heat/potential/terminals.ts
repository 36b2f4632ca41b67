import type { Electrode } from '../problem/heat-problem.ts';
import type { Embedding } from '../grid/embed/embedding.ts';
import type { Side } from '../grid/sides.ts';

/** Cells tied to one potential; conductance = conductivity of the cell × weight (m). */
export interface Terminal {
  readonly name: string;
  /** Index into the groups of the terminals. */
  readonly group: number;
  /** Index of the electrode; undefined for a side. */
  readonly electrode: number | undefined;
  readonly cells: Int32Array;
  readonly weights: Float64Array;
  /** Share of the heat of each cell that stays in it; undefined where all does. */
  readonly shares?: Float64Array | undefined;
}

export interface Terminals {
  /**
   * Names of the groups. The medium far away, where no group is named for it, belongs to the plate on a side, which
   * goes on with it; without such a plate it is one more group, which carries no current.
   */
  readonly groups: readonly string[];
  readonly list: readonly Terminal[];
}

/** The group of a medium without end that no current returns through. */
const farAway = '(far away)';

interface Named {
  readonly name: string;
  readonly group: string;
  readonly electrode: number | undefined;
  readonly cells: Int32Array;
  readonly weights: Float64Array;
  readonly shares?: Float64Array | undefined;
}

// Net current to far away is 0 between needles, and of a needle and its image in a plate: the field falls as 1/r²,
// twice as fast as that of one.
const DIPOLE = 2;

/** The group of the plates on sides, where they are all of one. */
const plateOf = (sides: readonly Side[]): string | undefined => {
  const plates = sides.flatMap(({ boundary: { electrical } }) =>
    electrical.kind === 'group' ? [electrical.group] : [],
  );
  return plates.every((group) => group === plates[0]) ? plates[0] : undefined;
};

const ofSide = (side: Side, far: string): Named[] => {
  const { electrical } = side.boundary;
  if (electrical.kind === 'insulated') return [];
  const named = { name: side.name, electrode: undefined, cells: side.cells };
  if (electrical.kind === 'group') {
    return [{ ...named, group: electrical.group, weights: side.resistances.map((r) => 1 / r) }];
  }
  const order = electrical.group === undefined ? DIPOLE : 1;
  const weights = side.resistances.map((r, n) => 1 / (r + 1 / (order * side.farField[n] * side.areas[n])));
  return [{ ...named, group: electrical.group ?? far, weights }];
};

/** What holds a potential: bare electrodes, and sides that are plates or go on without end. */
export const terminalsOf = (
  electrodes: readonly Electrode[],
  { contacts }: Embedding,
  sides: readonly Side[],
): Terminals => {
  const named: Named[] = [
    ...electrodes.flatMap(({ name, group }, electrode) =>
      group === undefined
        ? []
        : [
            {
              name,
              group,
              electrode,
              cells: contacts[electrode].cells,
              weights: contacts[electrode].electric,
              shares: contacts[electrode].shares,
            },
          ],
    ),
    ...sides.flatMap((side) => ofSide(side, plateOf(sides) ?? farAway)),
  ];
  const groups = [...new Set(named.map(({ group }) => group))];
  return { groups, list: named.map((each) => ({ ...each, group: groups.indexOf(each.group) })) };
};
