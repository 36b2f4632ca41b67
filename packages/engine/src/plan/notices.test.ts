import { deviceSheet, type SiteId } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { centralDraw } from '../ensemble.ts';
import { knowSkin } from '../skin/skin.ts';
import { caseWith } from '../testing/case.ts';
import { noticesFor } from './notices.ts';
import { situationOf } from './situation.ts';

const sheet = deviceSheet('skinpen_precision');

const noticesAt = (id: SiteId, isLabelledUse: boolean, ...assignments: readonly string[]): string => {
  const given = caseWith(`site.id=${id}`, ...assignments);
  const known = knowSkin(given, centralDraw().skin);
  const facts = {
    sheet,
    maximumPenetrationDepth: 3e-3,
    maximumSafeDepth: 1e-3,
    isLabelledUse,
    emulators: [],
  };
  return noticesFor(situationOf(given, known, { draws: 2, seed: 1, overrides: {} }), [facts]).join('\n');
};

test.each<[string, RegExp, SiteId, readonly string[]]>([
  ['a hazard of unknown depth', /Depth unknown, keep away/, 'abdomen', ['concern.indication=stretch-marks']],
  [
    'lengths of another indication',
    /cap is that of rejuvenation/,
    'cheek',
    ['concern.indication=enlarged-pores'],
  ],
  ['lengths of another region', /cap is that of other regions/, 'knee', []],
  ['courses of another region', /sessions and intervals come from elsewhere/, 'knee', []],
  [
    'a target nobody documents',
    /No target depth is documented/,
    'cheek',
    ['concern.indication=rejuvenation'],
  ],
  ['a target that is an estimate', /target depth of this indication is an estimate/, 'cheek', []],
  ['rules for dark skin', /Phototype V: /, 'cheek', ['person.phototype=V']],
])('%s is told', (_, words, id, assignments) => {
  expect(noticesAt(id, true, ...assignments)).toMatch(words);
});

const readings = (...values: readonly string[]): string =>
  `measured=${JSON.stringify(values.map((value) => ({ layer: 'dermis', method: 'ultrasound', value, error: '0.05 mm' })))}`;

test('readings that contradict each other are told with both values, others are not', () => {
  const told = noticesAt('cheek', true, readings('1.1 mm', '2 mm'));
  expect(told).toMatch(/readings of the dermis contradict each other, 1.1 mm ± 0.05 mm and 2 mm ± 0.05 mm/);
  expect(noticesAt('cheek', true, readings('1.4 mm', '1.5 mm'))).not.toMatch(/contradict/);
  expect(noticesAt('cheek', true, readings('1.1 mm'))).not.toMatch(/contradict/);
});

test('a labelled use of documented courses needs no excuse, and is judged at its time', () => {
  const notices = noticesAt('cheek', true);
  expect(notices).not.toMatch(/off-label|elsewhere|other regions|keep away/);
  expect(notices).toMatch(/after 12 weeks/);
});

test('an unlabelled use has to be named on the consent', () => {
  expect(noticesAt('cheek', false)).toMatch(/off-label.*consent/);
});
