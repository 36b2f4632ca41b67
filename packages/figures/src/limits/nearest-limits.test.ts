import { expect, test } from 'vitest';
import { nearestLimits } from './nearest-limits.ts';
import { courseOf } from '../testing/course.ts';

const candidate = courseOf(1, 3);
const draw = () => nearestLimits({ candidate, letter: 'A' }, { id: 'nearest', width: 220 });

test('the binding limit stands first and alone has the colour of a limit', () => {
  const { svg } = draw();
  const names = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, name]) => name);
  expect(names[0]).toBe('Tip leaves');
  expect(svg.match(/<rect[^>]*--percuta-limit/g)).toHaveLength(1);
});

test('three limits at most are drawn, those of which most is used', () => {
  const [margin] = candidate.margins.filter(({ level }) => level === 'stroke');
  if (margin === undefined) throw new Error('the course has no margin');
  const margins = [0.1, 0.4, 0.2, 0.3].map((used, i) => ({ ...margin, limit: `limit-${i}`, used }));
  const { svg } = nearestLimits(
    { candidate: { ...candidate, margins }, letter: 'A' },
    { id: 'nearest', width: 220 },
  );
  const names = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, name]) => name);
  expect(names).toEqual(['Limit 1', 'Limit 3', 'Limit 2']);
});

test('nothing reaches beyond the width there is', () => {
  const ends = [...draw().svg.matchAll(/<rect x="([\d.]+)"[^>]*width="([\d.]+)"/g)].map(
    ([, x, width]) => Number(x) + Number(width),
  );
  expect(Math.max(...ends)).toBeLessThanOrEqual(220);
});
