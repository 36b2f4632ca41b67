import { expect, test } from 'vitest';
import { limitBars } from './limit-bars.ts';
import { courseOf } from '../testing/course.ts';

const input = { candidate: courseOf(1, 3), letter: 'A' };
const options = { id: 'limits', width: 544 };

test.each([
  ['wide', 544],
  ['narrow', 304],
])('the %s drawing', async (name, width) => {
  const { svg } = limitBars(input, { ...options, width });
  await expect(svg).toMatchFileSnapshot(`../../snapshots/limit-bars-${name}.svg`);
});

test('the binding limit is named in words and alone has the colour of a limit', () => {
  const { svg, sentence } = limitBars(input, options);
  expect(svg).toContain('Binding: tips that pass through the dermis');
  expect(svg.match(/<rect[^>]*--percuta-limit/g)).toHaveLength(1);
  expect(sentence).toContain('80\u202f% of that limit is used');
});

test('the bar ends at the share used, the tick stands at the limit', () => {
  const { svg } = limitBars(input, options);
  const bars = [...svg.matchAll(/<rect x="300"[^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(bars).toEqual([160, 53.33, 160, 128]);
  expect(svg).toContain('<path d="M460 ');
});

test('limits of the case alone have no bar: no setting moves them', () => {
  expect(limitBars(input, options).svg).not.toContain('ge the label covers');
});
