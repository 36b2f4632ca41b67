import { createRandom } from '@percuta/numerics';
import { beforeAll, expect, test } from 'vitest';
import { planCourse } from '../../plan-course.ts';
import { boilingName, epidermisName, fromScale } from '../../heat/emulator/answers.ts';
import { tailMarginsOf } from '../../safety/tail-margin.ts';
import { settingOfPlan, subjectOf } from '../explain/judge-course.ts';
import { caseWith } from '../../testing/case.ts';
import { rfSheet } from '../../testing/rf.ts';
import { emulatorByLaw } from '../../testing/rf-emulator.ts';
import { answersIn, heatStrokeOf, type HeatStroke } from './heat-outcome.ts';
import { heatMarginsOf, heatTailsOf } from './heat-tails.ts';
import { rfOptions, type RfOption } from './rf-options.ts';
import { singlePulse } from '../../heat/emulator/shot-pattern.ts';

const sheet = rfSheet({}, { depth: { min: '0.6 mm', max: '1.4 mm', step: '0.4 mm' } });
const run = { draws: 256, seed: 1, overrides: {}, emulators: [emulatorByLaw(sheet)] };
const bare = 0.5e-3;

let heat: HeatStroke;
let tipWorst = 0;
const option = (dose: number): RfOption => {
  const found = rfOptions(sheet, singlePulse, 1e-3).find((one) => one.pulse === 0.1 && one.dose >= dose);
  if (found === undefined) throw new Error('the sheet offers such a dose');
  return found;
};

beforeAll(() => {
  const given = caseWith(
    'measured[0].layer=skin',
    'measured[0].method=ultrasound',
    'measured[0].value=2.4 mm',
    'measured[0].error=0.1 mm',
  );
  const plan = planCourse(given, [sheet], run);
  if (plan.status !== 'planned') throw new Error('the test case is to be planned');
  const [candidate] = plan.candidates;
  const setting = settingOfPlan(plan, sheet.id, {});
  const [knowledge] = setting.heats;
  if (candidate === undefined || knowledge === undefined) throw new Error('a course is to be planned');
  heat = heatStrokeOf(knowledge, candidate.stroke, setting.skins);
  const [tip] = tailMarginsOf(subjectOf(setting, candidate.settings, candidate.course));
  tipWorst = tip?.worstMean ?? Number.NaN;
});

test('the room that is left in the worst twentieth is that of errors drawn one by one', () => {
  const tails = heatTailsOf(heat, option(0.04));
  const random = createRandom(5);
  const answers = answersIn(heat, option(0.04));
  const asked = [
    [epidermisName('cells'), heat.thresholds.cells],
    [boilingName, heat.thresholds.boiling],
  ] as const;
  asked.forEach(([name, thresholds], n) => {
    const { values, error } = answers.all(name);
    const rooms = Array.from(values).flatMap((value, draw) =>
      Array.from(
        { length: 400 },
        () => fromScale(thresholds[draw] ?? 0) - fromScale(value + random.normal() * error.sd),
      ),
    );
    const worst = rooms.toSorted((a, b) => a - b).slice(0, rooms.length / 20);
    const mean = worst.reduce((sum, one) => sum + one, 0) / worst.length;
    // Sixteen parts cut the error off at 1.9 of its standard deviations: that is worth up to 0.3 K here.
    expect(Math.abs((tails[n]?.worstMean ?? Infinity) - mean)).toBeLessThan(0.3);
  });
});

test('more energy leaves less room, and distances only where there is something to keep away', () => {
  const worstOf = (dose: number) => heatTailsOf(heat, option(dose)).map(({ worstMean }) => worstMean);
  const [mild, hot] = [worstOf(0.01), worstOf(0.1)];
  mild.forEach((worst, n) => expect(hot[n]).toBeLessThan(worst));
  expect(heatMarginsOf(heat, option(0.005), bare)).toEqual([]);
});

test('coagulation is never further from the fat than its tip, nor dead cells above the surface', () => {
  const margins = heatMarginsOf(heat, option(0.2), bare);
  const fat = margins.find(({ margin }) => margin === 'coagulation to fat');
  expect(fat?.worstMean).toBeLessThan(tipWorst);
  const epidermis = margins.find(({ margin }) => margin === 'cell death to epidermis');
  const thickest = Math.max(...heat.skins.map((skin) => skin.epidermis));
  expect(epidermis?.worstMean).toBeLessThan(0);
  expect(epidermis?.worstMean).toBeGreaterThanOrEqual(-thickest);
});
