import { expect, test } from 'vitest';
import { siValues } from './measurement-file.ts';

test.each([
  ['600 um', [600e-6]],
  ['-5 °C', [268.15]],
  ['0.25 mm', [0.25e-3]],
  [12, [12]],
  [{ value: 770, unit: 'um' }, [770e-6]],
  [{ mean: 2, min: 1, max: 9, unit: 'N' }, [2]],
  [{ median: 3, unit: 'Hz' }, [3]],
  [{ values: [370, 770], unit: 'um' }, [370e-6, 770e-6]],
  [{ min: 1, max: 2, unit: 'mm' }, [1.5e-3]],
  [{ max: 2, unit: 'mm' }, [2e-3]],
  [{ value: 121, unit: 'count' }, [121]],
  ['forearm', []],
  ['12', []],
  [true, []],
])('%j is %j', (given, values) => {
  expect(siValues(given)).toEqual(values);
});
