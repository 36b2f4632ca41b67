import { describe, expect, test } from 'vitest';
import { certainty, changes, coverage, levels, oneShare, scored, statement } from '../testing/evidence.ts';
import { evidenceFigures, funnel, timeline } from '../testing/evidence-figures.ts';
import { stepOf, ticksOf } from './axis.ts';
import { courseTimeline } from './course-timeline.ts';
import { coveragePlot } from './coverage-plot.ts';
import { forestPlot } from './forest-plot.ts';
import { funnelPlot } from './funnel-plot.ts';
import { gradeTable } from './grade-table.ts';
import { iconArray } from './icon-array.ts';

const options = { id: 'figure', width: 708 };

const drawings = Object.entries(evidenceFigures).flatMap(([name, draw]) =>
  [
    ['wide', 708],
    ['narrow', 350],
  ].map(([size, width]) => [`${name}-${size}`, () => draw({ id: name, width: Number(width) })] as const),
);

test.each(drawings)('the drawing %s', async (name, draw) => {
  const { svg, sentence, title } = draw();
  await expect(svg).toMatchFileSnapshot(`../../snapshots/${name}.svg`);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(sentence).toMatch(/\.$/);
  expect(title.length).toBeGreaterThan(8);
});

describe('axes', () => {
  test('have steps of 1, 2 or 5', () => {
    expect([stepOf(1, 5), stepOf(3, 5), stepOf(7, 5), stepOf(0.02, 4)]).toEqual([0.2, 1, 2, 0.005]);
  });

  test('have round ticks, the ends among them', () => {
    expect(ticksOf({ low: -0.3, high: 0.3 }, 4)).toEqual([-0.2, 0, 0.2]);
    expect(ticksOf({ low: 0, high: 1 })).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});

describe('the forest plot', () => {
  const { svg, sentence } = forestPlot(changes, options);

  test('has every study with its people, interval and weight, and the heterogeneity', () => {
    expect(svg).toContain('north2019, 40 people');
    expect(svg).toContain('0.90 (0.60 to 1.20), 50\u202f%');
    expect(svg).toContain('south2023, people not stated');
    expect(svg).toContain('Heterogeneity: τ² 0.041, I² 42\u202f%, Q 3.46 with 2 degrees of freedom, p 0.18');
    expect(sentence).toBe(
      'Over 3 studies: 0.8 (−0.1 to 1.7) grades better; a new study may find −4.0 to 5.6.',
    );
  });

  test('cuts a prediction off with arrows, and keeps the studies in the picture', () => {
    const broad = /<path d="M([\d.]+) [\d.]+H([\d.]+)"[^>]*stroke-width="6"/.exec(svg);
    expect(Number(broad?.[1])).toBeGreaterThanOrEqual(196);
    expect(Number(broad?.[2])).toBeLessThanOrEqual(708 - 172);
    // Both ends of the prediction have a head.
    expect(svg.match(/stroke="var\(--percuta-accent, #4B2E83\)"\/>/g)?.length).toBeGreaterThanOrEqual(1);
    expect(svg).toMatch(/<path d="M\d[^"]*L196 [^"]*L536 [^"]*" fill="none"/);
  });

  test('pools nothing where one study stands alone', () => {
    const one = forestPlot(oneShare, options);
    expect(one.svg).toContain('one study, not pooled');
    expect(one.svg).not.toContain('Pooled');
    expect(one.sentence).toBe(
      '1 study, not pooled: north2019 found 75 (58 to 87) of 100 people reached this.',
    );
  });

  test('says so where no study gives a number', () => {
    const none = { ...oneShare, results: [], studies: 0, notPooled: 'no study gives a number' };
    expect(forestPlot(none, options).sentence).toBe('No study gives a number on this scale.');
  });
});

/** Indices from the least to the largest. */
const order = (values: readonly number[]): number[] =>
  values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));

