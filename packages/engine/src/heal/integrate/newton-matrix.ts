import { createBlockTridiagonal, invert } from '@percuta/numerics';
import type { Tissue } from '../geometry/tissue.ts';
import type { Rates } from '../rates.ts';
import { indexOf, moving } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { pull, type Transport } from '../transport/transport.ts';

const width = speciesIds.length;
const fixed = speciesIds.map((_, i) => i).filter((i) => !moving.includes(i));
const m = moving.length;
const f = fixed.length;
const fibroblast = moving.indexOf(indexOf['F']);
const platelet = moving.indexOf(indexOf['P']);

/** One place: the inverse of its fixed block, what its moving states do to it, and back. */
interface Elimination {
  readonly inverse: Float64Array;
  /** inverse × (fixed by moving), f × m. */
  readonly pushed: Float64Array;
  /** moving by fixed, m × f. */
  readonly back: Float64Array;
}

const eliminationOf = (): Elimination => ({
  inverse: new Float64Array(f * f),
  pushed: new Float64Array(f * m),
  back: new Float64Array(m * f),
});

/** a (n × k) times b (k × l) added `sign` times to out at its own stride. */
const addProduct = (
  out: { readonly data: Float64Array; readonly start: number; readonly stride: number },
  sign: number,
  a: Float64Array,
  b: Float64Array,
  [n, k, l]: readonly [number, number, number],
): void => {
  for (let i = 0; i < n; i += 1) {
    const row = out.start + i * out.stride;
    for (let q = 0; q < k; q += 1) {
      const left = sign * a[i * k + q];
      if (left === 0) continue;
      for (let j = 0; j < l; j += 1) out.data[row + j] = out.data[row + j] + left * b[q * l + j];
    }
  }
};

/**
 * I − c J of the whole tissue. The states that do not move are eliminated place by place; what is left of each ring
 * is one dense block over layers and moving states, coupled to its neighbours by diffusion and chemotaxis.
 */
