import { expect, test } from 'vitest';
import { checkStudy, type StudyCheck } from './check-study.ts';
import { studyIds } from './study-ids.ts';
import { studies, studyDocument } from './studies.ts';

type Json = Record<string, unknown>;
const documentOf = (id: (typeof studyIds)[number]) =>
  structuredClone(studyDocument(id)) as Json & { arms: Json[] };

function valid(check: StudyCheck) {
  if (!check.isValid) throw new Error(check.problems.join('\n'));
  return check;
}

test('filing a study again as it is changes nothing', () => {
  const check = valid(checkStudy(documentOf('dogra2014')));
  expect(check.isNew).toBe(false);
  expect(check.changes).toEqual({ indications: [], claims: [], gaps: [] });
});

test('a broken record is told where and why', () => {
  const record = { ...documentOf('dogra2014'), source: 'nobody1999', colour: 'pink' };
  const check = checkStudy(record);
  expect(check.isValid).toBe(false);
  const problems = check.isValid ? [] : check.problems;
  expect(problems).toContain('source: no reference with the key "nobody1999"');
  expect(problems.some((problem) => problem.includes('colour'))).toBe(true);
  expect(checkStudy('study').isValid).toBe(false);
});

/** A trial of needles alone on the calf in phototype VI, blinded and against placebo. */
function calfTrial(id: string): Json {
  const { arms, ...rest } = documentOf('albakaa2024');
  const [arm = {}] = arms;
  return {
    ...rest,
    id,
    blinding: 'assessor',
    arms: [
      {
        ...arm,
        id: `${id}-mn`,
        indication: 'stretch-marks',
        population: { phototypes: ['VI'] },
        places: [{ words: 'calves', region: 'body', sites: ['lower_leg'] }],
        device: { words: 'microneedling', modality: 'needling' },
      },
    ],
  };
}

test('a new study says which indication, claims and gaps it touches', () => {
  const check = valid(checkStudy(calfTrial('calf2027')));
  expect(check.isNew).toBe(true);
  expect(check.changes.indications).toEqual([{ id: 'stretch-marks', before: 15, after: 16 }]);
  expect(check.changes.claims.map(({ id, before, after }) => [id, before, after])).toEqual([
    ['anywhere', 'not supported', 'limited'],
    ['stretch-marks', 'limited', 'limited'],
  ]);
  const [gaps, ...rest] = check.changes.gaps;
  expect(rest).toEqual([]);
  expect(gaps).toMatchObject({ indication: 'stretch-marks', opened: [] });
  expect(gaps?.closed).toContain('No study of stretch marks says that it took in people with skin type VI.');
});

test('a second one of the kind lifts the claim', () => {
  const first = valid(checkStudy(calfTrial('calf2027'))).study;
  const check = valid(checkStudy(calfTrial('calf2028'), [...studies(), first]));
  expect(check.changes.claims).toContainEqual({
    id: 'stretch-marks',
    part: 'It makes stretch marks look better.',
    before: 'limited',
    after: 'supported',
  });
});

test('an arm id that another study has is refused', () => {
  const check = checkStudy({ ...documentOf('dogra2014'), id: 'dogra2015' });
  expect(check).toEqual({ isValid: false, problems: ['arms: another study has an arm "dogra2014-mn"'] });
});

test('what says less than it might is remarked on', () => {
  const { remarks } = valid(checkStudy(documentOf('majid2009')));
  expect(remarks).toEqual([
    'majid2009-mn: no outcome says which way it went: no grade will count it',
    'majid2009-mn: no phototypes stated: it closes no gap of skin type',
  ]);
  expect(valid(checkStudy(documentOf('mfr-turkey2019'))).remarks[0]).toMatch(/fewer than 10 people/);
});
