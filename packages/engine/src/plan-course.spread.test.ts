// Plans over several ways to spread a shot: pulses one after the other, and depths in the same holes.
import { describe, expect, test } from 'vitest';
import { readProtocol, settingsOf } from './case/protocol.ts';
import { readEmulator } from './emulation/emulator-document.ts';
import { modelHashOf, spaceOfSheet } from './emulation/model-hash.ts';
import { hasPattern, singlePulse, type ShotPattern } from './heat/emulator/shot-pattern.ts';
import { courseAtDepth, depthsOf } from './plan/explain/course-at-depth.ts';
import { counterfactualsOf } from './plan/explain/counterfactual.ts';
import { createJudge, settingOfPlan } from './plan/explain/judge-course.ts';
import { knownOption } from './plan/heat/known-option.ts';
import { writePlan } from './plan/write-plan.ts';
import { writeSettings } from './plan/write-settings.ts';
import { planCourse } from './plan-course.ts';
import { checkSettings } from './puncture/device.ts';
import { energyText } from './report/heat/heat-facts.ts';
import { defaultRun } from './run.ts';
import { caseDocument, caseWith } from './testing/case.ts';
import { rfSheet } from './testing/rf.ts';
import { emulatorByLaw } from './testing/rf-emulator.ts';

const train: ShotPattern = { ...singlePulse, pulses: 2, pause: 0.05 };
const rising: ShotPattern = { ...singlePulse, stops: 1, rise: 0.4e-3, retraction: 0.15 };
const patterns = [singlePulse, train, rising];

const sheet = rfSheet({ stops_max: 1 }, { depth: { min: '0.6 mm', max: '1.4 mm', step: '0.4 mm' } });
const emulators = patterns.map((pattern) => emulatorByLaw(sheet, pattern));
const measured = [
  'measured[0].layer=skin',
  'measured[0].method=ultrasound',
  'measured[0].value=2.4 mm',
  'measured[0].error=0.1 mm',
];
const plan = planCourse(caseWith(...measured), [sheet], { ...defaultRun, draws: 256, seed: 1, emulators });
if (plan.status !== 'planned') throw new Error(`the test case is planned, not ${plan.status}`);
const { candidates, rejected } = plan;
const patternOf = ({ settings: { rf, depth } }: Pick<(typeof candidates)[number], 'settings'>) =>
  patterns.find((pattern) => rf !== undefined && hasPattern(pattern, rf, depth));

describe('the decision space', () => {
  test('has courses of every pattern, each with a name of its own and every limit of heat', () => {
    for (const pattern of patterns) {
      expect(candidates.filter((one) => patternOf(one) === pattern).length).toBeGreaterThan(0);
    }
    const names = [...candidates, ...rejected].map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    for (const { margins, heat } of candidates) {
      expect(margins.filter(({ limit }) => limit === 'heat-reaches-epidermis')).toHaveLength(1);
      const { low, median, high } = heat?.cells.volume ?? { low: Infinity, median: 0, high: -Infinity };
      expect([low, median, high]).toEqual([low, median, high].toSorted((a, b) => a - b));
    }
  });

  test('needles that rise kill cells as much further up as they rise, or as far as the epidermis', () => {
    const pairs = candidates
      .filter((one) => patternOf(one) === rising)
      .flatMap(({ settings, heat }) => {
        const single = candidates.find(
          (one) =>
            patternOf(one) === singlePulse &&
            one.settings.depth === settings.depth &&
            one.settings.rf?.energy_per_needle === settings.rf?.energy_per_needle &&
            one.settings.rf?.pulse === settings.rf?.pulse,
        );
        const [risen, still] = [heat?.cells.from, single?.heat?.cells.from];
        return risen === undefined || still === undefined ? [] : [[risen.median, still.median] as const];
      });
    expect(pairs.length).toBeGreaterThan(0);
    const deepestEpidermis = Math.max(...plan.skins.map(({ epidermis }) => epidermis));
    for (const [risen, still] of pairs) {
      expect(risen).toBeLessThan(Math.max(still - 0.35e-3, deepestEpidermis));
    }
  });

  test('holds nothing that the device does not have: no stop above its least depth', () => {
    for (const { settings } of [...candidates, ...rejected]) {
      expect(() => checkSettings(sheet, settings)).not.toThrow();
    }
    const least = candidates.filter(({ settings }) => settings.depth === 0.6e-3);
    expect(least.filter((one) => patternOf(one) === rising)).toEqual([]);
  });

  test('a spread shot stands apart from a single one in heat, as its own emulator says', () => {
    const setting = settingOfPlan(plan, sheet.id, {});
    for (const one of candidates) {
      expect(knownOption(setting, one.settings)?.knowledge.emulator.pattern).toEqual(patternOf(one));
    }
  });
});

