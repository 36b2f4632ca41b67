import { expect, test } from 'vitest';
import { runCli } from '../run-cli.testing.ts';

const example = 'validation/heat/example-measurements.json';

test('validate takes measurements of heated tissue: predicted bands, and what cannot be simulated', () => {
  const { code, out } = runCli('validate', example, '--json', '--draws', '12');
  expect(code).toBe(0);
  const [{ comparisons, coverage, notSimulated }] = JSON.parse(out).heated;
  expect(comparisons).toMatchObject([
    { id: 'PLATE-1', unit: '°C', draws: 12, refused: 0 },
    { id: 'PLATE-1', unit: 's', draws: 12, refused: 0 },
  ]);
  // Steady between plates at 20 and 56 to 60 °C: 38 to 40 °C in the middle.
  expect(comparisons[0].median).toBeGreaterThan(38);
  expect(comparisons[0].median).toBeLessThan(40);
  expect(coverage.at(-1)).toEqual({ level: 0.95, inside: 2, of: 2 });
  expect(notSimulated).toEqual([{ id: 'NEEDLE-1', lacks: ['power', 'time', 'diameter of the needle'] }]);
});

test('validate says how many draws it takes', () => {
  expect(runCli('validate', example, '--draws', '0')).toMatchObject({
    err: expect.stringContaining('draws must be a whole number from 1'),
  });
});
