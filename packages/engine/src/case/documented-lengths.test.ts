import { site } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { documentedLengths } from './documented-lengths.ts';

const at = (id: Parameters<typeof site>[0], indication: string) =>
  documentedLengths(caseWith(`site.id=${id}`, `concern.indication=${indication}`), site(id));

test('acne scars of the face: 1.5 to 3 mm, from trials', () => {
  expect(at('cheek', 'atrophic-acne-scars')).toMatchObject({
    shortest: 0.0015,
    longest: 0.003,
    tag: 'trial',
    documentedFor: 'atrophic-acne-scars',
  });
});

test.each(['texture-and-tone', 'enlarged-pores'])('%s has the lengths of rejuvenation', (indication) => {
  expect(at('forehead', indication)).toMatchObject({ longest: 0.0005, documentedFor: 'rejuvenation' });
});

test('a length meant for the forehead says nothing of the cheek', () => {
  expect(at('cheek', 'rejuvenation')?.longest).toBe(0.0015);
});

test('a clearance of the abdomen stands in for other parts of the body and says so', () => {
  expect(at('abdomen', 'surgical-burn-or-traumatic-scar')).toMatchObject({
    longest: 0.0025,
    atThisRegion: true,
  });
  expect(at('knee', 'surgical-burn-or-traumatic-scar')).toMatchObject({
    longest: 0.0025,
    atThisRegion: false,
  });
});

test('nothing is documented for laxity without radio-frequency current', () => {
  expect(at('cheek', 'laxity')).toBeUndefined();
});
