import { SolverFailed } from '../error.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { createCellField, type CellField } from './cell-field.ts';
import type { Lump } from './lump.ts';
import { stageLumps, type StagedLumps } from './lumps.ts';
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
  /** Lumps for steps to come: they go with the cells they touch, and keep their own rises. */
  readonly join: (lumps: readonly Lump[]) => StagedLumps;
  /**
   * Tries one step of RKL2, dt in s; gives the stages it took. Enthalpy and temperature stay; `change` and `next` say
   * where they would go, and the rises of the lumps are those of the end. Throws SolverFailed when the result is not finite.
   */
  readonly attempt: (dt: number, lumps?: StagedLumps) => number;
  /** Takes the step that was tried last. */
  readonly accept: () => void;
  /** One step, tried and taken. */
  readonly advance: (dt: number, lumps?: readonly Lump[]) => number;
  /** The change of enthalpy over the step that was tried last. */
  readonly change: () => CellField;
  /** The change over the step that was taken last. */
  readonly taken: () => CellField;
  /** Rise of temperature at the end of the step that was tried last; after it was taken, that at its beginning. */
  readonly next: () => CellField;
  /** How far the step that was tried last goes: the greatest change of a temperature, K, and of a share of the plateau. */
  readonly reach: () => { readonly warming: number; readonly boiling: number };
  /** The highest temperature (a rise), the first plane that has it, and the greatest share of the plateau. */
  readonly extremes: () => { readonly hottest: number; readonly plane: number; readonly boiled: number };
}

/** Heat in `network`, whose links and anchors (W/K) the caller sets. Throws MemoryExceeded. */
export function createHeatFlow(kernels: Kernels, network: Network, plateau: Plateau): HeatFlow {
  const { layout, x, y, z, anchor } = network;
  const { row, plane, nz } = layout;
  const run = kernels.runOver(plane * nz);
  const field = () => createCellField(kernels, layout);
  const [enthalpy, source, level, latent, perHeat, boiling] = [
    field(),
    field(),
    field(),
    field(),
    field(),
    field(),
  ];
  const [fed, rate] = [field(), field()];
  // The state in doubles: small steps would fall below the last bit of f32.
  const precise = createCellField(kernels, layout, true);
  const partials = kernels.doubles(nz);
  const others = kernels.doubles(nz);
  // In f32 an infinite rise would make 0 · ∞ of a slope; no rise reaches this.
  boiling.write(Math.min(plateau.rise, 1e30));
  const { slope } = plateau;
  let fastest = 0;
  let temperature = field();
  let [tried, spare] = [field(), field()];
  // The change of the step taken last, and two for stages to take turns with.
  let [taken, changed, idle] = [field(), field(), field()];
  let isTried = false;
  const nobody = stageLumps(kernels, [], fed);

  const settle = () => {
    precise.elements().set(enthalpy.elements());
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
  };

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

  const begin = (first: number, change: CellField, next: CellField) =>
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
      change.offset,
      next.offset,
      first,
      slope,
      row,
      plane,
      0,
      nz,
    );

  const attempt = (dt: number, lumps: StagedLumps = nobody): number => {
    const stages = stagesFor(dt * Math.max(fastest, lumps.fastest()));
    run.feed(source.offset, anchor.offset, level.offset, fed.offset, plane, 0, nz);
    lumps.begin(temperature, firstFactor(stages) * dt);
    // The temperatures of a stage and of the one before take turns, and so do the changes.
    let [now, next] = [tried, spare];
    let [last, before] = [changed, idle];
    begin(firstFactor(stages) * dt, last, now);
    for (let j = 2; j <= stages; j++) {
      const factors = stageFactors(j, stages);
      const { mu, nu, now: ofNow, start } = factors;
      lumps.goOn(now, factors, dt);
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
    lumps.end();
    [tried, spare, changed, idle] = [now, next, last, before];
    isTried = true;
    assertFinite();
    return stages;
  };

  const assertFinite = () => {
    run.sums(changed.offset, partials.offset, plane, 0, nz);
    if (partials.data.every(Number.isFinite)) return;
    for (const each of [changed, idle]) each.write(0);
    isTried = false;
    throw new SolverFailed('heat flow', 'not finite', Array.from(partials.data));
  };

  const accept = () => {
    if (!isTried) throw new RangeError('there is no step to take');
    run.takeChange(precise.offset, changed.offset, enthalpy.offset, plane, 0, nz);
    [taken, changed] = [changed, taken];
    [temperature, tried] = [tried, temperature];
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
    isTried = false;
  };

  const reach = () => {
    run.reachOfStep(
      temperature.offset,
      tried.offset,
      enthalpy.offset,
      changed.offset,
      latent.offset,
      boiling.offset,
      perHeat.offset,
      partials.offset,
      others.offset,
      plane,
      0,
      nz,
    );
    return { warming: Math.max(...partials.data), boiling: Math.max(...others.data) };
  };

  const extremes = () => {
    run.extremes(
      temperature.offset,
      enthalpy.offset,
      latent.offset,
      boiling.offset,
      perHeat.offset,
      partials.offset,
      others.offset,
      plane,
      0,
      nz,
    );
    const hottest = Math.max(...partials.data);
    return { hottest, plane: partials.data.indexOf(hottest), boiled: Math.max(...others.data) };
  };

  return {
    enthalpy,
    get temperature() {
      return temperature;
    },
    source,
    level,
    latent,
    perHeat,
    boiling,
    settle,
    refresh,
    join: (lumps) => stageLumps(kernels, lumps, fed),
    attempt,
    accept,
    advance: (dt, lumps = []) => {
      const joined = stageLumps(kernels, lumps, fed);
      try {
        const stages = attempt(dt, joined);
        accept();
        return stages;
      } finally {
        joined.release();
      }
    },
    change: () => changed,
    taken: () => taken,
    next: () => tried,
    reach,
    extremes,
    explicitStep: () => 1 / fastest,
  };
}
