import { expect, test } from 'vitest';
import { typeset } from './typeset.ts';

test('an interval and a unit stay whole; between value and interval a line may break', () => {
  expect(typeset('0.33 mm (0.15 to 0.43)')).toBe('0.33\u00a0mm (0.15\u00a0to\u00a00.43)');
  expect(typeset('5 to 95 % of draws')).toBe('5 to 95\u202f% of draws');
  expect(typeset('0.5 mm at 117 Hz')).toBe('0.5\u00a0mm at\u00a0117\u00a0Hz');
  expect(typeset('82.2 °C after 400 mJ')).toBe('82.2\u00a0°C after 400\u00a0mJ');
  expect(typeset('a sentence (with more than a few words in brackets)')).toBe(
    'a sentence (with more than a few words in brackets)',
  );
});
