import type { PotentialModel } from './potential.ts';

export interface JouleParts {
  /** Of the groups, V. */
  readonly volts: readonly number[];
  /** Electrodes whose metal takes heat. */
  readonly takers: readonly boolean[];
}

export interface JouleHeat {
  /** W a cell. */
  readonly cells: Float64Array;
  /** W into the metal of each electrode, one value a contact; undefined where it takes none. */
  readonly metal: readonly (Float64Array | undefined)[];
}

/** Gives each cell of a seam the power of its own resistance in place of half. */
const shareSeams = (
  { seams, steady: { network } }: PotentialModel,
  sigma: Float64Array,
  potential: Float64Array,
  heat: Float64Array,
): void => {
  for (const { direction, cell, other, own, next } of seams) {
    const drop = potential[cell] - potential[other];
    const power = network[direction].get(cell) * drop * drop;
    const [here, there] = [own / sigma[cell], next / sigma[other]];
    const more = power * (here / (here + there) - 0.5);
    heat[cell] += more;
    heat[other] -= more;
  }
};

/** What of the heat of cells beside the end of a coat goes to the metal. */
const giveMetal = (
  cells: Int32Array,
  shares: Float64Array,
  heat: Float64Array,
  taken: Float64Array,
): void => {
  for (let n = 0; n < cells.length; n++) {
    if (shares[n] === 1) continue;
    const more = (1 - shares[n]) * heat[cells[n]];
    heat[cells[n]] -= more;
    taken[n] += more;
  }
};

/**
 * Heat made in each cell, W, from the currents through its faces: each link gives g ΔV², by halves within
 * a material (then k T + sigma phi²/2 is harmonic on the grid too) and by the resistances of its two parts across
 * layers, each contact to its cell and by half to metal that takes heat (`takers`). The sum is Re(V I*) to the
 * accuracy of the solve (heat.26). The links of the model must be those of `sigma`.
 */
export const jouleHeat = (
  model: PotentialModel,
  sigma: Float64Array,
  potential: Float64Array,
  { volts, takers }: JouleParts,
): JouleHeat => {
  const { steady, conduction, terminals } = model;
  const power = conduction.field();
  steady.potential.value.write(potential);
  conduction.jouleByHalves(steady.potential, power);
  const heat = power.read();
  power.release();
  shareSeams(model, sigma, potential, heat);
  const metal: (Float64Array | undefined)[] = takers.map(() => undefined);
  for (const { group, electrode, cells, weights } of terminals.list) {
    const taken = electrode !== undefined && takers[electrode] ? new Float64Array(cells.length) : undefined;
    if (electrode !== undefined) metal[electrode] = taken;
    for (let n = 0; n < cells.length; n++) {
      const drop = volts[group] - potential[cells[n]];
      const lost = sigma[cells[n]] * weights[n] * drop * drop;
      heat[cells[n]] += taken === undefined ? lost : lost / 2;
      if (taken !== undefined) taken[n] = lost / 2;
    }
  }
  for (const { electrode, cells, shares } of terminals.list) {
    const taken = electrode === undefined ? undefined : metal[electrode];
    if (taken !== undefined && shares !== undefined) giveMetal(cells, shares, heat, taken);
  }
  return { cells: heat, metal };
};
