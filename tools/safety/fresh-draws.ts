// `node tools/safety/fresh-draws.ts PLANS [SEED] [DRAWS]`: plans random cases and counts, in fresh draws, how often the
// courses nearest to a limit of chance break what it limits. 800 plans judge about a million courses. Exit code 1 when
// one breaks a limit beyond what it states.
import { createRandom } from '../../packages/numerics/src/index.ts';
import { countFresh } from '../../packages/engine/src/testing/fresh-draws.ts';

const [plans = 50, seed = 1, draws = 2000] = process.argv.slice(2).map(Number);
const random = createRandom(seed);
let planned = 0;
let judged = 0;
let courses = 0;
let worst = 1;
while (planned < plans) {
  const found = countFresh(random, { planned: draws, fresh: 4096 });
  if (found === undefined) continue;
  planned += 1;
  judged += found.judged;
  courses += found.counts.length;
  worst = found.counts.reduce((least, { tail }) => Math.min(least, tail), worst);
  for (const count of found.counts.filter(({ tail }) => tail < 1e-6)) {
    process.exitCode = 1;
    console.log(JSON.stringify(count));
  }
}
console.log(
  `${planned} plans, ${judged} courses judged, ${courses} limits held against fresh draws; least tail ${worst.toExponential(2)}`,
);
