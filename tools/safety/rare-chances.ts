// `node tools/safety/rare-chances.ts [DRAWS] [SEED]`: subset simulation against brute force, on a plane whose chance is
// known and on tips of a real case that leave the dermis. Exit code 1 when they are more than four errors apart.
import {
  createRandom,
  normalCdf,
  subsetSimulation,
  type RareEvent,
} from '../../packages/numerics/src/index.ts';
import { deviceSheet } from '../../packages/evidence/src/index.ts';
import { planCourse } from '../../packages/engine/src/index.ts';
import { settingOfPlan } from '../../packages/engine/src/plan/explain/judge-course.ts';
import { tipEvent } from '../../packages/engine/src/plan/explain/rare-tip.ts';
import { caseWith } from '../../packages/engine/src/testing/case.ts';

const [draws = 10_000_000, seed = 1] = process.argv.slice(2).map(Number);
const sheet = deviceSheet('skinpen_precision');

const bruteForce = ({ dimensions, margin }: RareEvent): number => {
  const random = createRandom(seed, 1);
  const z = new Float64Array(dimensions);
  let events = 0;
  for (let i = 0; i < draws; i += 1) {
    for (let k = 0; k < dimensions; k += 1) z[k] = random.normal();
    if (margin(z) <= 0) events += 1;
  }
  return events / draws;
};

const compare = (name: string, event: RareEvent, exact: number | undefined): void => {
  const rare = subsetSimulation(event, { seed, points: 2000, runs: 16 });
  const counted = bruteForce(event);
  const scatter = Math.sqrt(Math.max(counted, 1 / draws) / draws);
  const apart = Math.abs(rare.chance - counted) / Math.hypot(scatter, rare.standardError);
  if (apart > 4) process.exitCode = 1;
  console.log(
    `${name}: subset simulation ${rare.chance.toExponential(3)} ± ${rare.standardError.toExponential(1)} ` +
      `(${rare.evaluations} evaluations), brute force ${counted.toExponential(3)} ± ${scatter.toExponential(1)} ` +
      `(${draws} draws)${exact === undefined ? '' : `, exact ${exact.toExponential(3)}`}; ${apart.toFixed(1)} errors apart`,
  );
};

const distance = 4.5;
compare(
  'a plane in six dimensions',
  {
    dimensions: 6,
    margin: (z) => distance - z.reduce((sum, one) => sum + one, 0) / Math.sqrt(6),
  },
  normalCdf(-distance),
);

const plan = planCourse(caseWith(), [sheet], { draws: 64, seed, overrides: {} });
if (plan.status === 'refused') throw new Error('the case is planned');
const setting = settingOfPlan(plan, sheet.id, {});
for (const depth of [0.25e-3, 0.2e-3]) {
  compare(
    `tips set to ${depth * 1000} mm that leave the dermis of a cheek`,
    tipEvent(setting, depth, {}),
    undefined,
  );
}
