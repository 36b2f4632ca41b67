import { SolverFailed } from '@percuta/numerics';
import type { Axis } from '../grid/axis.ts';
import { strides } from '../grid/heat-grid.ts';
import type { Direction } from '../grid/heat-grid.ts';
import { refreshPotential } from './potential.ts';
import type { PotentialModel } from './potential.ts';

/** Real and imaginary part. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Fields of sigma + j w eps, S/m. */
export interface ComplexField {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const empty = (cells: number): ComplexField => ({ re: new Float64Array(cells), im: new Float64Array(cells) });

/** The complex network: links along each axis, and the sum of links and anchors of each cell. */
interface Network {
  readonly links: Readonly<Record<Direction, ComplexField>>;
  readonly diagonal: ComplexField;
}

const inverse = (re: number, im: number): readonly [number, number] => {
  const square = re * re + im * im;
  return [re / square, -im / square];
};

/** Conductance of two halves in series, times a real factor. */
const series = (
  y: ComplexField,
  cell: number,
  next: number,
  high: number,
  low: number,
): readonly [number, number] => {
  const [a, b] = [inverse(y.re[cell], y.im[cell]), inverse(y.re[next], y.im[next])];
  return inverse(high * a[0] + low * b[0], high * a[1] + low * b[1]);
};

const place = (axis: Axis, n: number): number => Math.min(n + 1, axis.count - 1);

const networkOf = ({ grid, embedding, terminals }: PotentialModel, y: ComplexField): Network => {
  const links = { x: empty(grid.cells), y: empty(grid.cells), z: empty(grid.cells) };
  const diagonal = empty(grid.cells);
  const steps = strides(grid);
  for (let cell = 0; cell < grid.cells; cell++) {
    const n = {
      x: cell % grid.x.count,
      y: Math.floor(cell / steps.y) % grid.y.count,
      z: Math.floor(cell / steps.z),
    };
    const widths = { x: grid.x.widths[n.x], y: grid.y.widths[n.y], z: grid.z.widths[n.z] };
    for (const axis of ['x', 'y', 'z'] as const) {
      const factor = embedding.electric[axis][cell];
      if (n[axis] === grid[axis].count - 1 || factor === 0) continue;
      const next = cell + steps[axis];
      const [re, im] = series(
        y,
        cell,
        next,
        grid[axis].high[n[axis]],
        grid[axis].low[place(grid[axis], n[axis])],
      );
      const across = (factor * widths.x * widths.y * widths.z) / widths[axis];
      links[axis].re[cell] = re * across;
      links[axis].im[cell] = im * across;
      for (const end of [cell, next]) {
        diagonal.re[end] += re * across;
        diagonal.im[end] += im * across;
      }
    }
  }
  for (const { cells, weights } of terminals.list) {
    cells.forEach((cell, n) => {
      diagonal.re[cell] += y.re[cell] * weights[n];
      diagonal.im[cell] += y.im[cell] * weights[n];
    });
  }
  return { links, diagonal };
};

/** out = A u. */
const apply = (
  model: PotentialModel,
  { links, diagonal }: Network,
  u: ComplexField,
  out: ComplexField,
): void => {
  const { cells } = model.grid;
  for (let c = 0; c < cells; c++) {
    out.re[c] = diagonal.re[c] * u.re[c] - diagonal.im[c] * u.im[c];
    out.im[c] = diagonal.re[c] * u.im[c] + diagonal.im[c] * u.re[c];
  }
  const steps = strides(model.grid);
  for (const axis of ['x', 'y', 'z'] as const) {
    const [{ re, im }, step] = [links[axis], steps[axis]];
    for (let c = 0; c + step < cells; c++) {
      if (re[c] === 0 && im[c] === 0) continue;
      const d = c + step;
      out.re[c] -= re[c] * u.re[d] - im[c] * u.im[d];
      out.im[c] -= re[c] * u.im[d] + im[c] * u.re[d];
      out.re[d] -= re[c] * u.re[c] - im[c] * u.im[c];
      out.im[d] -= re[c] * u.im[c] + im[c] * u.re[c];
    }
  }
};

/** Σ a b, without conjugation. */
const product = (a: ComplexField, b: ComplexField): Complex => {
  let [re, im] = [0, 0];
  for (let c = 0; c < a.re.length; c++) {
    re += a.re[c] * b.re[c] - a.im[c] * b.im[c];
    im += a.re[c] * b.im[c] + a.im[c] * b.re[c];
  }
  return { re, im };
};

const quotient = (a: Complex, b: Complex): Complex => {
  const [re, im] = inverse(b.re, b.im);
  return { re: a.re * re - a.im * im, im: a.re * im + a.im * re };
};

/** y += s x. */
const add = (y: ComplexField, s: Complex, x: ComplexField): void => {
  for (let c = 0; c < y.re.length; c++) {
    y.re[c] += s.re * x.re[c] - s.im * x.im[c];
    y.im[c] += s.re * x.im[c] + s.im * x.re[c];
  }
};

const norm = ({ re, im }: ComplexField): number => {
  let sum = 0;
  for (let c = 0; c < re.length; c++) sum += re[c] * re[c] + im[c] * im[c];
  return Math.sqrt(sum);
};

const MOST_ITERATIONS = 100;

/** Residual of the solves that precondition, over what is driven in: conjugate gradients need them alike. */
const PRECONDITIONED = 1e-7;

/** The real network of |y| solved for both parts: what is left of y then only turns. */
const preconditioned = ({ steady }: PotentialModel, r: ComplexField): ComplexField => ({
  re: steady.solve(r.re, undefined, PRECONDITIONED).value,
  im: steady.solve(r.im, undefined, PRECONDITIONED).value,
});

/**
 * Conjugate gradients for complex symmetric systems (van der Vorst and Melissen 1990, IEEE Trans. Magn. 26:706),
 * preconditioned by
 * the real network of |y|. Throws SolverFailed with the residuals.
 */
const solveComplex = (
  model: PotentialModel,
  network: Network,
  source: ComplexField,
  tolerance: number,
): ComplexField => {
  const { cells } = model.grid;
  const [u, q] = [empty(cells), empty(cells)];
  const r = { re: Float64Array.from(source.re), im: Float64Array.from(source.im) };
  let z = preconditioned(model, r);
  const p = { re: Float64Array.from(z.re), im: Float64Array.from(z.im) };
  let rho = product(r, z);
  const goal = tolerance * norm(source);
  const residuals: number[] = [];
  for (let n = 0; n < MOST_ITERATIONS; n++) {
    const rest = norm(r);
    residuals.push(rest);
    if (rest <= goal) return u;
    apply(model, network, p, q);
    const alpha = quotient(rho, product(p, q));
    add(u, alpha, p);
    add(r, { re: -alpha.re, im: -alpha.im }, q);
    z = preconditioned(model, r);
    const next = product(r, z);
    const beta = quotient(next, rho);
    for (let c = 0; c < cells; c++) {
      const [re, im] = [p.re[c], p.im[c]];
      p.re[c] = z.re[c] + beta.re * re - beta.im * im;
      p.im[c] = z.im[c] + beta.re * im + beta.im * re;
    }
    rho = next;
  }
  throw new SolverFailed('impedance', 'not converged', residuals);
};

/** Complex admittance between groups, S: current out of m with n at 1 V. Rows sum to 0 (heat.27). */
export const complexAdmittance = (model: PotentialModel, y: ComplexField, tolerance: number): Complex[][] => {
  const { terminals, grid } = model;
  const network = networkOf(model, y);
  refreshPotential(
    model,
    y.re.map((re, cell) => Math.sqrt(re * re + y.im[cell] * y.im[cell])),
  );
  const columns = terminals.groups.map((_, group) => {
    const source = empty(grid.cells);
    for (const { cells, weights } of terminals.list.filter((terminal) => terminal.group === group)) {
      cells.forEach((cell, n) => {
        source.re[cell] += y.re[cell] * weights[n];
        source.im[cell] += y.im[cell] * weights[n];
      });
    }
    const u = solveComplex(model, network, source, tolerance);
    return terminals.groups.map((__, other) =>
      currentOut(model, y, u, { group: other, volts: other === group ? 1 : 0 }),
    );
  });
  return terminals.groups.map((_, m) => terminals.groups.map((__, n) => columns[n][m]));
};

const currentOut = (
  { terminals }: PotentialModel,
  y: ComplexField,
  u: ComplexField,
  { group, volts }: { readonly group: number; readonly volts: number },
): Complex => {
  let [re, im] = [0, 0];
  for (const terminal of terminals.list) {
    if (terminal.group !== group) continue;
    terminal.cells.forEach((cell, n) => {
      const [dr, di] = [volts - u.re[cell], -u.im[cell]];
      re += terminal.weights[n] * (y.re[cell] * dr - y.im[cell] * di);
      im += terminal.weights[n] * (y.re[cell] * di + y.im[cell] * dr);
    });
  }
  return { re, im };
};

/** Complex impedance between two groups with the others open, ohm: elimination of the open groups. */
export const impedanceBetween = (
  admittance: readonly (readonly Complex[])[],
  from: number,
  to: number,
): Complex => {
  const kept = admittance.map((_, n) => n).filter((n) => n !== to);
  const rows = kept.map((m) => kept.map((n) => ({ ...admittance[m][n] })));
  const right = kept.map((n) => ({ re: n === from ? 1 : 0, im: 0 }));
  for (let n = 0; n < kept.length; n++) {
    for (let m = 0; m < kept.length; m++) {
      if (m === n) continue;
      const factor = quotient(rows[m][n], rows[n][n]);
      rows[m] = rows[m].map((value, c) => minusProduct(value, factor, rows[n][c]));
      right[m] = minusProduct(right[m], factor, right[n]);
    }
  }
  const own = kept.indexOf(from);
  return quotient(right[own], rows[own][own]);
};

const minusProduct = (a: Complex, b: Complex, c: Complex): Complex => ({
  re: a.re - (b.re * c.re - b.im * c.im),
  im: a.im - (b.re * c.im + b.im * c.re),
});
