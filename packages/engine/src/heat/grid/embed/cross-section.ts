import { log } from '@percuta/numerics';
import { axisResistance } from '../axis.ts';
import type { Axis } from '../axis.ts';
import { circleOverlap, faceAngle, faceOutside } from './circle.ts';

/**
 * A round conductor cut by one layer of the grid: cells i0 ≤ i < i0 + ni, j0 ≤ j < j0 + nj around it, x fastest.
 * The field beside it is logarithmic; links and contacts carry its flux exactly (heat.21).
 */
export interface CrossSection {
  /** m. */
  readonly radius: number;
  readonly i0: number;
  readonly j0: number;
  readonly ni: number;
  readonly nj: number;
  /** 1 where the cell is taken as metal. */
  readonly metal: Uint8Array;
  /** Area of metal in the cell, m². */
  readonly covered: Float64Array;
  /** Area that current along the axis has in a tissue cell, over the area of the cell; more than 1 beside metal cells. */
  readonly open: Float64Array;
  /** Distance of the centre from the axis, m. */
  readonly rho: Float64Array;
  /** Conductance of the link to the next cell along x over that of the plain grid; 0 into metal. */
  readonly linkX: Float64Array;
  readonly linkY: Float64Array;
  /** Conductance from centre to metal per metre of depth and unit property. */
  readonly contact: Float64Array;
}

// Cells with their centre nearer to the surface than this share of a cell become metal: a nearer centre would be a
// link so stiff that it limits the time step; the neighbours' links know the true surface.
const NEAREST = 0.25;
// Cells beyond the surface that carry corrected links; the correction falls as (h/rho)².
const RING = 5;
// Links whose ends differ in log rho by less than this share of their length over rho run along the surface.
const ALONG = 0.2;
const FACTORS = { least: 0.2, most: 4 };

const around = (axis: Axis, centre: number, reach: number): readonly [number, number] => {
  let first = 0;
  while (first < axis.count - 1 && axis.edges[first + 1] < centre - reach) first++;
  let last = first;
  while (last < axis.count && axis.edges[last] < centre + reach) last++;
  return [first, Math.max(last, first + 1)];
};

/** Width of the cell that holds a place; on an edge the larger of two, so that mirrored grids are treated alike. */
export const spacingAt = (axis: Axis, centre: number): number => {
  const near = 1e-9 * (axis.edges[axis.count] - axis.edges[0]);
  const [first, last] = around(axis, centre, near);
  let widest = 0;
  for (let n = first; n < last; n++) widest = Math.max(widest, axis.edges[n + 1] - axis.edges[n]);
  return widest;
};

/** An axisymmetric section of radius a: the radius is the axis itself, whose links are exact already. */
export const radialSection = (x: Axis, a: number, widest: number): CrossSection => {
  const h = spacingAt(x, a);
  const [, ni] = around(x, 0, widest + RING * spacingAt(x, widest));
  const numbers = Array.from({ length: ni }, (_, i) => i);
  const metal = Uint8Array.from(numbers, (i) => (x.centres[i] < a + NEAREST * h ? 1 : 0));
  const covered = numbers.map((i) => {
    const [r1, r2] = [x.edges[i], Math.min(a, x.edges[i + 1])];
    return Math.max(0, Math.PI * (r2 * r2 - r1 * r1));
  });
  const touches = (i: number): boolean => metal[i] === 0 && (i === 0 || metal[i - 1] === 1);
  const section = {
    radius: a,
    i0: 0,
    j0: 0,
    ni,
    nj: 1,
    metal,
    open: new Float64Array(ni),
    covered: Float64Array.from(covered),
    rho: x.centres.slice(0, ni),
    linkX: new Float64Array(numbers.map((i) => (metal[i] === 1 ? 0 : 1))),
    linkY: new Float64Array(ni),
    contact: new Float64Array(
      numbers.map((i) => (touches(i) ? 1 / axisResistance('cylinder', a, x.centres[i]) : 0)),
    ),
  };
  fillOpen(section, x.widths.slice(0, ni));
  return section;
};

interface Window {
  readonly x: Axis;
  readonly y: Axis;
  readonly cx: number;
  readonly cy: number;
  readonly a: number;
  readonly i0: number;
  readonly j0: number;
  readonly ni: number;
  readonly nj: number;
}

const eachCell = ({ i0, j0, ni, nj }: Window, visit: (cell: number, i: number, j: number) => void): void => {
  for (let n = 0; n < nj; n++) for (let m = 0; m < ni; m++) visit(m + ni * n, i0 + m, j0 + n);
};

const markMetal = (window: Window, section: CrossSection, h: number): void => {
  const { x, y, cx, cy, a } = window;
  eachCell(window, (cell, i, j) => {
    const [dx, dy] = [x.centres[i] - cx, y.centres[j] - cy];
    const box = {
      x1: x.edges[i] - cx,
      x2: x.edges[i + 1] - cx,
      y1: y.edges[j] - cy,
      y2: y.edges[j + 1] - cy,
    };
    const holdsAxis = box.x1 <= 0 && box.x2 > 0 && box.y1 <= 0 && box.y2 > 0;
    section.rho[cell] = Math.sqrt(dx * dx + dy * dy);
    section.covered[cell] = circleOverlap(a, box);
    section.metal[cell] = section.rho[cell] < a + NEAREST * h || holdsAxis ? 1 : 0;
  });
};

