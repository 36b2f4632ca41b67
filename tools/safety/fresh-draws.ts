// `node tools/safety/fresh-draws.ts PLANS [SEED] [DRAWS]`: plans random cases and counts, in fresh draws, how often the
// courses nearest to a limit of chance break what it limits. Exit code 1 when one does so beyond what it states.
import { createRandom } from '../../packages/numerics/src/index.ts';
import { countFresh } from '../../packages/engine/src/testing/fresh-draws.ts';

const [plans = 50, seed = 1, draws = 2000] = process.argv.slice(2).map(Number);
const random = createRandom(seed);
let planned = 0;
let courses = 0;
let worst = 1;
while (planned < plans) {
  const counts = countFresh(random, draws);
  if (counts.length > 0) planned += 1;
  courses += counts.length;
  worst = counts.reduce((least, { tail }) => Math.min(least, tail), worst);
  for (const count of counts.filter(({ tail }) => tail < 1e-6)) {
    process.exitCode = 1;
    console.log(JSON.stringify(count));
  }
}
console.log(
  `${planned} plans, ${courses} limits held against fresh draws; least tail ${worst.toExponential(2)}`,
);
