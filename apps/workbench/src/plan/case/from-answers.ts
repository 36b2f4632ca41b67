import type { Answers } from '../../shell/files/answers-file.ts';
import type { Json } from './document.ts';

interface Words {
  readonly title: string;
  readonly said: (answer: 'yes' | 'no', text: string) => string;
}

/** Only a statement that stands for one screening item answers it. */
const screeningOf = ({ said }: Answers): Record<string, string> =>
  Object.fromEntries(
    said.flatMap(({ answer, screening: [id, ...others] }) =>
      id === undefined || others.length > 0 ? [] : [[id, answer]],
    ),
  );

/**
 * A case begun from what a person said. Their words become its history. Age, device and what nobody asked are left
 * open: the clinician has to give them, and nothing is cleared by an answer to several questions at once.
 */
export const caseFromAnswers = (answers: Answers, words: Words): Json => {
  const { site, indication, phototype, said, note, questions } = answers;
  return {
    kind: 'percuta case',
    version: 1,
    title: words.title,
    person: {
      sex: 'not given',
      ...(phototype === undefined ? {} : { phototype }),
      smoking: 'not asked',
      conditions: [],
      medications: [],
      history: [
        ...said.map(({ answer, text }) => words.said(answer, text)),
        ...questions,
        ...(note === undefined ? [] : [note]),
      ],
    },
    screening: screeningOf(answers),
    site: { id: site, touches: [] },
    concern: { indication },
    devices: [],
  };
};
