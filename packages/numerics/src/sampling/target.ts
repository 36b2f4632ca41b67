/** A density on R^n to draw from, known up to a constant. */
export interface Target {
  readonly dimensions: number;
  /**
   * log p at the position, up to a constant; writes its gradient. Where p is 0 it returns -Infinity, and
   * what it writes does not matter.
   */
  readonly logDensity: (position: Float64Array, gradient: Float64Array) => number;
}

/** A point of phase space with what the leapfrog needs there. */
export interface Point {
  readonly position: Float64Array;
  readonly momentum: Float64Array;
  readonly gradient: Float64Array;
  readonly logDensity: number;
}

/**
 * One leapfrog step of Hamilton's equations for H = -log p(q) + Σ p_i² v_i / 2, v the diagonal of the
 * inverse mass: half a kick, a drift, half a kick. Second order, reversible, keeps volume; a negative step
 * goes back in time.
 */
export function leapfrog(target: Target, from: Point, step: number, inverseMass: Float64Array): Point {
  const position = new Float64Array(target.dimensions);
  const momentum = new Float64Array(target.dimensions);
  const gradient = new Float64Array(target.dimensions);
  for (let i = 0; i < position.length; i++) {
    momentum[i] = from.momentum[i] + 0.5 * step * from.gradient[i];
    position[i] = from.position[i] + step * inverseMass[i] * momentum[i];
  }
  const logDensity = target.logDensity(position, gradient);
  for (let i = 0; i < position.length; i++) momentum[i] += 0.5 * step * gradient[i];
  return { position, momentum, gradient, logDensity };
}

/** -H: the log of the joint density of position and momentum. */
export function logJoint({ logDensity, momentum }: Point, inverseMass: Float64Array): number {
  let kinetic = 0;
  for (let i = 0; i < momentum.length; i++) kinetic += momentum[i] * momentum[i] * inverseMass[i];
  return logDensity - 0.5 * kinetic;
}
