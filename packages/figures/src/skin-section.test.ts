import { expect, test } from 'vitest';
import { frameOf } from './section-frame.ts';
import { skinSection } from './skin-section.ts';
import { textWidth } from './svg.ts';
import { courseOf, skin } from './testing/course.ts';

const input = { candidate: courseOf(1, 3), skin, letter: 'B' };

test.each([
  ['wide', 744],
  ['narrow', 328],
])('the %s drawing', async (name, width) => {
  const { svg } = skinSection(input, { id: 'section', width });
  await expect(svg).toMatchFileSnapshot(`../snapshots/skin-section-${name}.svg`);
});

test('the sentence is a finding with the numbers of the data', () => {
  const { title, sentence, svg } = skinSection(input, { id: 'section', width: 744 });
  expect(title).toBe('Course B in this skin');
  expect(sentence).toContain('reach 0.30 mm (0.12 to 0.48)');
  expect(sentence).toContain('93\u202f% (60 to 100) of all needles stand in the dermis');
  expect(sentence).toContain('4.0\u202f% (0.1 to 12.0) of tips could reach fat');
  expect(svg).toContain('role="img" aria-labelledby="section-title section-desc"');
  expect(svg).toContain(`<desc id="section-desc">${sentence}</desc>`);
});

test('depth has ticks in millimetres from the surface down', () => {
  const { svg } = skinSection(input, { id: 'section', width: 744 });
  const words = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, word]) => word);
  expect(words.slice(words.indexOf('0.0'), words.indexOf('mm'))).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0']);
});

test.each([560, 630, 744])('the words of the setting stay inside the frame, %i px wide', (width) => {
  const one = courseOf(1, 3);
  const candidate = { ...one, settings: { ...one.settings, depth: 5e-4 } };
  const { svg } = skinSection({ ...input, candidate }, { id: 'section', width });
  const frame = frameOf({ ...input, candidate }, width);
  const [, x, words] = /<text x="([\d.]+)"[^>]*>((?:set )?0\.5.mm)<\/text>/.exec(svg) ?? [];
  expect(words).toContain('mm');
  expect(Number(x) + textWidth(words ?? '')).toBeLessThan(frame.right);
});

test('a millimetre is as long across as down', () => {
  const { svg } = skinSection(input, { id: 'section', width: 744 });
  const needles = [...svg.matchAll(/<path d="M([\d.]+) [^"]*" fill="var\(--percuta-needle/g)].map(([, x]) =>
    Number(x),
  );
  const [top = 0, , , , bottom = 0] = [...svg.matchAll(/<path d="M36 ([\d.]+)h4"/g)].map(([, y]) =>
    Number(y),
  );
  const perMillimetre = (bottom - top) / 2;
  expect((needles[1] ?? 0) - (needles[0] ?? 0)).toBeCloseTo(1.2 * perMillimetre, 0);
});

test('no room is drawn where the longest track passes the fat', () => {
  const deep = { ...input.candidate, stroke: { ...input.candidate.stroke } };
  const tracks = deep.stroke.tracks.map((track) => ({ ...track, ceiling: track.dermalBorder + 1e-4 }));
  const candidate = { ...deep, stroke: { ...deep.stroke, tracks } };
  expect(skinSection(input, { id: 's', width: 744 }).svg).toContain('room to fat');
  expect(skinSection({ ...input, candidate }, { id: 's', width: 744 }).svg).not.toContain('room to fat');
});

test('colours can be switched by the page', () => {
  const { svg } = skinSection(input, { id: 'section', width: 744 });
  const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, value]) => value);
  expect(colours.filter((value) => value !== 'none' && value?.startsWith('var(--percuta-') !== true)).toEqual(
    [],
  );
});

const column = {
  share: 0.4,
  width: { median: 3e-4, low: 2e-4, high: 4e-4 },
  from: { median: 4e-4, low: 3e-4, high: 5e-4 },
  to: { median: 9e-4, low: 8e-4, high: 1e-3 },
  toEpidermis: undefined,
  toFat: undefined,
  volume: { median: 1e-11, low: 0, high: 2e-11 },
};

test('heat stands round the needles, to scale and in words; needles alone have none', () => {
  const options = { id: 'section', width: 744 };
  expect(skinSection(input, options).svg).not.toContain('--percuta-c3');
  const none = { ...column, share: 0, width: undefined, from: undefined, to: undefined };
  const heated = { ...input, candidate: { ...input.candidate, heat: { cells: column, collagen: none } } };
  const { svg, sentence } = skinSection(heated, options);
  const drawn = [...svg.matchAll(/<rect[^>]*width="([\d.]+)" height="([\d.]+)"[^>]*--percuta-c3/g)];
  expect(drawn.length).toBeGreaterThan(0);
  for (const [, wide, tall] of drawn) expect(Number(tall) / Number(wide)).toBeCloseTo(5 / 3, 1);
  expect(sentence).toContain('Heat kills cells from 0.40 mm (0.30 to 0.50) to 0.90 mm (0.80 to 1.00) deep');
  expect(sentence).not.toContain('coagulates');
});
