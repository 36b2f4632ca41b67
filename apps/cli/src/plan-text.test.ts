import { planCourse, readCase } from '@percuta/engine';
import { deviceSheet, type DeviceId } from '@percuta/evidence';
import { expect, test } from 'vitest';
import example from '../../../examples/cheek-acne-scars/case.json' with { type: 'json' };
import { planText } from './plan-text.ts';

const run = { draws: 64, seed: 1, overrides: {} };

const harmLines = (phototype: string, devices: readonly DeviceId[]): string[] => {
  const given = readCase({ ...example, devices, person: { ...example.person, phototype } });
  const sheets = devices.map((id) => deviceSheet(id));
  const parts = planText(planCourse(given, sheets, run), []).split('\n\n');
  return parts.find((part) => part.startsWith('Harms counted'))?.split('\n') ?? [];
};

test('two lines say what was counted and what was not, three where current was asked for', () => {
  const [head, needling, ...rest] = harmLines('IV', ['skinpen_precision']);
  expect(head).toContain('phototype IV, face');
  expect(needling).toContain('5 of 30, or 17 of 100 (5 to 35) and none of 39, so up to 10 of 100');
  expect(needling).toMatch(/not quantified: .*fat loss, nerve injury/);
  expect(needling).not.toContain('reported');
  expect(rest).toEqual([]);
  const both = harmLines('IV', ['skinpen_precision', 'morpheus8']);
  expect(both).toHaveLength(3);
  expect(both[2]).toMatch(
    /^radio-frequency needles: .*reported without a rate: .*burns, fat loss, nerve injury$/,
  );
});

test('where nothing was counted in people like this, no rate of others stands in', () => {
  expect(harmLines('VI', ['skinpen_precision'])[1]).toMatch(
    /^needles alone: nothing counted; not quantified: dark/,
  );
});
