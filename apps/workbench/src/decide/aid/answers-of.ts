import type { DecisionAid } from '@percuta/evidence';
import type { Answers } from '../../shell/files/answers-file.ts';
import type { Choice } from '../choice.ts';
import { fitKey } from './fit-key.ts';
import type { Asked } from './question.ts';

/** The file for a clinician: what was chosen and said, in the words that were on the page. */
export const answersOf = (aid: DecisionAid, { site, problem, skin }: Asked, choice: Choice): Answers => {
  const { yes = [], no = [], weigh = {}, ask = [], note } = choice;
  return {
    kind: 'percuta answers',
    version: 1,
    site,
    indication: problem,
    ...(skin === undefined ? {} : { phototype: skin }),
    said: aid.not_for_you.flatMap((item) => {
      const key = fitKey(item);
      const answer = yes.includes(key) ? 'yes' : no.includes(key) ? 'no' : undefined;
      return answer === undefined ? [] : [{ text: item.text, answer, screening: [...item.screening] }];
    }),
    values: aid.values.flatMap(({ id, statement }) => {
      const weight = weigh[id];
      return weight === undefined ? [] : [{ statement, weight }];
    }),
    questions: aid.ask.filter((_, at) => ask.includes(at)).map((item) => item.ask),
    ...(note === undefined || note === '' ? {} : { note }),
  };
};
