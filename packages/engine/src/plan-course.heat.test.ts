import { readFileSync } from 'node:fs';
import { deviceSheet, deviceSheetSchema } from '@percuta/evidence';
import { betaQuantile, mean } from '@percuta/numerics';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCase, type Case } from './case/case.ts';
import { readDocument } from './case/document.ts';
import { drawHeatValues } from './ensemble.ts';
import { readEmulator } from './emulation/emulator-document.ts';
import { planCourse } from './plan-course.ts';
import { heatOutcome, heatStrokeOf } from './plan/heat/heat-outcome.ts';
import type { Plan, WorkedOut } from './plan/plan.ts';
import { dominates } from './plan/search/front.ts';
import { settingOf, situationOf } from './plan/situation.ts';
import { strokeOutcome } from './plan/stroke-outcome.ts';
import { writePlan } from './plan/write-plan.ts';
import { defaultRun, type Run } from './run.ts';
import { knowSkin } from './skin/skin.ts';
import { centralDraw } from './ensemble.ts';

const read = (file: string): Record<string, unknown> =>
  Object(JSON.parse(readFileSync(new URL(`../../../examples/cheek-rf/${file}`, import.meta.url), 'utf8')));

const sheet = readDocument(deviceSheetSchema, read('device.json'));
const emulator = readEmulator(read('device.emulator.json'), sheet);
const given: Case = readCase({ ...read('case.json'), sheets: undefined });
const run: Run = { ...defaultRun, draws: 512, emulators: [emulator] };

const worked = (plan: Plan): WorkedOut => {
  if (plan.status === 'refused') throw new Error('expected a plan');
  return plan;
};

const chanceOf = ({ candidates }: WorkedOut, energy: number): number | undefined =>
  candidates
    .find(
      ({ settings }) =>
        settings.depth === candidates[0]?.settings.depth &&
        settings.rf?.pulse === 0.1 &&
        settings.rf.energy_per_needle === energy,
    )
    ?.margins.find(({ limit }) => limit === 'heat-reaches-epidermis')?.value;

describe('courses with radio frequency', () => {
  let plan: WorkedOut;
  beforeAll(() => {
    plan = worked(planCourse(given, [sheet], run));
  }, 60_000);

  test('there are some, of several depths and energies, each within every limit of heat', () => {
    expect(plan.status).toBe('planned');
    const { candidates } = plan;
    expect(new Set(candidates.map(({ settings }) => settings.depth)).size).toBeGreaterThan(2);
    expect(new Set(candidates.map(({ settings }) => settings.rf?.energy_per_needle)).size).toBeGreaterThan(2);
    for (const { margins, heat } of candidates) {
      const byHeat = margins.filter(({ limit }) =>
        ['coagulation-reaches-fat', 'heat-reaches-epidermis', 'vaporisation'].includes(limit),
      );
      expect(byHeat).toHaveLength(3);
      for (const { isBroken, upper, value } of byHeat) {
        expect(isBroken).toBe(false);
        expect(upper).toBeGreaterThanOrEqual(value);
        expect(upper).toBeLessThanOrEqual(0.05);
      }
      expect(heat?.cells.volume.high).toBeGreaterThanOrEqual(0);
    }
  });

  test('what is outside says which limit, and heat is among them', () => {
    const limits = new Set(plan.rejected.map(({ binding }) => binding.limit));
    for (const limit of ['heat-reaches-epidermis', 'vaporisation', 'tip-leaves-dermis'])
      expect(limits).toContain(limit);
  });

  test('more energy at the same depth and pulse is never less likely to burn', () => {
    const chances = [0.005, 0.01, 0.015]
      .map((energy) => chanceOf(plan, energy))
      .filter((chance) => chance !== undefined);
    expect(chances.length).toBeGreaterThan(1);
    chances.forEach((chance, i) => expect(chance).toBeGreaterThanOrEqual((chances[i - 1] ?? 0) - 0.002));
  });

  test('it says that the device is hypothetical, what the FDA said, and what the emulator is worth', () => {
    const written = JSON.stringify(writePlan(plan));
    expect(plan.notices.join(' ')).toMatch(/hypothetical/);
    expect(plan.notices.join(' ')).toMatch(/FDA warned of burns/);
    expect(written).toContain('"hypothetical":true');
    expect(written).toContain('heat_emulators');
    const { inside, of } = emulator.heldBack;
    expect(inside / of).toBeGreaterThan(0.95 - 0.02);
    expect(emulator.cost.run / emulator.cost.answer).toBeGreaterThan(1000);
  });

  test('with fresh draws no course breaks a limit of heat beyond its stated chance', () => {
    const fresh: Run = { ...run, draws: 1024, seed: 77 };
    const situation = situationOf(given, knowSkin(given, centralDraw().skin), fresh);
    const setting = settingOf(situation, sheet, fresh);
    if (setting.heats.length === 0) throw new Error('expected heat');
    const knowledge = { emulator, values: drawHeatValues(fresh.draws, fresh.seed, {}) };
    // Counted at confidence 1 - 1e-6, as for the limits of needles.
    const most = (count: number): number => betaQuantile(1e-6, 1 + count, fresh.draws - count + 1);
    const depths = [...new Set(plan.candidates.map(({ settings }) => settings.depth))];
    for (const depth of depths) {
      const own = plan.candidates.filter(({ settings }) => settings.depth === depth);
      const [first] = own;
      if (first === undefined) continue;
      const { rf: _, ...needles } = first.settings;
      const stroke = strokeOutcome(sheet, needles, situation.skins, situation.ensemble, undefined);
      const heat = heatStrokeOf(knowledge, stroke, situation.skins);
      const shots = new Map(own.map(({ settings }) => [JSON.stringify(settings.rf), settings.rf]));
      for (const rf of shots.values()) {
        if (rf?.energy_per_needle === undefined) continue;
        const { chances } = heatOutcome(heat, { rf, dose: rf.energy_per_needle, pulse: rf.pulse });
        for (const chance of [chances.reachesFat, chances.killsEpidermis, chances.boils]) {
          const events = Math.floor(mean(chance ?? new Float64Array()) * fresh.draws);
          expect(most(events)).toBeLessThanOrEqual(0.05);
        }
      }
    }
  });
});

