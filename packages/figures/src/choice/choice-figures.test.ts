import { expect, test } from 'vitest';
import { courseCalendar } from './course-calendar.ts';
import { courseChart, type ChartCourse } from './course-chart.ts';
import { spreadMarks } from './spread-marks.ts';

const courseOf = (label: string, days: number, median: number, sessions = 3): ChartCourse => ({
  label,
  benefit: { median, low: median / 3, high: median * 2 },
  days: { central: days, low: days / 2, high: days * 3 },
  sessions,
  isRefused: /\d/.test(label),
});
const input = {
  courses: [
    courseOf('A', 5.5, 4000, 4),
    courseOf('B', 1, 250),
    courseOf('1', 5.5, 4000),
    courseOf('2', 40, 2e5, 6),
  ],
  chosen: 'A',
  wish: 4,
  benefit: 'Holes that reach the target over the course, per cm²',
  amount: ({ benefit }: ChartCourse) => `${benefit.median} holes per cm²`,
};
const dayText = (day: number): string => `day ${day}`;
const calendar = {
  letter: 'A',
  sessions: [0, 28, 56, 84],
  judged: [84, 168],
  redness: 5.5,
  ticks: [0, 4, 8, 12, 16, 20, 24].map((week) => ({ day: 7 * week, text: `week ${week}` })),
  dayText,
};

test.each([
  ['wide', 704],
  ['narrow', 304],
])('the %s drawings', async (name, width) => {
  const chart = courseChart(input, { id: 'chart', width });
  await expect(chart.svg).toMatchFileSnapshot(`../../snapshots/course-chart-${name}.svg`);
  const { svg } = courseCalendar(calendar, { id: 'calendar', width });
  await expect(svg).toMatchFileSnapshot(`../../snapshots/course-calendar-${name}.svg`);
});

test('more days stand further right, more benefit higher, more visits larger; what lasts too long stands at the edge', () => {
  const { marks, height } = courseChart(input, { id: 'chart', width: 704 });
  const markOf = (label: string) => {
    const mark = marks.find((each) => each.label === label);
    if (mark === undefined) throw new Error(`no mark ${label}`);
    return mark;
  };
  const [a, b, far] = [markOf('A'), markOf('B'), markOf('2')];
  expect(a.x).toBeGreaterThan(b.x);
  expect(a.y).toBeLessThan(b.y);
  expect(a.r).toBeGreaterThan(b.r);
  expect(far.x).toBeGreaterThan(a.x);
  expect(far.x + far.r).toBeLessThanOrEqual(704);
  for (const { x, y } of marks) {
    expect(x).toBeGreaterThan(40);
    expect(y).toBeLessThan(height);
  }
});

test('what is refused is dashed and counted in the sentence, and never fills the mark of the chosen one', () => {
  const { svg, sentence } = courseChart(input, { id: 'chart', width: 704 });
  expect(svg.match(/stroke-dasharray="3 2.5"/g)).toHaveLength(2);
  expect(sentence).toContain('A brings 4000 holes per cm²');
  expect(sentence).toContain('2 refused courses are drawn grey');
  expect(
    courseChart({ ...input, courses: input.courses.slice(2) }, { id: 'x', width: 400 }).sentence,
  ).toContain('No course is inside the envelope');
});

test('marks in one place stand side by side, inside the drawing', () => {
  const placed = spreadMarks(
    Array.from({ length: 5 }, () => ({ x: 90, y: 50, r: 8 })),
    100,
  );
  expect(new Set(placed.map(({ x }) => x)).size).toBe(5);
  for (const { x } of placed) expect(x).toBeLessThanOrEqual(100);
});

test('a calendar says when visits are and when the result is judged', () => {
  const { sentence, svg } = courseCalendar(calendar, { id: 'calendar', width: 704 });
  expect(sentence).toBe(
    'Course A: 4 sessions from day 0 to day 84; after each about 5.5 days of visible redness; the result is judged on day 168.',
  );
  expect(svg.match(/<rect/g)).toHaveLength(4);
  expect(courseCalendar({ ...calendar, redness: undefined }, { id: 'c', width: 704 }).svg).not.toContain(
    '<rect',
  );
});
