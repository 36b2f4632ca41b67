import { expect, test } from 'vitest';
import { risksFor } from '../risk/risks-for.ts';
import { armsFor } from '../study/arms-for.ts';
import { betterIn, riskLine } from './counted.ts';

const lineOf = (event: string, query: Parameters<typeof risksFor>[0]) =>
  risksFor(query)
    .filter((answer) => answer.event === event)
    .map(riskLine)
    .at(0);

test('dark marks in phototype V: so many of so many, and how far it could be off', () => {
  const line = lineOf('pih', { modality: 'needling', phototype: 'V', region: 'face' });
  expect(line?.text).toContain('In one study 5 of 30 people got dark marks. It could be 5 to 35 of 100.');
  expect(line?.text).toContain(
    'In one study none of 39 people got a change in skin colour. It could still be up to 10 of 100.',
  );
});

test('what nobody counted is said so, with the reports beside it', () => {
  expect(lineOf('fat-loss', { modality: 'rf' })).toMatchObject({
    counts: [],
    isReported: true,
    text: 'Nobody has counted how often people like you get a loss of fat under the skin. There are reports of it.',
  });
  expect(lineOf('fat-loss', { modality: 'needling' })?.isReported).toBe(false);
});

test('counts in other people are shown as such, not lent', () => {
  const line = lineOf('pih', { modality: 'rf', phototype: 'VI', region: 'body' });
  expect(line?.counts).toEqual([]);
  expect(line?.others.map(({ had, of }) => [had, of])).toContainEqual([4, 10]);
  expect(line?.text).toMatch(/^Nobody has counted .* This is from other people or places\. In one study /);
});

test('people better in each study, with nothing pooled and nothing of own scales', () => {
  const better = betterIn(
    armsFor({ indication: 'atrophic-acne-scars', modality: 'needling', role: 'needling' }),
  );
  expect(better.map(({ study, had, of }) => [study, had, of])).toEqual([
    ['hkjdv2018', 33, 36],
    ['ishfaq2022', 22, 30],
    ['leheta2011', 15, 15],
    ['sohag', 7, 10],
  ]);
  for (const { had, of, fewest, most } of better) {
    expect(fewest).toBeLessThan((100 * had) / of);
    expect(most).toBeGreaterThanOrEqual((100 * had) / of);
  }
});
