import { expect, test } from 'vitest';
import { convergencePlot, observedOrder } from './convergence-plot.ts';

const points = [4, 2, 1].map((size) => ({ size, error: 1e-3 * size * size }));

test('the order is the slope on logarithmic scales, and the figure states it', () => {
  expect(observedOrder(points)).toBeCloseTo(2, 12);
  const input = { title: 'Errors', size: 'cells, µm', points, order: 2 };
  const { svg, sentence } = convergencePlot(input, { id: 'c', width: 480 });
  expect(sentence).toContain('order 2.00');
  expect(svg.match(/<circle/g)).toHaveLength(3);
});
