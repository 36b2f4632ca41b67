import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { isDominated } from '../../testing/dominated-by-definition.ts';
import { byTradeOff, dominates, type Objectives } from './front.ts';

const some = (dose: number, bleeding: number, coveredShare: number, sessions: number): Objectives => ({
  dose,
  bleeding,
  coveredShare,
  sessions,
  downtime: 0,
  discomfort: 0,
  pigment: 0,
  thermalDose: 0,
  heat: 0,
});

test.each([
  ['more dose for the same', some(2, 1, 1, 1), some(1, 1, 1, 1), true],
  ['the same', some(1, 1, 1, 1), some(1, 1, 1, 1), false],
  ['more dose and more bleeding', some(2, 2, 1, 1), some(1, 1, 1, 1), false],
  ['less bleeding', some(1, 0, 1, 1), some(1, 1, 1, 1), true],
  ['less covered', some(1, 1, 0, 1), some(1, 1, 1, 1), true],
  ['fewer sessions', some(1, 1, 1, 0), some(1, 1, 1, 1), true],
  ['less of everything', some(0, 0, 0, 0), some(1, 1, 1, 1), false],
])('%s', (_, a, b, expected) => {
  expect(dominates(a, b)).toBe(expected);
});

test('the front is what nothing dominates; nothing is lost; both parts fall in dose', () => {
  const random = createRandom(1);
  const candidates = Array.from({ length: 300 }, () => ({
    // Few levels, so that ties occur.
    objectives: {
      ...some(random.integer(8), random.integer(4), random.integer(3), random.integer(3)),
      downtime: random.integer(3),
      discomfort: random.integer(3),
      pigment: random.integer(3),
      heat: random.integer(2),
    },
  }));
  const { front, rest } = byTradeOff(candidates);
  const objectives = candidates.map((one) => one.objectives);
  expect(new Set(front)).toEqual(
    new Set(candidates.filter((one) => !isDominated(one.objectives, objectives))),
  );
  expect(new Set([...front, ...rest])).toEqual(new Set(candidates));
  expect(front.length + rest.length).toBe(300);
  for (const part of [front, rest]) {
    expect(
      part.every(({ objectives }, i) => i === 0 || objectives.dose <= (part[i - 1]?.objectives.dose ?? 0)),
    ).toBe(true);
  }
});
