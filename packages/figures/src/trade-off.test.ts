import { expect, test } from 'vitest';
import { courseOf } from './testing/course.ts';
import { tradeOff } from './trade-off.ts';

const shown = [
  { letter: 'A', candidate: courseOf(1, 3) },
  { letter: 'B', candidate: courseOf(0.5, 3) },
  { letter: 'C', candidate: courseOf(0.1, 1) },
];
const options = { id: 'trade-off', width: 544 };

test.each([
  ['wide', 544],
  ['narrow', 304],
])('the %s drawing', async (name, width) => {
  const { svg } = tradeOff(shown, { ...options, width });
  await expect(svg).toMatchFileSnapshot(`../snapshots/trade-off-${name}.svg`);
});

test('both axes say what they show, with the unit', () => {
  const { svg } = tradeOff(shown, options);
  expect(svg).toContain('Holes that reach the target over the course, per cm²');
  expect(svg).toContain('Bleeding points in a session, per cm²');
  expect(svg).toContain('A, 3 sessions');
  expect(svg).toContain('C, 1 session<');
});

test('the sentence has both ends with their intervals', () => {
  const { sentence } = tradeOff(shown, options);
  expect(sentence).toContain('A brings 2400 (1000 to 4300) holes per cm²');
  expect(sentence).toContain(
    'C brings 80 (30 to 140) holes per cm² to the target for 40 (16 to 72) bleeding points',
  );
});

test('one course alone makes no comparison', () => {
  expect(tradeOff(shown.slice(0, 1), options).sentence).not.toContain('More holes');
});

test('neither a style sheet nor a role is left inside the one image', () => {
  const { svg } = tradeOff(shown, options);
  expect(svg).not.toContain('<style');
  expect(svg.match(/aria-/g)).toHaveLength(1);
});

test('a course that never reaches the target can be drawn', () => {
  const none = { median: 0, low: 0, high: 0 };
  const candidate = { ...courseOf(1, 3), courseDose: none };
  expect(tradeOff([{ letter: 'A', candidate }], options).svg).not.toMatch(/NaN|Infinity/);
});
