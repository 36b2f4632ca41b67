import { describe, expect, test } from 'vitest';
import { ballBlock } from '../testing/ball.ts';
import { channelReach, channelSection } from './channel-section.ts';
import { needleOutline } from './needle-outline.ts';

const block = ballBlock();
const day = 86_400;

/** Points of a path of moves, µm. */
const points = (path: string): number[][] =>
  path
    .split('M')
    .slice(1)
    .map((each) => (each.match(/-?[\d.]+/g) ?? []).slice(0, 2).map(Number));

describe('one channel at its moment', () => {
  test('holds the needle and nothing else until it is withdrawn', () => {
    const { isPierced, clot, cells, fibres } = channelSection(block, 1);
    expect(isPierced).toBe(true);
    expect([...clot, ...cells.map(({ path }) => path), fibres].join('')).toBe('');
  });

  test('shows nothing where nothing departs from rest', () => {
    const { opening, ...marks } = channelSection({ ...block, withdrawn: -1 }, 0);
    expect(marks.clot).toEqual([]);
    expect(marks.cells.map(({ path }) => path)).toEqual(['', '', '']);
    expect(marks.fibres).toBe('');
    expect(opening).toEqual({ radius: 5e-5, made: 5e-5, barrier: 0 });
  });

  test('shows what the film holds where it holds it: in the inner ring of the upper layer', () => {
    const { clot, cells, fibres, opening } = channelSection(block, day);
    expect(opening).toEqual({ radius: 0, made: 5e-5, barrier: 1 });
    expect(clot).toHaveLength(3);
    expect(fibres).not.toBe('');
    for (const { path } of cells) {
      expect(points(path).length).toBeGreaterThan(5);
      for (const [x = Number.NaN, z = Number.NaN] of points(path)) {
        expect(Math.abs(x)).toBeLessThanOrEqual(200);
        expect(z).toBeGreaterThanOrEqual(100);
        expect(z).toBeLessThanOrEqual(600);
      }
    }
  });

  test('there is more of it the later it is on the way to its most', () => {
    const counts = [0.25, 0.5, 1].map((share) => {
      const { cells, fibres } = channelSection(block, share * day);
      return points(fibres).length + cells.reduce((sum, { path }) => sum + points(path).length, 0);
    });
    expect(counts[0]).toBeLessThan(counts[1] ?? 0);
    expect(counts[1]).toBeLessThan(counts[2] ?? 0);
  });

  test('contours of clot lie within one another', () => {
    const widest = channelSection(block, 0.9 * day).clot.map((path) =>
      Math.max(...(path.match(/-?[\d.]+/g) ?? []).map(Number).filter((_, n) => n % 2 === 0)),
    );
    expect(widest).toHaveLength(3);
    expect(widest).toEqual(widest.toSorted((a, b) => b - a));
    expect(widest[0]).toBeLessThan(1e6 * (block.healing === undefined ? 0 : channelReach(block.healing)));
  });

  test('a block that does not heal shows bare tissue', () => {
    expect(channelSection({ ...block, healing: undefined }, day).cells).toEqual([]);
  });
});

test('a needle tapers from its shoulder, or from the edge of the picture where its cone begins above it', () => {
  const [needle] = block.needles;
  if (needle === undefined) throw new Error('the block has a needle');
  expect(needleOutline(needle, 3e-4)).toBe('M-100 -300L100 -300L100 800L0 1000L-100 800Z');
  expect(needleOutline({ ...needle, cone: 2.6e-3 }, 3e-4)).toBe('M-50 -300L50 -300L50 -300L0 1000L-50 -300Z');
});
