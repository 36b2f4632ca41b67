import { log } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { axisOf } from './axis.ts';
import { gradedEdges } from './grading.ts';
import { circleOverlap, faceAngle } from './embed/circle.ts';
import { planeSection } from './embed/cross-section.ts';
import {
  block,
  boundary,
  electrode,
  gridWish,
  heatProblem,
  round,
  skinLike,
} from '../../testing/heat-case.ts';
import type { HeatProblem, Shape } from '../problem/heat-problem.ts';
import { embed } from './embed/embed.ts';
import { gridOfProblem } from './grid-of-problem.ts';
import { heatGrid, type HeatGrid } from './heat-grid.ts';
import { assertFits, type CellSizes } from './memory.ts';

describe('graded edges', () => {
  const edges = gradedEdges({
    from: 0,
    to: 4,
    marks: [0.1, 1.5, 1.7],
    foci: [{ from: 1.5, to: 1.5, finest: 0.02 }],
    growth: 1.3,
    coarsest: 0.4,
  });
  const widths = edges.slice(1).map((edge, n) => edge - edges[n]);

  test('hold every mark', () => {
    for (const mark of [0, 0.1, 1.5, 1.7, 4]) expect(edges).toContain(mark);
  });

  test('are finest at the focus and never coarser than asked', () => {
    expect(Math.max(...widths)).toBeLessThanOrEqual(0.4);
    expect(widths[edges.indexOf(1.5)]).toBeLessThanOrEqual(0.023);
  });

  test('grow by no more than asked where no mark cuts a cell short', () => {
    const tail = widths.slice(edges.indexOf(1.7));
    tail.slice(1).forEach((width, n) => expect(width / tail[n]).toBeLessThan(1.32));
  });
});

/** m³ of tissue in the grid of a domain with a body in it. */
const tissueOf = (domain: HeatProblem['domain'], shape: Shape): number => {
  if (domain === undefined) throw new Error('no domain');
  const electrodes = [electrode('a', shape)];
  const grid = gridOfProblem(heatProblem({ domain, electrodes }), domain);
  return embed(grid, electrodes).volumes.reduce((sum, volume) => sum + volume, 0);
};

describe('round bodies', () => {
  const centre = { x: 0, y: 0, z: 2e-3 };
  test.each<[string, Shape, number]>([
    ['sphere', { kind: 'sphere', centre, radius: 1e-3 }, (4 / 3) * Math.PI * 1e-9],
    [
      'spheroid',
      { kind: 'spheroid', centre, radius: 0.5e-3, halfLength: 1.5e-3 },
      (4 / 3) * Math.PI * 0.375e-9,
    ],
    [
      'ring',
      { kind: 'ring', centre, radius: 1e-3, wireRadius: 0.3e-3 },
      2 * Math.PI * Math.PI * 1e-3 * 0.09e-6,
    ],
  ])('a %s leaves the volume outside it to tissue', (_, shape, volume) => {
    const inRound = Math.PI * 9e-6 * 4e-3 - tissueOf(round(3, 4, boundary(), gridWish(0.1)), shape);
    const inBlock = 144e-9 - tissueOf(block([6, 6, 4], boundary(), gridWish(0.15)), shape);
    expect(Math.abs(inRound / volume - 1)).toBeLessThan(0.01);
    expect(Math.abs(inBlock / volume - 1)).toBeLessThan(0.01);
  });
});

describe('a ground at infinity', () => {
  const far = boundary({ kind: 'insulated' }, { kind: 'open', group: 'b' });
  const domain = round(5, 5, far, gridWish());
  const rimOf = (differs: Partial<HeatProblem>): number => {
    if (domain === undefined) throw new Error('no domain');
    const disk = electrode('a', { kind: 'disk', centre: { x: 0, y: 0, z: 0 }, radius: 0.5e-3 });
    const { edges } = gridOfProblem(
      heatProblem({ domain, electrodes: [disk], end: { kind: 'potential' }, ...differs }),
      domain,
    ).x;
    return edges[edges.length - 1];
  };
  const layers = [
    { name: 'upper', thickness: 1e-3, material: 'tissue' },
    { name: 'lower', thickness: 4e-3, material: 'poor' },
  ];
  const materials = [skinLike(), skinLike({ name: 'poor', conductivity: { kind: 'constant', value: 0.04 } })];

  test('lies far beyond the side where layers conduct unlike each other', () => {
    expect(rimOf({ layers, materials })).toBeGreaterThan(50e-3);
  });

  test('is met at the side in one medium, and where heat has another side there', () => {
    expect(rimOf({})).toBe(5e-3);
    expect(rimOf({ layers, materials, end: { kind: 'time', at: 1 } })).toBe(5e-3);
  });
});