describe('the funnel', () => {
  test('warns of few studies and counts those outside the cone', () => {
    const { svg, sentence } = funnelPlot({ ...changes, funnel }, options);
    expect(svg).toContain('3 studies are too few to read a funnel');
    expect(sentence).toContain('Too few studies');
  });

  test('puts the precise study on top, at its effect', () => {
    const { svg } = funnelPlot({ ...changes, funnel }, options);
    const heights = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, cy]) => Number(cy));
    const errors = funnel.points.map(({ se }) => se);
    expect(order(heights)).toEqual(order(errors));
  });
});

test('the table of certainty marks what is from the data and what is judged, domain by domain', () => {
  const { svg, sentence } = gradeTable({ certainty }, options);
  expect(svg.match(/from the data/g)).toHaveLength(3);
  expect(svg.match(/where the line is: judgement/g)).toHaveLength(3);
  expect(svg).toContain('very serious, two steps');
  expect(sentence).toBe('Certainty is very low: it starts at low, lowered for risk of bias, inconsistency.');
});

/** How many people stand in each of the states that are drawn, the key after them. */
const people = (drawn: string): number[] =>
  [...drawn.matchAll(/data-people="(\d+)"/g)].map(([, count]) => Number(count));

describe('the array of people', () => {
  const { svg } = iconArray({ levels, statement, grade: 'very low' }, options);

  test('has a hundred for each level that people were counted for, and a key', () => {
    expect(people(svg).reduce((sum, count) => sum + count, 0)).toBe(4 * 100 + 3);
  });

  test('fills who reaches it, rings who is uncertain, and leaves the rest pale, in this order', () => {
    const half = iconArray({ levels: levels.filter(({ level }) => level === '50'), statement }, options).svg;
    const drawn = [...half.matchAll(/fill="([^"]+)" stroke="([^"]+)"[^>]* data-people/g)].slice(0, 3);
    const [accent, muted] = [drawn[0]?.[1], drawn[2]?.[2]];
    expect(accent).not.toBe(muted);
    expect(people(half).slice(0, 3)).toEqual([1, 89, 10]);
    expect(drawn.map(([, fill, edge]) => [fill, edge])).toEqual([
      [accent, accent],
      ['none', accent],
      ['none', muted],
    ]);
    const heads = [...half.matchAll(/ d="M([\d.]+) ([\d.]+)a[^"]*"/g)].slice(0, 3);
    const order = heads.map(([, x, y]) => Number(y) * 1000 + Number(x));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('says a level that nobody counted as a chance, and draws no people for it', () => {
    const flat = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(flat).toContain('Not counted in any study, so no people are drawn: worse 1 % (90 %: 0 to 31 %)');
    expect(svg).toContain('>29</tspan> (1 to 90)</text>');
    expect(svg).not.toContain('>1</tspan> (0 to 31)');
    const worse = iconArray({ levels: levels.slice(0, 1), statement }, options).svg;
    expect(people(worse)).toEqual([1, 1, 1]);
  });
});

test('the timeline places sessions, judging and the readings of trials on one axis', () => {
  const { svg, sentence } = courseTimeline(timeline, options);
  expect([...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, cx]) => Number(cx))).toEqual([
    10, 82.42, 154.84, 227.26,
  ]);
  // 13 weeks after the last of twelve: 25 of 38 weeks on 688 px.
  expect(svg).toContain('<path d="M462.63 ');
  expect(sentence).toBe(
    '4 sessions over 12 weeks, judged again 25 weeks after the first; trials read theirs 4 to 26 weeks after the last.',
  );
});

test('the coverage plot says whether luck explains the difference', () => {
  expect(coveragePlot({ coverage, scored }, options).sentence).toContain('no more off than luck makes them');
  const narrow = { ...coverage, inside: [{ level: 0.8 as const, share: 0.3 }] };
  expect(coveragePlot({ coverage: narrow, scored }, options).sentence).toContain(
    'more off than luck explains',
  );
});
