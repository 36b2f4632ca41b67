import { OutsideModel } from '../../error.ts';
import type { Steady } from '../potential/steady.ts';
import type { HeatModel } from './heat-model.ts';
import type { Rod } from './rods.ts';

/** Steady temperatures: K of each cell, and of each perfect metal. */
export interface SteadyHeat {
  readonly temperatures: Float64Array;
  readonly metal: readonly number[];
}

const TOLERANCE = 1e-10;

const assertPossible = ({ rods, anchor }: HeatModel): void => {
  if (rods.some(({ isPerfect }) => !isPerfect)) {
    throw new OutsideModel(
      'a steady state with metal that conducts heat along itself is not solved; give the metal as perfect, held or insulated, or follow the problem in time',
      'metal perfect, held or insulated',
    );
  }
  if (anchor.every((value) => value === 0)) {
    throw new OutsideModel(
      'no steady state: heat can leave through no side, blood or held metal; fix a temperature somewhere or follow the problem in time',
      'at least one side, blood or metal that takes heat',
    );
  }
};

const flowInto = ({ cells }: Rod, conductances: Float64Array, level: number, field: Float64Array): number => {
  let flow = 0;
  cells.forEach((cell, n) => {
    flow += conductances[n] * (level - field[cell]);
  });
  return flow;
};

/** Solves small dense rows by elimination; they are diagonally dominant. */
const solveRows = (rows: number[][], right: number[]): number[] => {
  rows.forEach((row, n) => {
    rows.forEach((other, m) => {
      if (m === n) return;
      const factor = other[n] / row[n];
      other.forEach((_, c) => {
        other[c] -= factor * row[c];
      });
      right[m] -= factor * right[n];
    });
  });
  return right.map((value, n) => value / rows[n][n]);
};

/**
 * Steady bioheat for `heat` (W a cell) and heat into perfect metals (W each): the field of the heat with all perfect
 * metal at `base`, and for each of them the field that it adds at 1 K; their levels make its flow vanish. Temperatures
 * are solved as a rise above `base`.
 */
export const steadyHeat = (
  model: HeatModel,
  steady: Steady,
  {
    heat,
    metalHeat,
    base,
    start,
  }: {
    readonly heat: Float64Array;
    readonly metalHeat: readonly number[];
    readonly base: number;
    readonly start: Float64Array | undefined;
  },
): SteadyHeat => {
  assertPossible(model);
  const { links, rods, contacts } = model;
  const anchor = Float64Array.from(model.anchor);
  rods.forEach(({ cells }, r) => cells.forEach((cell, n) => (anchor[cell] += contacts[r][n])));
  steady.refreshLinks(links, anchor);
  const source = heat.map((value, cell) => value + model.supply[cell] - model.anchor[cell] * base);
  const rise = steady.solve(
    source,
    start?.map((value) => value - base),
    TOLERANCE,
  ).value;
  const unit = rods.map(({ cells }, r) => {
    const own = new Float64Array(rise.length);
    cells.forEach((cell, n) => (own[cell] += contacts[r][n]));
    return steady.solve(own, undefined, TOLERANCE).value;
  });
  const rows = rods.map((rod, r) => rods.map((_, s) => flowInto(rod, contacts[r], r === s ? 1 : 0, unit[s])));
  const levels = solveRows(
    rows,
    rods.map((rod, r) => metalHeat[r] - flowInto(rod, contacts[r], 0, rise)),
  );
  const temperatures = rise.map(
    (value, cell) => base + unit.reduce((sum, field, r) => sum + levels[r] * field[cell], value),
  );
  return { temperatures, metal: levels.map((level) => base + level) };
};
