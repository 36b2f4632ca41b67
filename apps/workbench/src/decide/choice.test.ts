import { expect, test } from 'vitest';
import { linkVersion, readChoice, withoutAnswers } from './choice.ts';

test('what is understood is kept, what is not is left out', () => {
  expect(
    readChoice({
      v: 1,
      site: 'cheek',
      problem: 'atrophic-acne-scars',
      skin: 'VII',
      yes: ['keloid', 3],
      weigh: { look: 5, sure: 9 },
      ask: [0, -1, 2.5, 7],
      depth: '1.5 mm',
    }),
  ).toEqual({
    v: 1,
    site: 'cheek',
    problem: 'atrophic-acne-scars',
    yes: ['keloid'],
    weigh: { look: 5 },
    ask: [0, 7],
  });
});

test('nothing at all is an empty choice', () => {
  expect(readChoice({ site: 7, weigh: [1], costs: 'x' })).toEqual({});
});

test('a link without answers holds place, problem and skin type only', () => {
  const choice = readChoice({
    site: 'thigh_inner',
    problem: 'stretch-marks',
    skin: 'V',
    yes: ['keloid'],
    note: 'n',
  });
  expect(withoutAnswers(choice)).toEqual({
    v: linkVersion,
    site: 'thigh_inner',
    problem: 'stretch-marks',
    skin: 'V',
  });
});
