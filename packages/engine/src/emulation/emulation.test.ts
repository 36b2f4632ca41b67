import { describe, expect, test } from 'vitest';
import { BadInput, EmulatorDisagrees, isPercutaError, OutsideModel } from '../error.ts';
import { answerNames, toScale } from '../heat/emulator/answers.ts';
import { featuresOf } from '../heat/emulator/features.ts';
import { answersFor, nearnessOfTissues } from '../heat/emulator/heat-emulator.ts';
import { samplesOf, type Sample } from '../heat/emulator/sample-space.ts';
import { defaultRun } from '../run.ts';
import { rfSheet } from '../testing/rf.ts';
import { deviceSheet } from '@percuta/evidence';
import { requireAgreement } from './require-agreement.ts';
import { readEmulator } from './emulator-document.ts';
import { modelHashOf, spaceOfSheet } from './model-hash.ts';
import { trainEmulator } from './train-emulator.ts';

const sheet = rfSheet();

/** A law that a process can learn, in K: warmer with dose, cooler with depth and heat capacity. */
const lawOf = (sample: Sample): number => {
  const [dose = 0, pulse = 0, tip = 0, ...rest] = featuresOf(sample);
  return 345 + 8 * (dose + 4) - 2 * (pulse + 2) - 3 * tip - 4 * ((rest[6] ?? 15) - 15);
};

const training = { runs: 48, heldBack: 24, seed: 3, clock: () => 0 };
const samples = [3, 4].flatMap((seed, i) => samplesOf(spaceOfSheet(sheet), i === 0 ? 48 : 24, seed));
const known = samples.map((sample) => ({ answers: answerNames.map(() => lawOf(sample)), cost: 2 }));

/** Costs that no clock has measured are not positive. */
const document = {
  ...trainEmulator(sheet, { ...training, known }, defaultRun),
  cost: { run: 2, answer: 1e-5 },
};

describe('training', () => {
  test('nearly all answers it had not seen lie within the stated error', () => {
    const { inside, of, runs } = document.held_back;
    expect(runs).toBe(24);
    expect(of).toBe(24 * answerNames.length);
    expect(inside / of).toBeGreaterThan(0.85);
  });

  test('the emulator that is read back answers by the law', () => {
    const { fitted } = readEmulator(JSON.parse(JSON.stringify(document)), sheet);
    const fresh = samplesOf(spaceOfSheet(sheet), 16, 99);
    for (const sample of fresh) {
      const { values, error } = answersFor(fitted, sample, nearnessOfTissues(fitted, [sample])).all(
        'boiling',
      );
      expect(Math.abs((values[0] ?? 0) - toScale(lawOf(sample)))).toBeLessThan(4 * error.halfWidth);
    }
  });

  test('runs that were made before are not made again, and the rest is told as it goes', () => {
    const kept: unknown[] = [];
    trainEmulator(sheet, { ...training, known, keep: (run) => kept.push(run) }, defaultRun);
    expect(kept).toEqual([]);
  });

  test('cancelled in the middle it gives nothing', () => {
    const control = new AbortController();
    control.abort();
    const run = { ...defaultRun, signal: control.signal };
    expect(() => trainEmulator(sheet, { ...training, known }, run)).toThrow(/abort/i);
  });
});

describe('a stale emulator', () => {
  test.each([
    ['another array', rfSheet({ bare_tip: '0.6 mm' })],
    ['a bare shaft', rfSheet({ exposure: 'shaft' })],
    ['another wiring', rfSheet({ pattern: 'chessboard' })],
    ['a pad in place of a second pole', rfSheet({ pattern: 'monopolar' })],
    ['another frequency', rfSheet({ frequency: { fixed: '2 MHz' } })],
    [
      'another dial',
      rfSheet({ output: { energy_per_needle: { min: '5 mJ', max: '100 mJ', step: '5 mJ' } } }),
    ],
    ['another device', rfSheet({}, { id: 'other' })],
  ])('of %s is one clear error', (_, other) => {
    const read = () => readEmulator(JSON.parse(JSON.stringify(document)), other);
    expect(read).toThrow(BadInput);
    expect(read).toThrow(/trained on another model, array or device.*percuta train/s);
  });

  test('the hash follows the array and the model, not the name', () => {
    expect(modelHashOf(rfSheet({}, { name: 'Renamed' }))).toBe(modelHashOf(sheet));
    expect(modelHashOf(rfSheet({ exposure: 'shaft' }))).toMatch(/^[0-9a-f]{64}$/);
    expect(() => modelHashOf(deviceSheet('morpheus8'))).toThrow(OutsideModel);
  });
});

const check = (...apart: number[]) => ({
  candidate: 'a',
  draw: 1,
  answers: apart.map((one, i) => ({ name: `answer ${i}`, emulator: 340, model: 341, apart: one })),
});

describe('agreement with the whole model', () => {
  test('one answer in three may lie outside, none by more than three stated errors', () => {
    expect(() => requireAgreement({ sheet }, check(0.1, 0.5, 1.2))).not.toThrow();
    for (const bad of [check(0.1, 0.2, 3.1), check(1.1, 1.2, 0.3), check(Number.NaN, 1, 1)]) {
      expect(() => requireAgreement({ sheet }, bad)).toThrow(EmulatorDisagrees);
    }
    expect(() => requireAgreement({ sheet }, check(4))).toThrow(/Test RF.*answer 0 of a/);
    expect(isPercutaError(new EmulatorDisagrees('a', 'b'), 'EmulatorDisagrees')).toBe(true);
  });
});
