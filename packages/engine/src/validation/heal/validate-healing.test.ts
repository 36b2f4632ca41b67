import { expect, test } from 'vitest';
import { BadInput } from '../../error.ts';
import { isHealRecordFile } from './record-file.ts';
import { scoreOf } from './outcome.ts';
import { coverageOf, validateHealing } from './validate-healing.ts';

const file = {
  records: [
    {
      id: 'H1',
      protocol: { device: 'fractional RF microneedles' },
      quantity: 'denatured zones replaced',
      points: [
        { group: 'zones', kind: 'categorical', outcome: 'complete replacement', t: 10, t_unit: 'wk' },
        { group: 'PIH', kind: 'numeric', value: 3, unit: 'patients' },
      ],
    },
    {
      id: 'V14',
      protocol: { device: 'Fraxel' },
      quantity: 're-epithelialisation',
      points: [{ group: 'ED50 at 70 mJ', kind: 'numeric', value: 22, unit: 'h' }],
    },
    {
      id: 'H2',
      protocol: { wound: 'suction blister' },
      quantity: 'evaporation',
      points: [{ kind: 'bound' }],
    },
  ],
};

test('records are told from other files', () => {
  expect(isHealRecordFile(file)).toBe(true);
  expect(isHealRecordFile({ rows: [] })).toBe(false);
  expect(isHealRecordFile({ records: [{ id: 'x' }] })).toBe(false);
});

test('held-out records are predicted through an operator, or listed with what they lack', () => {
  const { checks, notScored } = validateHealing(file, {}, 2);
  const [zones, lesion] = checks;
  expect(zones).toMatchObject({
    id: 'H1',
    observable: 'coagulated collagen left',
    split: 'validation',
    draws: 2,
  });
  expect(zones?.agreeing).toBe(1);
  expect(lesion).toMatchObject({ id: 'V14', split: 'calibration', kind: 'duration' });
  // 0.145 mm at 4 to 14 um/h after the lag; accepted draws lie within 16 to 28 h.
  expect(lesion?.median).toBeGreaterThan(16 * 3600);
  expect(lesion?.median).toBeLessThan(28 * 3600);
  expect(notScored.map(({ id, lacks }) => [id, lacks])).toEqual([
    ['H1', 'is read by no observation operator'],
    ['H2', 'gives no needling, column or excision that could be healed'],
  ]);
});

test('bands hold a number, draws agree with a range', () => {
  const draws = Array.from({ length: 101 }, (_, i) => i);
  expect(scoreOf(draws, { kind: 'number', value: 80 }).inside).toEqual({ 50: false, 80: true, 95: true });
  expect(scoreOf(draws, { kind: 'range', low: 0, high: 49.5 }).agreeing).toBeCloseTo(50 / 101, 12);
  expect(coverageOf([], 80)).toEqual({ inside: 0, of: 0 });
});

test('a file without records is refused', () => {
  expect(() => validateHealing({ records: [] }, {}, 1)).toThrow(BadInput);
});
