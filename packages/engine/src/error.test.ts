import { expect, test } from 'vitest';
import { BadInput, isPercutaError, NotFinite, OutsideModel, problemText } from './error.ts';

test('a problem is one line: where, what, what was given, what is allowed, what to do', () => {
  const problem = {
    path: 'person.age',
    given: '"130 years"',
    problem: 'too old',
    allowed: 'up to 120',
    remedy: 'check it',
  };
  expect(problemText(problem)).toBe('person.age: too old (given: "130 years"); allowed: up to 120; check it');
  expect(problemText({ path: '', given: '3', problem: 'no object', remedy: '' })).toBe(
    'the document: no object (given: 3)',
  );
});

const told = (given: string) => problemText({ path: 'a', given, problem: 'is odd', remedy: '' });

test('what was given is shown as far as a line has room, without anything a terminal would obey', () => {
  expect(told('\u001B[31mred\u0007\n')).toBe(String.raw`a: is odd (given: \u001b[31mred\u0007\n)`);
  expect(told('B'.repeat(5000))).toBe(`a: is odd (given: ${'B'.repeat(200)}… (5000 characters))`);
});

test('errors are told apart by their tag', () => {
  const errors = [
    new BadInput([]),
    new OutsideModel('no such depth', 'up to 2 mm'),
    new NotFinite('skin', 'dermis', Number.NaN),
  ];
  expect(errors.map((error) => isPercutaError(error, 'BadInput'))).toEqual([true, false, false]);
  expect(errors.map((error) => isPercutaError(error, 'OutsideModel'))).toEqual([false, true, false]);
  expect(isPercutaError({ tag: 'BadInput' }, 'BadInput')).toBe(false);
  expect(errors[2]?.message).toBe('skin returned NaN for dermis');
});
