import readability from 'text-readability';
import { expect, test } from 'vitest';
import { siteIds } from '../atlas/site-ids.ts';
import { claims } from '../claim/claims.ts';
import { indicationIds, phototypes } from '../course/indication.ts';
import { decisionAid } from './decision-aid.ts';
import { textsOf } from './texts-of.ts';

/** School years of English that a text asks for, by the strictest of three formulas. */
function gradeOf(texts: readonly string[]): number {
  const text = texts.join(' ');
  const { fleschKincaidGrade, automatedReadabilityIndex, smogIndex } = {
    fleschKincaidGrade: readability.fleschKincaidGrade(text),
    automatedReadabilityIndex: readability.automatedReadabilityIndex(text),
    smogIndex: readability.smogIndex(text),
  };
  return Math.max(fleschKincaidGrade, automatedReadabilityIndex, smogIndex);
}

const highest = 8;

/** Names of fields that hold sentences for the person. */
const sentences = /(^|\.)(text|ask|statement|reason)$/;
const textsIn = (value: unknown) =>
  textsOf(value).flatMap(({ path, text }) => (sentences.test(path) ? [text] : []));

const aid = decisionAid({ indication: 'atrophic-acne-scars', site: 'cheek', phototype: 'V' });

test('a hard text is measured as hard', () => {
  const hard =
    'Percutaneous collagen induction demonstrates heterogeneous efficacy across dermatological indications. Investigators predominantly characterise uncontrolled populations. Hyperpigmentation constitutes a considerable complication.';
  expect(gradeOf([hard])).toBeGreaterThan(12);
});

test.each(Object.entries(aid))('%s reads at grade 8 or below', (_, section) => {
  expect(gradeOf(textsIn({ section }))).toBeLessThanOrEqual(highest);
});

test.each(indicationIds)('the aid for %s reads at grade 8 or below', (indication) => {
  expect(
    gradeOf(textsIn(decisionAid({ indication, phototype: 'VI', site: 'lower_leg' }))),
  ).toBeLessThanOrEqual(highest);
});

test('gaps read at grade 8 or below for anybody', () => {
  const texts = indicationIds.flatMap((indication) =>
    siteIds.flatMap((site, i) => {
      const phototype = phototypes[i % phototypes.length];
      return decisionAid({ indication, site, phototype }).gaps.map(({ text }) => text);
    }),
  );
  expect(gradeOf([...new Set(texts)])).toBeLessThanOrEqual(highest);
});

/** One sentence may be longer than the rest, but not by much. */
test('no passage is far above', () => {
  const passages = textsIn(aid).filter((text) => readability.fleschKincaidGrade(text) > highest + 2);
  expect(passages).toEqual([]);
});

test('the reasons of the claim ledger read at grade 8 or below', () => {
  expect(gradeOf(claims().flatMap(({ parts }) => parts.map(({ reason }) => reason)))).toBeLessThanOrEqual(
    highest,
  );
});
