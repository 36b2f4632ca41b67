import { SolverFailed } from '../error.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { createCellField, type CellField } from './cell-field.ts';
import { stageLumps, type Lump } from './lumps.ts';
import type { Network } from './network.ts';
import { firstFactor, stagesFor, stageFactors } from './super-step.ts';

/** How temperature follows enthalpy beyond a plateau; rises are above the reference all temperatures share. */
export interface Plateau {
  /** The rise at which the plateau lies. Infinity for none. */
  readonly rise: number;
  /** Heat capacity below the plateau over that above it. */
  readonly slope: number;
}

/**
 * Heat in a network: C dH/dt = source + anchor (level - T) + Σ g (T' - T), with T = T(H): T = H up to the plateau,
 * level there while H rises by `latent`, then steeper or flatter by the slope.
 */
export interface HeatFlow {
  /** Enthalpy over heat capacity below the plateau, as a rise: K. The state. */
  readonly enthalpy: CellField;
  /** Rise of temperature, K. Follows the enthalpy after each step and after `settle`. */
  readonly temperature: CellField;
  /** What the links and sources were told to feed each cell, W. */
  readonly source: CellField;
  /** Rise the anchors hold at, K. */
  readonly level: CellField;
  /** Width of the plateau in units of enthalpy, K. */
  readonly latent: CellField;
  /** The rise at which the plateau of each cell lies: that of the plateau given, unless written anew. */
  readonly boiling: CellField;
  /** 1 / heat capacity of each cell, K/J. */
  readonly perHeat: CellField;
  /** Makes the temperature of the enthalpy; call it after writing that. */
  readonly settle: () => void;
  /** Looks anew how fast the network is; call it after changing links, anchors or heat capacities. */
  readonly refresh: () => void;
  /** The longest step of the explicit Euler scheme, s. */
  readonly explicitStep: () => number;
  /**
   * One step of RKL2, dt in s; gives the stages it took. Lumps go with the cells they touch, and their rises are left
   * at those of the end. Throws SolverFailed when the result is not finite.
   */
  readonly advance: (dt: number, lumps?: readonly Lump[]) => number;
  /** The change of enthalpy over the last step: what a sum in f64 takes up without rounding the whole to f32. */
  readonly change: () => CellField;
}

/** Heat in `network`, whose links and anchors (W/K) the caller sets. Throws MemoryExceeded. */
export function createHeatFlow(kernels: Kernels, network: Network, plateau: Plateau): HeatFlow {
  const { layout, x, y, z, anchor } = network;
  const { row, plane, nz } = layout;
  const { run } = kernels;
  const field = () => createCellField(kernels, layout);
  const [enthalpy, temperature, source, level, latent, perHeat] = [
    field(),
    field(),
    field(),
    field(),
    field(),
    field(),
  ];
  const [fed, rate, other] = [field(), field(), field()];
  const changes = [field(), field()];
  const boiling = field();
  const partials = kernels.doubles(nz);
  // In f32 an infinite rise would make 0 · ∞ of a slope; no rise reaches this.
  boiling.write(Math.min(plateau.rise, 1e30));
  const { slope } = plateau;
  let fastest = 0;
  let changed = changes[0];

  const settle = () =>
    run.temperatureOf(
      enthalpy.offset,
      latent.offset,
      boiling.offset,
      temperature.offset,
      slope,
      plane,
      0,
      nz,
    );

  const refresh = () => {
    run.stiffness(
      x.offset,
      y.offset,
      z.offset,
      anchor.offset,
      perHeat.offset,
      partials.offset,
      row,
      plane,
      0,
      nz,
    );
    fastest = Math.max(...partials.data) * Math.max(1, slope);
  };

  const advance = (dt: number, lumps: readonly Lump[] = []): number => {
    const joined = stageLumps(lumps, fed);
    const stages = stagesFor(dt * Math.max(fastest, joined.fastest));
    run.feed(source.offset, anchor.offset, level.offset, fed.offset, plane, 0, nz);
    joined.begin(temperature, firstFactor(stages) * dt);
    run.firstStage(
      temperature.offset,
      x.offset,
      y.offset,
      z.offset,
      anchor.offset,
      fed.offset,
      perHeat.offset,
      enthalpy.offset,
      latent.offset,
      boiling.offset,
      rate.offset,
      changes[0].offset,
      other.offset,
      firstFactor(stages) * dt,
      slope,
      row,
      plane,
      0,
      nz,
    );
    // The temperatures of a stage and of the one before take turns, and so do the changes.
    let [now, next] = [other, temperature];
    let [last, before] = [changes[0], changes[1]];
    for (let j = 2; j <= stages; j++) {
      const factors = stageFactors(j, stages);
      const { mu, nu, now: ofNow, start } = factors;
      joined.goOn(now, factors, dt);
      run.laterStage(
        now.offset,
        x.offset,
        y.offset,
        z.offset,
        anchor.offset,
        fed.offset,
        perHeat.offset,
        enthalpy.offset,
        latent.offset,
        boiling.offset,
        rate.offset,
        last.offset,
        before.offset,
        next.offset,
        mu,
        // d₀ = 0, and what an earlier step left in its place does not count.
        j === 2 ? 0 : nu,
        ofNow * dt,
        start * dt,
        slope,
        row,
        plane,
        0,
        nz,
      );
      [now, next] = [next, now];
      [last, before] = [before, last];
    }
    joined.end();
    changed = last;
    run.addScaled(enthalpy.offset, last.offset, 1, plane, 0, nz);
    settle();
    run.sums(enthalpy.offset, partials.offset, plane, 0, nz);
    if (!partials.data.every(Number.isFinite)) {
      for (const change of changes) change.write(0);
      throw new SolverFailed('heat flow', 'not finite', Array.from(partials.data));
    }
    return stages;
  };

  return {
    enthalpy,
    temperature,
    source,
    level,
    latent,
    perHeat,
    settle,
    refresh,
    boiling,
    advance,
    change: () => changed,
    explicitStep: () => 1 / fastest,
  };
}
