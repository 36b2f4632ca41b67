import { expect, test } from 'vitest';
import {
  courseMadeUp,
  depthsMadeUp,
  healingTimesMadeUp,
  oneRunMadeUp,
  singleRunMadeUp,
} from '../testing/heal.ts';
import { healFigures } from '../testing/heal-figures.ts';
import { cellPopulations } from './cell-populations.ts';
import { depthMaps } from './depth-maps.ts';
import { matrixCourses } from './matrix-courses.ts';
import { minutesToMonths } from './minutes-to-months.ts';

const drawings = Object.entries(healFigures)
  .filter(([name]) => !['feel-over-time', 'relief-strip'].includes(name))
  .flatMap(([name, draw]) => [[name, 'wide', 708, draw] as const, [name, 'narrow', 304, draw] as const]);

test.each(drawings)('%s, %s', async (name, size, width, draw) => {
  const { svg } = draw({ id: name, width });
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  await expect(svg).toMatchFileSnapshot(`../../snapshots/${name}-${size}.svg`);
});

const options = { id: 'one', width: 708 };

test('a single run says that it has no band, wherever a band would stand', () => {
  expect(matrixCourses(singleRunMadeUp, options).sentence).toContain('one run, no band');
  expect(matrixCourses(singleRunMadeUp, options).note).toContain('A single run at central values');
  expect(cellPopulations(singleRunMadeUp, options).note).toContain('A single run at central values');
  expect(minutesToMonths(oneRunMadeUp, options).note).toContain('A single run at central values');
  expect(matrixCourses(courseMadeUp, options).note).toContain('20 draws');
});

test('times are told in the unit people use, and what outlasts the run is not given an end', () => {
  const { sentence, svg } = minutesToMonths(healingTimesMadeUp, options);
  expect(sentence).toContain('channels close after 7 hours (5 hours to 12 hours)');
  expect(sentence).toContain('redness for 6 days (4 days to 10 days)');
  expect(svg).toContain('longer than followed');
});

test('cells are told by their highest stand after the first session', () => {
  expect(cellPopulations(courseMadeUp, options).sentence).toContain('neutrophils 24 hours');
});

test('a map has the unit of its depth and of its colours, and says where the change is largest', () => {
  const { svg, sentence } = depthMaps(depthsMadeUp, options);
  expect(svg).toContain('>mm<');
  expect(svg).toContain('+50\u202f%');
  expect(sentence).toContain('hyaluronan +50\u202f% in the uppermost 0.10\u202fmm');
});

test('a session is a step from the value just before it to the one right after', () => {
  const { svg } = matrixCourses(courseMadeUp, options);
  const lines = svg.match(/<path d="[^"]*" fill="none" stroke="[^"]*" stroke-width="2"/g) ?? [];
  expect(lines).toHaveLength(4);
  const elastin =
    lines[2]?.match(/[ML][\d.]+ [\d.]+/g)?.map((point) => point.slice(1).split(' ').map(Number)) ?? [];
  const steps = elastin.flatMap(([x = 0, y = 0], i) => {
    const [before = Number.NaN, above = Number.NaN] = elastin[i - 1] ?? [];
    return x - before < 0.01 && y !== above ? [y - above] : [];
  });
  // Downward in the picture: the needles take elastin away.
  expect(steps).toHaveLength(1);
  expect(steps[0]).toBeGreaterThan(10);
});