describe('what is said of a spread shot', () => {
  const risen = candidates.find((one) => patternOf(one) === rising);
  const pulsed = candidates.find((one) => patternOf(one) === train);
  if (risen === undefined || pulsed === undefined) throw new Error('courses of every pattern are planned');

  test('judged again it is inside, by the same chances', () => {
    const judge = createJudge(settingOfPlan(plan, sheet.id, {}));
    for (const one of [risen, pulsed]) {
      const judged = judge(one.settings, one.course);
      expect(judged.isInside).toBe(true);
      expect(judged.margins).toEqual(one.margins);
    }
  });

  test('at another depth its stops move along, as far as the dial has them', () => {
    expect(depthsOf(plan, pulsed)).toEqual([0.6e-3, 1e-3, 1.4e-3]);
    expect(depthsOf(plan, risen)).toEqual([1e-3, 1.4e-3]);
    expect(() => courseAtDepth(plan, risen, 0.6e-3)).toThrow('allowed: 1 mm, 1.4 mm');
    for (const depth of depthsOf(plan, risen)) {
      const { course, isHeatJudged } = courseAtDepth(plan, risen, depth);
      expect(course.settings.rf?.stops?.[0]?.depth).toBeCloseTo(depth - 0.4e-3, 12);
      expect(isHeatJudged).toBe(true);
    }
  });

  test('what would change a refusal keeps the pattern', () => {
    const setting = settingOfPlan(plan, sheet.id, {});
    const refused = rejected.find(
      (one) => patternOf(one) === train && one.binding.limit === 'heat-reaches-epidermis',
    );
    if (refused === undefined) throw new Error('some of two pulses are refused for their heat');
    const changes = counterfactualsOf(setting, refused, { maximumSafeDepth: 1.4e-3, overrides: {} });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ isHeatJudged }) => isHeatJudged)).toBe(true);
  });

  test('its settings, as written, are those of a protocol', () => {
    for (const { settings } of [risen, pulsed]) {
      const { depth, passes, rf } = JSON.parse(JSON.stringify(writeSettings(settings)));
      const protocol = readProtocol({
        kind: 'percuta protocol',
        version: 1,
        title: 'as planned',
        case: caseDocument(),
        device: { id: 'morpheus8', depth, passes, rf },
        zones: [{ name: 'cheeks' }],
        sessions: ['0 days'],
      });
      const [zone] = protocol.zones;
      if (zone === undefined) throw new Error('one zone');
      expect(settingsOf(protocol, zone).rf).toEqual(settings.rf);
    }
  });

  test('pauses and the time between depths are told', () => {
    const [ofTrain, ofRise] = [pulsed, risen].map(({ settings: { rf } }) => (rf ? energyText(rf) : ''));
    expect(ofTrain).toMatch(/in 2 pulses of \d+ ms with 50 ms between$/);
    expect(ofRise).toMatch(/in \d+ ms, then 150 ms later at (0\.6|1) mm$/);
    expect(plan.notices.join('\n')).toMatch(
      /Shots planned with Test RF are of these kinds: single pulses; 2 pulses 50 ms apart; single pulses at 2 depths/,
    );
    const written: unknown = JSON.parse(JSON.stringify(writePlan(plan)));
    expect(written).toMatchObject({
      devices: [
        {
          heat_emulators: [
            { shots: 'single pulses' },
            { shots: '2 pulses 50 ms apart' },
            { shots: 'single pulses at 2 depths, 0.4 mm and 150 ms apart' },
          ],
        },
      ],
    });
  });
});

test('an emulator of one pattern is none of another', () => {
  const hashes = patterns.map((pattern) => modelHashOf(sheet, pattern));
  expect(new Set(hashes).size).toBe(3);
  expect(spaceOfSheet(sheet, rising).depth).toEqual({ min: expect.closeTo(0.6e-3, 12), max: 1.4e-3 });
  expect(() => readEmulator({ kind: 'percuta heat emulator', version: 1 }, sheet)).toThrow('device');
});