interface Face {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
  readonly y1: number;
  readonly y2: number;
  /** Between the centres. */
  readonly span: number;
}

/** Flux of the logarithmic field through a face between two tissue cells, also put into the cells' balances. */
const linkFactor = (a: number, section: CrossSection, balance: Float64Array, face: Face): number => {
  const { from, to, distance, y1, y2, span } = face;
  if (section.metal[from] + section.metal[to] > 0) return 0;
  const flux = faceAngle(a, distance, y1, y2);
  balance[from] += flux;
  balance[to] -= flux;
  const open = faceOutside(a, distance, y1, y2) / (y2 - y1);
  const rise = log(section.rho[to] / section.rho[from]);
  const middle = (section.rho[to] + section.rho[from]) / 2;
  if (Math.abs(rise) * middle < ALONG * span) return open;
  const factor = (flux / rise) * (span / (y2 - y1));
  return Math.min(FACTORS.most, Math.max(FACTORS.least * open, factor));
};

const fillLinks = (window: Window, section: CrossSection, balance: Float64Array): void => {
  const { x, y, cx, cy, a, i0, j0, ni, nj } = window;
  eachCell(window, (cell, i, j) => {
    if (i - i0 < ni - 1) {
      section.linkX[cell] = linkFactor(a, section, balance, {
        from: cell,
        to: cell + 1,
        distance: x.edges[i + 1] - cx,
        y1: y.edges[j] - cy,
        y2: y.edges[j + 1] - cy,
        span: x.centres[i + 1] - x.centres[i],
      });
    }
    if (j - j0 < nj - 1) {
      section.linkY[cell] = linkFactor(a, section, balance, {
        from: cell,
        to: cell + ni,
        distance: y.edges[j + 1] - cy,
        y1: x.edges[i] - cx,
        y2: x.edges[i + 1] - cx,
        span: y.centres[j + 1] - y.centres[j],
      });
    }
  });
};

const neighboursIn = ({ ni, nj }: CrossSection, cell: number): number[] => {
  const m = cell % ni;
  const around = [m > 0 ? cell - 1 : -1, m < ni - 1 ? cell + 1 : -1, cell - ni, cell + ni];
  return around.filter((other) => other >= 0 && other < ni * nj);
};

/** Area left beside the metal; what metal cells have left goes to their tissue neighbours in equal parts. */
const fillOpen = ({ metal, covered, open, ...rest }: CrossSection, areas: Float64Array): void => {
  const section = { metal, covered, open, ...rest };
  const left = areas.map((area, cell) => Math.max(0, area - covered[cell]));
  metal.forEach((isMetal, cell) => {
    if (isMetal === 0) return;
    const takers = neighboursIn(section, cell).filter((other) => metal[other] === 0);
    for (const other of takers) left[other] += left[cell] / takers.length;
  });
  left.forEach((area, cell) => {
    open[cell] = metal[cell] === 1 ? 0 : area / areas[cell];
  });
};

/** What flows out of a cell beside the metal must have come from the metal. */
const fillContacts = (a: number, section: CrossSection, balance: Float64Array): void => {
  const { metal, covered, rho, contact } = section;
  for (let cell = 0; cell < metal.length; cell++) {
    if (metal[cell] === 1) continue;
    const beside = covered[cell] > 0 || neighboursIn(section, cell).some((other) => metal[other] === 1);
    if (beside) contact[cell] = Math.max(0, balance[cell]) / log(rho[cell] / a);
  }
};

/** Where a round conductor stands, its radius in this layer, and its largest. */
export interface Round {
  readonly cx: number;
  readonly cy: number;
  readonly a: number;
  readonly widest: number;
}

/** A section in a Cartesian layer; sections of one conductor cover the same cells. */
export const planeSection = (x: Axis, y: Axis, { cx, cy, a, widest }: Round): CrossSection => {
  const h = Math.max(spacingAt(x, cx), spacingAt(y, cy));
  const [i0, i1] = around(x, cx, widest + RING * h);
  const [j0, j1] = around(y, cy, widest + RING * h);
  const [ni, nj] = [i1 - i0, j1 - j0];
  const window = { x, y, cx, cy, a, i0, j0, ni, nj };
  const size = ni * nj;
  const section: CrossSection = {
    radius: a,
    i0,
    j0,
    ni,
    nj,
    metal: new Uint8Array(size),
    covered: new Float64Array(size),
    open: new Float64Array(size),
    rho: new Float64Array(size),
    linkX: new Float64Array(size).fill(1),
    linkY: new Float64Array(size).fill(1),
    contact: new Float64Array(size),
  };
  const balance = new Float64Array(size);
  markMetal(window, section, h);
  fillLinks(window, section, balance);
  fillContacts(a, section, balance);
  const areas = new Float64Array(size);
  eachCell(window, (cell, i, j) => {
    areas[cell] = x.widths[i] * y.widths[j];
  });
  fillOpen(section, areas);
  return section;
};