/** The courses of a plan by what they are called, without what they have in common with others. */
const marginsById = ({ candidates }: WorkedOut) =>
  new Map(candidates.map(({ id, margins, objectives }) => [id, { margins, objectives }]));

describe('two tips of one handpiece', () => {
  // Thinner, with two energies and one pulse, so that neither tip can stand for the other. Its emulator is borrowed:
  // how one tip is weighed against another does not depend on what either answers.
  const thin = readDocument(deviceSheetSchema, {
    ...read('device.json'),
    id: 'reference-rf-thin',
    name: 'Thin RF array',
    needle_diameter: '0.2 mm',
    depth: { settings: ['0.8 mm', '1 mm', '1.2 mm'] },
    rf: {
      ...Object(read('device.json')['rf']),
      output: { energy_per_needle: { settings: ['5 mJ', '10 mJ'] } },
      levels: undefined,
      pulse_duration: { fixed: '100 ms' },
    },
  });
  const emulators = [emulator, { ...emulator, device: thin.id }];
  const few: Run = { ...run, draws: 64, emulators };
  const planOf = (...sheets: (typeof sheet)[]): WorkedOut => worked(planCourse(given, sheets, few));

  test('are sheets of their own that one plan chooses among: each is judged as alone, and there is one front', () => {
    const [one, other, both] = [planOf(sheet), planOf(thin), planOf(sheet, thin)];
    const alone = new Map([...marginsById(one), ...marginsById(other)]);
    expect(one.candidates.length).toBeGreaterThan(0);
    expect(other.candidates.length).toBeGreaterThan(0);
    expect(both.candidates).toHaveLength(alone.size);
    for (const [id, judged] of marginsById(both)) expect(judged).toEqual(alone.get(id));
    const pooled = both.candidates.map(({ objectives }) => objectives);
    for (const { objectives, isOnFront } of both.candidates) {
      expect(isOnFront).toBe(!pooled.some((rival) => dominates(rival, objectives)));
    }
  });

  test('a tip that nobody has trained for is left out by name and keeps the other from nothing', () => {
    const plan = worked(planCourse(given, [sheet, thin], { ...few, emulators: [emulator] }));
    expect(plan.status).toBe('planned');
    expect(new Set(plan.candidates.map(({ device }) => device))).toEqual(new Set([sheet.id]));
    expect(plan.refusedDevices.map(({ about }) => about).join()).toContain('Thin RF array');
  });
});

const reasonOf = (plan: Plan): string =>
  plan.status === 'refused'
    ? plan.reasons.map(({ because, wouldChange }) => `${because} ${wouldChange}`).join()
    : '';

describe('what is not planned', () => {
  test('a complete sheet without an emulator is sent to its training', () => {
    const plan = planCourse(given, [sheet], { ...defaultRun, draws: 16 });
    expect(plan.status).toBe('refused');
    expect(reasonOf(plan)).toMatch(/no emulator.*percuta train/s);
  });

  test('a complete sheet whose emulator misses its stated error is sent to more runs', () => {
    const { heldBack } = emulator;
    const poor = { ...emulator, heldBack: { ...heldBack, inside: Math.floor(0.84 * heldBack.of) } };
    const plan = planCourse(given, [sheet], { ...run, emulators: [poor] });
    expect(plan.status).toBe('refused');
    expect(plan.refusedDevices[0]?.because).toContain('84 % lie within, and at least 85 % are asked for');
    expect(plan.refusedDevices[0]?.wouldChange).toContain('--runs 256');
  });

  test('a device whose energy scale is not documented is refused by what its sheet lacks', () => {
    const plan = planCourse(given, [deviceSheet('morpheus8')], run);
    expect(reasonOf(plan)).toMatch(/gives no .*rf\.output.*FDA.*--dose/s);
  });
});
