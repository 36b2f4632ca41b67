import { beforeAll, describe, expect, test } from 'vitest';
import { centralDraw } from '../../ensemble.ts';
import { knowSkin } from '../../skin/skin.ts';
import { rfPlan } from '../../testing/rf-plan.ts';
import { knownOption } from '../heat/known-option.ts';
import { heatInfluences, type HeatInfluence } from './heat-influence.ts';
import { settingOfPlan } from './judge-course.ts';

const overrides = { 'heat.sigmaFat': '0.04 S/m' };

describe('heatInfluences', () => {
  let found: readonly HeatInfluence[] = [];
  beforeAll(() => {
    const { sheet, given, plan } = rfPlan('2.4 mm', { draws: 256, overrides });
    const [candidate] = plan.candidates;
    const setting = settingOfPlan(plan, sheet.id, overrides);
    const answered = candidate === undefined ? undefined : knownOption(setting, candidate.settings);
    if (candidate === undefined || answered === undefined) {
      throw new Error('a course with energy is to be planned');
    }
    const known = knowSkin(given, centralDraw().skin);
    found = heatInfluences({ setting, ...answered, candidate, known });
  });
  const of = (name: string) => found.find((one) => one.name === name)?.total;
  const none = { value: 0, low: 0, high: 0 };

  test('the temperature that kills cells moves the room of the epidermis and no other', () => {
    expect(of('heat.cellThreshold')?.epidermis.value).toBeGreaterThan(0.1);
    expect(of('heat.cellThreshold')?.coagulation).toEqual(none);
    expect(of('heat.cellThreshold')?.boiling).toEqual(none);
    expect(of('heat.collagenThreshold')?.coagulation.value).toBeGreaterThan(0.1);
  });

  test('what is neither a feature nor in a threshold, and what a run has set, have exactly nothing', () => {
    for (const name of ['heat.bloodFlowFat', 'puncture.dispersion', 'heat.sigmaFat']) {
      expect(of(name)).toEqual({ epidermis: none, coagulation: none, boiling: none });
    }
  });

  test('the error of the emulator is one of the inputs, and all together explain the whole', () => {
    const error = of('emulator');
    for (const room of ['epidermis', 'coagulation', 'boiling'] as const) {
      expect(error?.[room].value).toBeGreaterThan(0);
      expect(error?.[room].value).toBeLessThan(1);
      const sum = found.reduce((total, one) => total + one.total[room].high, 0);
      expect(sum).toBeGreaterThan(1);
    }
  });

  test('the most influential come first', () => {
    const largest = found.map(({ total }) => Math.max(...Object.values(total).map(({ value }) => value)));
    expect(largest).toEqual(largest.toSorted((a, b) => b - a));
  });
});