describe('a grid without wishes', () => {
  const open = boundary({ kind: 'open' });
  const domain = block([16, 16, 16], open, gridWish());
  const at = { x: 0.4e-3, y: 0, z: 5.3e-3 };
  const sources = [{ kind: 'point' as const, name: 'p', on: [{ from: 0, to: Infinity }], at, power: 0.01 }];
  const gridOf = (differs: Partial<HeatProblem>): HeatGrid => {
    if (domain === undefined) throw new Error('no domain');
    return gridOfProblem(heatProblem({ domain, sources, ...differs }), domain);
  };

  test('has a point that heat comes from in the middle of a cell', () => {
    const { x, y, z } = gridOf({});
    for (const [axis, place] of [
      [x, at.x],
      [y, at.y],
      [z, at.z],
    ] as const)
      expect(Math.min(...axis.centres.map((centre) => Math.abs(centre - place)))).toBeLessThan(1e-12);
  });

  test('keeps to layers where a point lies on one, without slivers', () => {
    const layers = [
      { name: 'a', thickness: at.z, material: 'tissue' },
      { name: 'b', thickness: 0.1, material: 'tissue' },
    ];
    const { edges } = gridOf({ layers }).z;
    expect([...edges]).toContain(at.z);
    const widths = [...edges].slice(1).map((edge, n) => edge - edges[n]);
    expect(Math.min(...widths)).toBeGreaterThan(Math.min(...gridOf({}).x.widths) / 2);
  });
});

describe('a round conductor in a grid', () => {
  test('covers its area whatever the cells', () => {
    const cuts = [-2, -0.7, -0.2, 0.13, 0.6, 0.99, 2];
    let sum = 0;
    for (let i = 1; i < cuts.length; i++) {
      for (let j = 1; j < cuts.length; j++) {
        sum += circleOverlap(1, { x1: cuts[i - 1], x2: cuts[i], y1: cuts[j - 1], y2: cuts[j] });
      }
    }
    expect(sum).toBeCloseTo(Math.PI, 12);
  });

  test('sends its whole flux, an angle of 2 pi, through any box around it', () => {
    const flux =
      faceAngle(0.1, 0.3, -0.4, 0.7) -
      faceAngle(0.1, -0.5, -0.4, 0.7) +
      faceAngle(0.1, 0.7, -0.5, 0.3) -
      faceAngle(0.1, -0.4, -0.5, 0.3);
    expect(flux).toBeCloseTo(2 * Math.PI, 12);
  });

  test('touches cells with contacts that together carry the logarithmic field, thick or thin', () => {
    const axis = axisOf(
      'slab',
      Array.from({ length: 41 }, (_, n) => (n - 20) * 0.1 + 0.013),
    );
    for (const a of [0.02, 0.07, 0.31]) {
      const { contact, rho, radius } = planeSection(axis, axis, { cx: 0.02, cy: -0.01, a, widest: a });
      const flux = contact.reduce((sum, value, cell) => sum + value * log(rho[cell] / radius), 0);
      expect(flux).toBeCloseTo(2 * Math.PI, 6);
    }
  });
});

/** A cube of 4 mm in even cells. */
const gridOf = ({ finest }: CellSizes): HeatGrid => {
  const count = Math.ceil(4e-3 / finest - 1e-9);
  const axis = axisOf(
    'slab',
    Array.from({ length: count + 1 }, (_, n) => (n / count) * 4e-3),
  );
  return heatGrid(axis, axis, axis);
};

const laid = (finest: number): void => assertFits(gridOf({ finest, coarsest: finest }), 2, gridOf);

test('a grid that does not fit is refused with one that would', () => {
  expect(() => laid(1e-5)).toThrow(
    expect.objectContaining({
      message: 'the grid has 400 x 400 x 400 cells and would need 47.1 GB; allowed: at most 3.0 GB',
      bound: expect.stringMatching(
        /finest "0\.0299 mm".*coarsest "0\.0299 mm".*134 x 134 x 134 cells, 1\.8 GB/,
      ),
    }),
  );
  expect(() => laid(2.99e-5)).not.toThrow();
});
