import { expect, test } from 'vitest';
import { isSameEnergy, rfSettingsSchema } from './rf-settings.ts';

const shot = { energy_per_needle: '30 mJ', pulse: '100 ms' };
const stopped = { ...shot, stops: [{ depth: '1 mm' }, { depth: '0.5 mm', level: '2' }], retraction: '0.1 s' };

const problemsOf = (given: object) =>
  rfSettingsSchema.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

test('stops take what the first depth has, or a demand of their own', () => {
  expect(rfSettingsSchema.parse(stopped)).toEqual({
    energy_per_needle: 0.03,
    pulse: 0.1,
    pulses: 1,
    stops: [{ depth: 1e-3 }, { depth: 5e-4, level: '2' }],
    retraction: 0.1,
  });
});

test.each([
  [{ ...stopped, retraction: undefined }, 'retraction is needed with stops'],
  [{ ...shot, retraction: '0.1 s' }, 'stops is needed with a retraction'],
  [{ ...stopped, stops: [] }, 'stops Too small'],
  [{ ...stopped, stops: [{ depth: '1 mm', power: '3 W', voltage: '20 V' }] }, 'stops.0 needs at most one of'],
  [{ pulse: '100 ms' }, ' needs exactly one of'],
])('refused: %j', (given, problem) => {
  expect(problemsOf(given)).toEqual([expect.stringContaining(problem)]);
});

test('energy is the same only with the same stops', () => {
  const same = (changes: object) =>
    isSameEnergy(rfSettingsSchema.parse(stopped), rfSettingsSchema.parse({ ...stopped, ...changes }));
  expect(same({})).toBe(true);
  expect(same({ retraction: '0.2 s' })).toBe(false);
  expect(same({ stops: [{ depth: '1 mm' }] })).toBe(false);
  expect(same({ stops: [{ depth: '1 mm' }, { depth: '0.5 mm', level: '3' }] })).toBe(false);
  expect(isSameEnergy(rfSettingsSchema.parse(stopped), rfSettingsSchema.parse(shot))).toBe(false);
  expect(isSameEnergy(undefined, undefined)).toBe(true);
});
