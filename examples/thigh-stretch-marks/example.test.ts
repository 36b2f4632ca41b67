import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  catalogueSheets,
  defaultRun,
  planCourse,
  readDocument,
  readProtocol,
  simulate,
} from '@percuta/engine';
import { deviceSheetSchema } from '@percuta/evidence';
import { depthsInside, ranPlan } from '../plan-example.ts';

test('the measured thigh lets the pen go to a millimetre', () => {
  expect(depthsInside('thigh-stretch-marks')).toEqual([0.25, 0.5, 0.75, 1]);
});

test('without the measurement the same case stays shallower', () => {
  const { measured, ...given } = ranPlan('thigh-stretch-marks').given;
  expect(measured).toHaveLength(1);
  const plan = planCourse(given, catalogueSheets(given), defaultRun);
  if (plan.status === 'refused') throw new Error('refused');
  expect(Math.max(...plan.candidates.map(({ settings }) => settings.depth))).toBeLessThan(0.001);
});

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

test("the protocol with a sheet of one's own stays inside the envelope", () => {
  const document = { ...Object(read('protocol.json')), case: read('case.json') };
  const sheet = readDocument(deviceSheetSchema, read('device.json'));
  const [zone] = simulate(readProtocol(document), sheet, defaultRun).zones;
  expect(zone?.isInside).toBe(true);
  expect(zone?.stroke.depth.median).toBeGreaterThan(0.0004);
  expect(zone?.stroke.depth.median).toBeLessThan(0.00075);
});
