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
  logDensity: number;
}

export const newPoint = (dimensions: number): Point => ({
  position: new Float64Array(dimensions),
  momentum: new Float64Array(dimensions),
  gradient: new Float64Array(dimensions),
  logDensity: -Infinity,
});

export function copyPoint(from: Point, to: Point): void {
  to.position.set(from.position);
  to.momentum.set(from.momentum);
  to.gradient.set(from.gradient);
  to.logDensity = from.logDensity;
}

/** Points and vectors that are used again for every trajectory: allocating them costs more than a leapfrog. */
export interface Store {
  readonly point: () => Point;
  readonly vector: () => Float64Array;
  /** Everything handed out may be handed out again. */
  readonly reset: () => void;
}

export function storeOf(dimensions: number): Store {
  const points: Point[] = [];
  const vectors: Float64Array[] = [];
  let [usedPoints, usedVectors] = [0, 0];
  return {
    point: () => (points[usedPoints++] ??= newPoint(dimensions)),
    vector: () => (vectors[usedVectors++] ??= new Float64Array(dimensions)),
    reset: () => {
      usedPoints = 0;
      usedVectors = 0;
    },
  };
}

/**
 * One leapfrog step of Hamilton's equations for H = -log p(q) + Σ p_i² v_i / 2, v the diagonal of the
 * inverse mass: half a kick, a drift, half a kick. Second order, reversible, keeps volume; a negative step
 * goes back in time. Writes to `to`.
 */
export function leapfrog(
  target: Target,
  { from, to }: { readonly from: Point; readonly to: Point },
  step: number,
  inverseMass: Float64Array,
): void {
  const { position, momentum, gradient } = to;
  for (let i = 0; i < position.length; i++) {
    momentum[i] = from.momentum[i] + 0.5 * step * from.gradient[i];
    position[i] = from.position[i] + step * inverseMass[i] * momentum[i];
  }
  to.logDensity = target.logDensity(position, gradient);
  for (let i = 0; i < position.length; i++) momentum[i] += 0.5 * step * gradient[i];
}

/** -H: the log of the joint density of position and momentum. */
export function logJoint({ logDensity, momentum }: Point, inverseMass: Float64Array): number {
  let kinetic = 0;
  for (let i = 0; i < momentum.length; i++) kinetic += momentum[i] * momentum[i] * inverseMass[i];
  return logDensity - 0.5 * kinetic;
}
