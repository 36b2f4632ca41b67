import { BadInput, readCase } from '@percuta/engine';
import { expect, test } from 'vitest';
import { answersSchema } from '../../shell/files/answers-file.ts';
import { caseFromAnswers } from './from-answers.ts';
import { withValue } from './document.ts';

const answers = answersSchema.parse({
  kind: 'percuta answers',
  version: 1,
  site: 'cheek',
  indication: 'atrophic-acne-scars',
  phototype: 'V',
  said: [
    { text: 'The area has had radiation.', answer: 'yes', screening: ['radiation'] },
    { text: 'You get thick scars.', answer: 'no', screening: ['keloid', 'koebner'] },
  ],
  values: [],
  questions: ['Is there heat in the needles?'],
});
const words = { title: 'From answers', said: (answer: string, text: string) => `${answer}: ${text}` };
const begun = caseFromAnswers(answers, words);

test('one statement for one item answers it; one for several clears nothing', () => {
  expect(begun).toMatchObject({ screening: { radiation: 'yes' }, person: { phototype: 'V' } });
  expect(JSON.stringify(begun)).toContain('no: You get thick scars.');
  expect(begun).not.toHaveProperty('screening.keloid');
});

test('what a person cannot say is missing until a clinician gives it', () => {
  expect(() => readCase(begun)).toThrow(BadInput);
  const filled = withValue(
    withValue(withValue(begun, ['person', 'age'], '30 years'), ['site', 'area'], '60 cm2'),
    ['devices'],
    ['skinpen_precision'],
  );
  expect(readCase(filled).person.phototype).toBe('V');
});
