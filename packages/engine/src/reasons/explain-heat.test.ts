import { describe, expect, test } from 'vitest';
import { counterfactualsOf, settingWithReading } from '../plan/explain/counterfactual.ts';
import { createJudge, settingOfPlan } from '../plan/explain/judge-course.ts';
import { rfOptions } from '../plan/heat/rf-options.ts';
import { scenarioOf } from '../plan/explain/robustness.ts';
import { changeText } from '../report/reasons/change-words.ts';
import { reasonLines } from '../report/reasons/reason-lines.ts';
import { writeReasons } from '../report/reasons/write-reasons.ts';
import { nearestRejected } from '../report/limit-lines.ts';
import type { Margin } from '../safety/envelope.ts';
import { heatLimits } from '../safety/limits.ts';
import { rfPlan } from '../testing/rf-plan.ts';
import { explainPlan } from './explain-plan.ts';
import { singlePulse } from '../heat/emulator/shot-pattern.ts';

const { sheet, run, plan } = rfPlan('2.4 mm', { draws: 256, heals: false });
const setting = settingOfPlan(plan, sheet.id, {});
const bare = { ...setting, heats: [] };
const limitsOf = (margins: readonly { readonly limit: string }[]) => margins.map(({ limit }) => limit);

const chanceIn = (margins: readonly Margin[]) =>
  margins.find(({ limit }) => limit === 'heat-reaches-epidermis')?.value ?? Number.NaN;

const heatOf = (all: readonly Margin[]) => all.find(({ limit }) => limit === 'heat-reaches-epidermis');

describe('a course with energy', () => {
  test('judged again in the draws of its plan has the margins of the plan, those of heat among them', () => {
    const judge = createJudge(setting);
    for (const { settings, course, margins } of plan.candidates.slice(0, 40)) {
      const judged = judge(settings, course);
      expect(judged.margins).toEqual(margins);
      expect(judged).toMatchObject({ isHeatJudged: true, isInside: true });
      expect(limitsOf(judged.margins)).toEqual(expect.arrayContaining([...heatLimits]));
    }
  });

  test('rejected for its heat is outside again', () => {
    const judge = createJudge(setting);
    const hot = plan.rejected.filter(({ binding }) => heatLimits.has(binding.limit));
    expect(hot.length).toBeGreaterThan(3);
    for (const { settings, course } of hot) expect(judge(settings, course).isInside).toBe(false);
  });

  test('is never inside where nothing knows its heat', () => {
    const [candidate] = plan.candidates;
    if (candidate?.settings.rf === undefined) throw new Error('expected energy');
    const { settings, course } = candidate;
    const { rf: _, ...without } = settings;
    const beyond = { ...settings, rf: { ...candidate.settings.rf, pulse: 5 } };
    const several = { ...settings, rf: { ...candidate.settings.rf, pulses: 2, pause: 0.05 } };
    for (const unknown of [{ ...without, rf: undefined }, beyond, several]) {
      const judged = createJudge(setting)(unknown, course);
      expect(judged).toMatchObject({ isHeatJudged: false, isInside: false });
      expect(judged.margins.every(({ isBroken }) => !isBroken)).toBe(true);
    }
    expect(createJudge(bare)(settings, course)).toMatchObject({ isHeatJudged: false, isInside: false });
  });
});

