import { expect, test } from 'vitest';
import { predictionBands } from './prediction-bands.ts';

const row = (label: string, measured: number) => ({
  label,
  measured,
  median: 100,
  bands: [
    { level: 0.5, low: 95, high: 105 },
    { level: 0.95, low: 90, high: 110 },
  ],
});

const draw = () =>
  predictionBands({ title: 'Bands', rows: [row('A', 100), row('B', 50)] }, { id: 'b', width: 480 });

test('says how many of the widest bands hold what was measured', () => {
  expect(draw().sentence).toContain('1 of 2');
});

test('has a box for each band and a dot for each median', () => {
  const { svg } = draw();
  expect(svg.match(/<rect/g)).toHaveLength(4);
  expect(svg.match(/<circle/g)).toHaveLength(2);
});

test('bands of what is measured half as large stand further right', () => {
  const places = [...draw().svg.matchAll(/cx="([\d.]+)"/g)].map(([, at]) => Number(at));
  expect(places[1]).toBeGreaterThan(places[0] ?? Infinity);
});
