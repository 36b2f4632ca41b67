import { describe, expect, test } from 'vitest';
import { linePlot, type LinePlot } from './line-plot.ts';

const options = { id: 'plot', width: 360 };
const plot: LinePlot = {
  title: 'Temperature, °C',
  sentence: 'It rises.',
  note: '',
  lines: [
    {
      name: 'run 1',
      times: [0.001, 0.01, 0.1, 1],
      values: [37, 50, 80, 40],
      low: [37, 45, 70, 38],
      high: [37, 55, 90, 45],
    },
    { name: 'run 2', times: [0.001, 0.01, 0.1, 1], values: [37, 45, Number.NaN, 39] },
  ],
  cursor: 0.1,
};

/** Places of the points of the n-th stroked line. */
const strokes = (svg: string): string[] =>
  Array.from(svg.matchAll(/<path d="(M[^"]*)" fill="none"/g), (match) => match[1] ?? '');

describe('lines over a logarithm of time', () => {
  test('a decade is as wide as the next', () => {
    const { svg } = linePlot(plot, options);
    const xs = Array.from((strokes(svg)[0] ?? '').matchAll(/[ML]([\d.]+) /g), (match) => Number(match[1]));
    expect(xs).toHaveLength(4);
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeCloseTo((xs[3] ?? 0) - (xs[2] ?? 0), 1);
  });

  test('what is not finite leaves a gap, and a lone point no line', () => {
    expect(strokes(linePlot(plot, options).svg)).toHaveLength(2);
  });

  test('both runs are named, and a cursor outside of the times is not drawn', () => {
    const { svg } = linePlot(plot, options);
    expect(svg).toContain('run 1');
    expect(svg).toContain('run 2');
    expect(svg.length).toBeGreaterThan(linePlot({ ...plot, cursor: 100 }, options).svg.length);
  });

  test('a band is an area of its line', () => {
    expect(linePlot(plot, options).svg.match(/fill-opacity="0.18"/g)).toHaveLength(1);
  });
});
