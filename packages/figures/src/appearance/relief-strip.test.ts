import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { reliefMadeUp } from '../testing/appearance.ts';
import { hillshade, shadeOf } from './hillshade.ts';
import { greyPng } from './png.ts';
import { reliefStrip } from './relief-strip.ts';

const options = { id: 'relief', width: 708 };

test.each([
  ['wide', 708],
  ['narrow', 304],
])('the %s drawing', async (name, width) => {
  const { svg } = reliefStrip(reliefMadeUp, { ...options, width });
  await expect(svg).toMatchFileSnapshot(`../../snapshots/relief-strip-${name}.svg`);
});

test('four pictures, one scale bar, and each its measures', () => {
  const { svg } = reliefStrip(reliefMadeUp, { ...options, width: 900 });
  expect(svg.match(/<image /g)).toHaveLength(4);
  expect(svg.match(/>1 mm</g)).toHaveLength(1);
  expect(svg).toContain('Missing 1.5 mm³ (+10\u202f%)');
  expect(svg).toContain('Deepest 0.26 mm');
});

test('the sentence counts the worse and the unchanged and says what volume leaves unexplained', () => {
  const { sentence } = reliefStrip(reliefMadeUp, options);
  expect(sentence).toBe(
    'Rolling scar: in the median 35\u202f% of its depth is gone; the model gives worse 8\u202f% and no change 15\u202f%, chances that rest on a prior and that nobody counted; new volume explains at most 20 µm, and 120 µm stay unexplained.',
  );
});

test('what nobody counted is not drawn', () => {
  const { lesion, name, share, before, explanation } = reliefMadeUp;
  const { lift } = explanation;
  const unknown = {
    status: 'not forecast',
    reason: 'nobody counted',
    lesion,
    name,
    share,
    before,
    lift,
  } as const;
  const { svg, sentence } = reliefStrip(unknown, options);
  expect(svg.match(/<image /g)).toHaveLength(1);
  expect(sentence).toBe('What becomes of rolling scar is not known: nobody counted.');
});

const slope = (x: number): Uint8Array =>
  shadeOf({ nx: 3, ny: 3, spacing: 1, data: Float64Array.from({ length: 9 }, (_, k) => x * (k % 3)) });

test('level skin has one grey, and a slope towards the light is brighter', () => {
  expect(new Set(slope(0))).toEqual(new Set([165]));
  expect(slope(0.1)[4]).toBeGreaterThan(165);
  expect(slope(-0.1)[4]).toBeLessThan(165);
});

test('the PNG holds the levels that were put in, read by zlib', () => {
  const levels = Uint8Array.from({ length: 300 * 250 }, (_, i) => (i * 7) % 256);
  const bytes = Buffer.from(greyPng(300, 250, levels).split(',')[1] ?? '', 'base64');
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const at = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  expect(rows).toHaveLength(301 * 250);
  const found = Array.from({ length: 250 }, (_, j) => [...rows.subarray(j * 301 + 1, (j + 1) * 301)]).flat();
  expect(Uint8Array.from(found)).toEqual(levels);
});

test('a picture is an address of a PNG', () => {
  expect(hillshade(reliefMadeUp.before.map)).toMatch(/^data:image\/png;base64,/);
});