export const createNewtonMatrix = (tissue: Tissue, transport: Transport, p: Rates) => {
  const { radial, layers, places } = tissue;
  const rings = radial.count;
  const size = m * layers;
  const eliminations = Array.from({ length: places }, eliminationOf);
  const diagonals = Int32Array.from({ length: size }, (_, i) => i);
  const cross = Int32Array.from({ length: layers }, (_, layer) => layer * m);
  const pattern = {
    rows: Int32Array.from([...diagonals, ...cross.map((at) => at + fibroblast)]),
    columns: Int32Array.from([...diagonals, ...cross.map((at) => at + platelet)]),
  };
  const blocks = createBlockTridiagonal(rings, size, pattern);
  const coupled = new Float64Array(f * m);
  const right = new Float64Array(size * rings);

  const at = (place: number): { readonly block: Float64Array; readonly start: number } => {
    const layer = Math.floor(place / rings);
    return { block: blocks.diagonal[place % rings], start: layer * m * (size + 1) };
  };

  const addDiagonal = (place: number, row: number, column: number, value: number): void => {
    const { block, start } = at(place);
    const i = start + row * size + column;
    block[i] = block[i] + value;
  };

  /** The block of one place, its fixed states folded into its moving ones. */
  const fold = (place: number, jacobian: Float64Array, c: number): void => {
    const { inverse, pushed, back } = eliminations[place];
    const entry = (i: number, j: number): number => (i === j ? 1 : 0) - c * jacobian[i * width + j];
    fixed.forEach((i, a) => {
      fixed.forEach((j, b) => (inverse[a * f + b] = entry(i, j)));
      moving.forEach((j, b) => (coupled[a * m + b] = entry(i, j)));
    });
    invert(inverse, f);
    pushed.fill(0);
    addProduct({ data: pushed, start: 0, stride: m }, 1, inverse, coupled, [f, f, m]);
    moving.forEach((i, a) => {
      moving.forEach((j, b) => addDiagonal(place, a, b, entry(i, j)));
      fixed.forEach((j, b) => (back[a * f + b] = entry(i, j)));
    });
    const { block, start } = at(place);
    addProduct({ data: block, start, stride: size }, -1, back, pushed, [m, f, m]);
  };

  const addDepth = (c: number): void => {
    for (const { from, to, giving, taking } of transport.depth) {
      const [upper, lower] = [at(from), at(to)];
      for (let s = 0; s < m; s += 1) {
        const flow = c * transport.diffusivities[s];
        addDiagonal(from, s, s, giving * flow);
        addDiagonal(to, s, s, taking * flow);
        // Both places are in the same ring, m rows of the same block apart.
        const i = upper.start + s * (size + 1);
        upper.block[i + m] = upper.block[i + m] - giving * flow;
        const j = lower.start + s * (size + 1);
        lower.block[j - m] = lower.block[j - m] - taking * flow;
      }
    }
  };

  const addRadial = (c: number): void => {
    for (const { from, to, giving, taking } of transport.radial) {
      const [k, layer] = [from % rings, Math.floor(from / rings)];
      const [up, down] = [blocks.upper[k], blocks.lower[k + 1]];
      for (let s = 0; s < m; s += 1) {
        const flow = c * transport.diffusivities[s];
        addDiagonal(from, s, s, giving * flow);
        addDiagonal(to, s, s, taking * flow);
        up[layer * m + s] = -giving * flow;
        down[layer * m + s] = -taking * flow;
      }
    }
  };

  /** (heal.3) How the drift depends on fibroblasts and signal on both sides. */
  const addDrift = (y: Float64Array, c: number): void => {
    const value = (place: number, s: number): number => Math.max(y[place * width + moving[s]], 0);
    for (const { from, to, giving, taking } of transport.radial) {
      const [k, layer] = [from % rings, Math.floor(from / rings)];
      const [up, down] = [blocks.upper[k], blocks.lower[k + 1]];
      const [here, there] = [value(from, platelet), value(to, platelet)];
      const q = pull(here, there, p);
      const cells = value(q > 0 ? from : to, fibroblast);
      // Flow from `from` to `to`: q × cells on the side that is left.
      const slope = (signal: number): number => (p.chi_F * cells) / (p.P_chem + signal);
      addDiagonal(from, fibroblast, platelet, -c * giving * slope(here));
      addDiagonal(to, fibroblast, platelet, -c * taking * slope(there));
      const e = size + layer;
      up[e] = c * giving * slope(there);
      down[e] = c * taking * slope(here);
      const own = layer * m + fibroblast;
      if (q > 0) {
        addDiagonal(from, fibroblast, fibroblast, c * giving * q);
        down[own] = down[own] - c * taking * q;
      } else {
        addDiagonal(to, fibroblast, fibroblast, -c * taking * q);
        up[own] = up[own] + c * giving * q;
      }
    }
  };

  const factor = (y: Float64Array, jacobians: readonly Float64Array[], c: number): void => {
    for (const block of blocks.diagonal) block.fill(0);
    jacobians.forEach((jacobian, place) => fold(place, jacobian, c));
    addDepth(c);
    addRadial(c);
    addDrift(y, c);
    blocks.factor();
  };

  const local = new Float64Array(f);
  const solve = (b: Float64Array): void => {
    for (let place = 0; place < places; place += 1) {
      const { inverse, back } = eliminations[place];
      const start = place * width;
      for (let i = 0; i < f; i += 1) {
        let sum = 0;
        for (let j = 0; j < f; j += 1) sum += inverse[i * f + j] * b[start + fixed[j]];
        local[i] = sum;
      }
      for (let i = 0; i < f; i += 1) b[start + fixed[i]] = local[i];
      const ring = (place % rings) * size + Math.floor(place / rings) * m;
      for (let i = 0; i < m; i += 1) {
        let sum = b[start + moving[i]];
        for (let j = 0; j < f; j += 1) sum -= back[i * f + j] * local[j];
        right[ring + i] = sum;
      }
    }
    blocks.solve(right);
    for (let place = 0; place < places; place += 1) {
      const { pushed } = eliminations[place];
      const start = place * width;
      const ring = (place % rings) * size + Math.floor(place / rings) * m;
      for (let i = 0; i < m; i += 1) b[start + moving[i]] = right[ring + i];
      for (let i = 0; i < f; i += 1) {
        let sum = b[start + fixed[i]];
        for (let j = 0; j < m; j += 1) sum -= pushed[i * m + j] * right[ring + j];
        b[start + fixed[i]] = sum;
      }
    }
  };

  return { factor, solve };
};
