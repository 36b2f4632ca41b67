import type { HeatEnsemble } from '../heat/array/heat-bands.ts';

/** What of one draw of heat bears on safety. */
export interface HeatReach {
  /** Deepest coagulated collagen below the tips, m; minus infinity where none coagulates. */
  readonly belowTip: number;
  /** From the lower border of the epidermis down to the first dead cell, m; infinity where none dies. */
  readonly toEpidermis: number;
  /** Largest share of the water of a cell that boiled. */
  readonly vapour: number;
}

/** The reach of heat in every draw of an ensemble. */
export const heatReachesOf = ({ columns, draws }: HeatEnsemble): HeatReach[] => {
  const at = (name: string, draw: number): number => columns.get(name)?.[draw] ?? Number.NaN;
  return Array.from({ length: draws }, (_, draw) => {
    const deepest = at('coagulation_to', draw);
    return {
      belowTip: Number.isNaN(deepest) ? -Infinity : deepest - at('tip', draw),
      toEpidermis: at('cell_death_to_epidermis', draw),
      vapour: at('vapour', draw),
    };
  });
};
