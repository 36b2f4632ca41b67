import { deviceSheet } from '@percuta/evidence';
import { createRandom, mean, subsetSimulation, type RareEvent } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { planCourse } from '../../plan-course.ts';
import { sharesBeyondDermis } from '../../safety/limits/tip-leaves-dermis.ts';
import { caseWith } from '../../testing/case.ts';
import { settingOfPlan, subjectOf } from './judge-course.ts';
import { rareTip, tipEvent } from './rare-tip.ts';

const run = { draws: 1024, seed: 5, overrides: {} };
const plan = planCourse(caseWith(), [deviceSheet('skinpen_precision')], { ...run, draws: 256 });
if (plan.status === 'refused') throw new Error('the test case is planned');
const setting = settingOfPlan(plan, 'skinpen_precision', {});
const course = { sessions: 1, interval: undefined };

const bruteForce = ({ dimensions, margin }: RareEvent, count: number): number => {
  const random = createRandom(8);
  const z = new Float64Array(dimensions);
  let events = 0;
  for (let i = 0; i < count; i += 1) {
    for (let k = 0; k < dimensions; k += 1) z[k] = random.normal();
    if (margin(z) <= 0) events += 1;
  }
  return events / count;
};

test('the event is that of the envelope: both give the same share of tips where it is not rare', () => {
  const many = planCourse(caseWith(), [deviceSheet('skinpen_precision')], run);
  if (many.status === 'refused') throw new Error('the test case is planned');
  const settings = { depth: 0.5e-3, passes: 1, handSpeed: 0.02, frequency: undefined };
  const shares = sharesBeyondDermis(
    subjectOf(settingOfPlan(many, 'skinpen_precision', {}), settings, course),
  );
  const counted = bruteForce(tipEvent(setting, 0.5e-3, {}), 40_000);
  // 3.9 % of 40 000 scatter by 0.1 %; four of that.
  expect(Math.abs(mean(shares) - counted)).toBeLessThan(0.004);
});

test('a rare one is found by levels as by counting', () => {
  const event = tipEvent(setting, 0.3e-3, {});
  const counted = bruteForce(event, 100_000);
  const { chance, standardError } = subsetSimulation(event, { seed: 2, points: 1000 });
  const scatter = Math.sqrt(counted / 100_000);
  expect(counted).toBeGreaterThan(1e-4);
  expect(Math.abs(chance - counted)).toBeLessThan(4 * Math.sqrt(scatter ** 2 + standardError ** 2));
}, 60_000);

test('it is looked for only where the draws hold too few', () => {
  const [deep, shallow] = [0.5e-3, 0.25e-3].map((depth) =>
    plan.candidates.find(({ settings }) => settings.depth === depth),
  );
  expect(deep && rareTip(setting, deep, {})).toBeUndefined();
  const rare = shallow && rareTip(setting, shallow, {});
  expect(rare?.chance).toBeGreaterThan(1e-6);
  expect(rare?.upper).toBeLessThan(1e-2);
});