describe('what would bring a hot course inside', () => {
  const rejected = nearestRejected(
    plan.rejected.filter(
      ({ binding, settings }) => binding.limit === 'heat-reaches-epidermis' && settings.depth === 1e-3,
    ),
  );
  if (rejected === undefined) throw new Error('something is too hot');
  const ask = { maximumSafeDepth: 1e-3, overrides: {} };
  const changes = counterfactualsOf(setting, rejected, ask);
  const energy = changes.find(({ change }) => change.kind === 'energy');

  test('is less energy as the device has it, and the plan agrees', () => {
    expect(energy).toMatchObject({ keeps: true, isInside: true, isHeatJudged: true });
    const { settings, course } = rejected;
    const same = plan.candidates.find(
      (one) =>
        one.settings.depth === settings.depth &&
        one.settings.rf?.energy_per_needle === energy?.change.to &&
        one.settings.rf?.pulse === settings.rf?.pulse &&
        one.settings.passes === settings.passes &&
        one.course.sessions === course.sessions,
    );
    expect(same?.margins.find(({ limit }) => limit === 'heat-reaches-epidermis')?.value).toBe(energy?.value);
  });

  test('is never a tip, a pulse or a depth that the device does not have', () => {
    const offered = { energy: 1, pulse: 1, depth: 1 };
    expect(changes.filter(({ change }) => !(change.kind in offered))).toEqual([]);
    const values = changes.map(({ change }) => change.to);
    const dials = [
      0.05,
      0.1,
      0.6e-3,
      1e-3,
      1.4e-3,
      ...rfOptions(sheet, singlePulse, 1e-3).map(({ dose }) => dose),
    ];
    expect(dials).toEqual(expect.arrayContaining(values));
    const depths = changes.filter(({ change }) => change.kind === 'depth').map(({ change }) => change.to);
    expect(Math.min(...depths, Infinity)).toBeGreaterThan(rejected.settings.depth);
  });

  test('is nothing that makes it worse', () => {
    const boiling = plan.rejected.filter(({ binding }) => binding.limit === 'vaporisation');
    const hot = [...boiling.slice(0, 2), rejected];
    for (const one of hot) {
      const before = one.binding.upper ?? one.binding.value;
      for (const { value, upper } of counterfactualsOf(setting, one, ask))
        expect(upper ?? value).toBeLessThan(before);
    }
  });

  test('is judged with the least energy where needles alone decided', () => {
    const tips = plan.rejected.find(({ binding }) => binding.limit === 'tip-leaves-dermis');
    if (tips === undefined) throw new Error('something is too deep');
    const kept = counterfactualsOf(setting, tips, ask).filter(({ keeps }) => keeps);
    expect(kept.length).toBeGreaterThan(0);
    for (const one of kept) {
      expect(one).toMatchObject({ isHeatJudged: true, gentlest: { energy_per_needle: 0.005, pulse: 0.1 } });
      expect(changeText(one, tips)).toMatch(/with the least energy, 5 mJ per needle in 100 ms$/);
    }
    const unknown = counterfactualsOf(bare, tips, ask).filter(({ keeps }) => keeps);
    expect(unknown.length).toBeGreaterThan(0);
    for (const one of unknown) {
      expect(one.isInside).toBe(false);
      expect(changeText(one, tips)).toMatch(/this limit is kept; heat not judged$/);
    }
  });
});

test('a reading like the one there is leaves heat as it was', () => {
  const [candidate] = plan.candidates;
  if (candidate === undefined) throw new Error('expected a course');
  const again = settingWithReading(setting, { value: 2.4e-3, error: 0.1e-3 }, {});
  const { margins } = createJudge(again)(candidate.settings, candidate.course);
  expect(heatOf(margins)?.upper).toBeCloseTo(heatOf(candidate.margins)?.upper ?? Number.NaN, 2);
  expect(again.skins).toHaveLength(run.draws);
});

describe('reasons of courses with energy', () => {
  const reasons = explainPlan(plan, run);

  test('suppose with heat', () => {
    expect(reasons.courses.length).toBeGreaterThan(0);
    for (const { margins, isHeatJudged } of reasons.courses.flatMap(({ scenarios }) => scenarios)) {
      expect(isHeatJudged).toBe(true);
      expect(limitsOf(margins)).toEqual(expect.arrayContaining([...heatLimits]));
    }
  });

  test('suppose a needle nearer the surface, which is hotter at the epidermis', () => {
    const [hottest] = plan.candidates.toSorted((a, b) => chanceIn(b.margins) - chanceIn(a.margins));
    if (hottest === undefined) throw new Error('expected a course');
    const shallow = scenarioOf(setting, hottest, 'the dial at its shallow edge', {});
    expect(chanceIn(shallow.margins)).toBeGreaterThan(chanceIn(hottest.margins));
    expect(scenarioOf(bare, hottest, 'thin skin', {}).isHeatJudged).toBe(false);
  });

  test('say what heat rests on, in shares of what is not known of it', () => {
    for (const { heat } of reasons.courses) {
      expect(heat?.matters).toHaveLength(3);
      for (const { total } of heat?.matters ?? []) {
        for (const { value } of Object.values(total)) expect(value).toBeLessThanOrEqual(1.1);
      }
    }
  });

  test('are told and written without holes in them', () => {
    const text = JSON.stringify([reasonLines(reasons), writeReasons(reasons)]);
    expect(text).not.toMatch(/undefined|NaN|Infinity|DISTANCE/);
    expect(text).not.toContain('heat not judged');
  });
});
