import { screeningItems } from '@percuta/evidence';
import { readCase, type Case } from '../case/case.ts';
import { setValue } from '../case/set-value.ts';

/** "no" to every question the person answers. */
const cleared = (): Record<string, string> =>
  Object.fromEntries(
    screeningItems()
      .filter(({ answered_by }) => answered_by === 'person')
      .map(({ id }) => [id, 'no']),
  );

/** A complete document as it stands in a file: a woman of 35 with acne scars of the cheek, cleared by screening. */
const plain = () => ({
  kind: 'percuta case',
  version: 1,
  title: 'Acne scars of the cheek',
  person: {
    age: '35 years',
    sex: 'female',
    phototype: 'II',
    smoking: 'never',
    conditions: [],
    medications: [],
    history: [],
  },
  screening: cleared(),
  site: { id: 'cheek', area: '40 cm2', touches: [] },
  concern: { indication: 'atrophic-acne-scars' },
  devices: ['skinpen_precision'],
});

/** The plain document with assignments made in it: `caseDocument('person.age=17 years')`. */
export const caseDocument = (...assignments: readonly string[]): unknown =>
  assignments.reduce<unknown>(setValue, plain());

export const caseWith = (...assignments: readonly string[]): Case => readCase(caseDocument(...assignments));
