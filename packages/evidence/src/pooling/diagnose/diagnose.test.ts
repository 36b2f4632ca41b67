import { describe, expect, test } from 'vitest';
import type { Effect } from '../effect/effect.ts';
import { asymmetryRegression, eggerTest } from './asymmetry.ts';
import { funnelOf } from './funnel.ts';
import { influence } from './influence.ts';
import { leaveOneOut, leaveOneStudyOut } from './leave-one-out.ts';

const estimates = [0.2, 0.25, 0.31, 0.18, 0.22, 0.27, 2.5];
const effects: Effect[] = estimates.map((estimate, i) => ({
  id: `arm ${i}`,
  study: `study ${i >> 1}`,
  estimate,
  variance: 0.02 + 0.005 * i,
}));

describe('leave one out', () => {
  test('the odd one carries the spread', () => {
    const left = leaveOneOut(effects);
    expect(left).toHaveLength(7);
    expect(left[6].left).toBe('arm 6');
    expect(left[6].pooled.heterogeneity.tau2).toBe(0);
    expect(left[0].pooled.heterogeneity.tau2).toBeGreaterThan(0.3);
  });

  test('a study leaves with all its arms', () => {
    const left = leaveOneStudyOut(effects);
    expect(left.map(({ left: study, pooled }) => [study, pooled.k])).toEqual([
      ['study 0', 5],
      ['study 1', 5],
      ['study 2', 5],
      ['study 3', 6],
    ]);
  });
});

describe('influence', () => {
  test('the odd one is flagged, the others are not', () => {
    const found = influence(effects, [], { interval: 'normal' });
    expect(found.filter(({ isInfluential }) => isInfluential).map(({ id }) => id)).toEqual(['arm 6']);
    expect(found[6].studentised).toBeGreaterThan(8);
    expect(found.reduce((sum, { hat }) => sum + hat, 0)).toBeCloseTo(1, 12);
  });
});

describe('asymmetry', () => {
  test('a line through effects and errors is found', () => {
    const line: Effect[] = Array.from({ length: 12 }, (_, i) => {
      const se = 0.1 + 0.05 * i;
      const wobble = 0.001 * (i % 2 === 0 ? 1 : -1);
      return { id: String(i), study: String(i), estimate: 0.3 + 1.5 * se + wobble, variance: se * se };
    });
    const { slope, limit, cautions } = eggerTest(line);
    expect(slope.estimate).toBeCloseTo(1.5, 1);
    expect(limit.estimate).toBeCloseTo(0.3, 2);
    expect(slope.p).toBeLessThan(1e-6);
    expect(cautions).toEqual(['asymmetry has other causes than missing studies']);
  });

  test('few studies are said to be few, counted as studies and not as arms', () => {
    const doubled = [...effects, ...effects];
    expect(eggerTest(doubled).cautions[0]).toMatch('fewer than ten');
    expect(asymmetryRegression(effects).cautions[0]).toMatch('fewer than ten');
    expect(() => eggerTest(effects.slice(0, 2))).toThrow(RangeError);
  });
});

test('the funnel stands on the common mean with cones of the normal law', () => {
  const funnel = funnelOf(effects);
  expect(funnel.hasFewStudies).toBe(true);
  expect(funnel.points[1]).toEqual({ id: 'arm 1', estimate: 0.25, se: Math.sqrt(0.025) });
  expect(funnel.cones[1].slope).toBeCloseTo(1.959963984540054, 12);
  expect(funnelOf(effects, { centre: 0 }).centre).toBe(0);
});
