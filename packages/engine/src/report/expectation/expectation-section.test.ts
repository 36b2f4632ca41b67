import { site } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { expectationOf } from '../../expectation/expectation.ts';
import { caseWith } from '../../testing/case.ts';
import { expectationSection, expectationSources } from './expectation-section.ts';

const section = expectationSection(expectationOf(caseWith(), site('cheek'), ['needling', 'rf']));
const [needling, rf] = section.routes;

test('people where somebody counted, a chance where a prior stands in, and where each comes from', () => {
  expect(needling?.levels[0]).toEqual({
    level: 'Worse',
    middle: 'chance 1 %',
    half: '0 to 5 %',
    most: '0 to 31 %',
    basis: 'not counted: rests on a prior',
    isCounted: false,
  });
  expect(needling?.levels[4]).toMatchObject({
    level: 'Half better or more',
    middle: '29 of 100',
    basis: 'counted in 2 arms of this',
  });
  expect(rf?.levels[4]?.basis).toBe('not counted in this: placed by studies of others');
});

test('certainty with every domain of GRADE, its figures and its line', () => {
  expect(needling?.certainty).toBe('very low');
  expect(needling?.domains.map(({ domain }) => domain)).toEqual([
    'Risk of bias',
    'Inconsistency',
    'Indirectness',
    'Imprecision',
    'Small studies',
  ]);
});

test('what sways it, what trials do not support, what is missing, and the studies', () => {
  const labels = needling?.facts.map(({ label }) => label);
  expect(labels).toEqual([
    'Without krithika2025',
    'Without ali2017',
    'Without jbsaps',
    'Needle length: not supported',
    'Sessions: not supported',
    'Gap: site',
    'Gap: comparison',
    'Studies behind it',
  ]);
  expect(expectationSources(section).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['krithika2025', 'ali2017', 'jbsaps', 'alam2014']),
  );
});

test('whose view and when stands with the levels; the date with the people', () => {
  expect(needling?.frame).toMatch(/not against no treatment\. Read 4 to 26 weeks after the last session\.$/);
  expect(section.people).toMatch(/^phototype II, face; evidence as of \d{4}/);
});

test('without a figure there is a sentence, and neither table', () => {
  const wrinkles = caseWith('concern.indication=fine-lines-and-wrinkles');
  const [route] = expectationSection(expectationOf(wrinkles, site('forehead'))).routes;
  expect(route).toMatchObject({ levels: [], domains: [], certainty: undefined, notCounted: '' });
  expect(route?.sentence).toContain('Explained only');
  expect(route?.facts.length).toBeGreaterThan(2);
});
