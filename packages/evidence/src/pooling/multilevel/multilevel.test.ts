import { createRandom } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import type { Effect } from '../effect/effect.ts';
import { pool } from '../random/pool.ts';
import { regress } from '../random/regress.ts';
import { poolMultilevel, regressMultilevel } from './regress-multilevel.ts';
import { robustCoefficients } from './robust-coefficients.ts';

const random = createRandom(5);
const effects: Effect[] = Array.from({ length: 8 }, (_, s) => {
  const shared = 0.4 * random.normal();
  return Array.from({ length: 1 + (s % 3) }, (__, a) => ({
    id: `${s}${a}`,
    study: `study ${s}`,
    estimate: 0.5 + shared + 0.1 * random.normal(),
    variance: 0.03 + 0.02 * random.next(),
  }));
}).flat();

describe('three levels', () => {
  test('arms of one study count for less than as many studies', () => {
    const three = poolMultilevel(effects, { interval: 'normal' });
    const two = pool(effects, { interval: 'normal' });
    expect(three.studies).toBe(8);
    expect(three.coefficients[0].se).toBeGreaterThan(two.mean.se);
    expect(three.components[0].variance).toBeGreaterThan(three.components[1].variance);
    expect(three.components[0].share + three.components[1].share).toBeLessThan(1);
  });

  test('the order of effects does not matter', () => {
    const forward = poolMultilevel(effects);
    const back = poolMultilevel(effects.toReversed());
    expect(back.coefficients[0].estimate).toBeCloseTo(forward.coefficients[0].estimate, 9);
    expect(back.robust[0].df).toBeCloseTo(forward.robust[0].df, 7);
  });

  test('a shared control makes their differences surer and their mean less sure', () => {
    const apart = poolMultilevel(effects, { method: 'ML' });
    const together = poolMultilevel(effects, { method: 'ML', samplingCorrelation: 0.5 });
    expect(together.logLikelihood).not.toBeCloseTo(apart.logLikelihood, 3);
  });

  test('a moderator of studies has fewer robust degrees than rows', () => {
    const values = effects.map(({ study }) => (study < 'study 4' ? 0 : 1));
    const { robust, prediction } = regressMultilevel(effects, [{ name: 'late', values }]);
    expect(robust[1].df).toBeLessThan(7);
    expect(prediction).toBeUndefined();
  });

  test('needs studies with several effects', () => {
    const single = effects.filter(({ id }) => id.endsWith('0'));
    expect(() => poolMultilevel(single)).toThrow('use pool');
    expect(() => poolMultilevel(effects.slice(1, 3))).toThrow(RangeError);
  });
});

describe('cluster-robust', () => {
  test('every effect its own cluster: the sandwich of independent effects', () => {
    const equal = effects.map((effect) => ({ ...effect, variance: 0.05 }));
    const regression = regress(equal, [], { interval: 'normal' });
    const [mean] = robustCoefficients(
      regression,
      equal.map(({ id }) => id),
    );
    // With equal weights CR2 is the ordinary standard error of a mean, with k - 1 degrees.
    const k = equal.length;
    const average = equal.reduce((sum, { estimate }) => sum + estimate, 0) / k;
    const square = equal.reduce((sum, { estimate }) => sum + (estimate - average) ** 2, 0);
    expect(mean.se).toBeCloseTo(Math.sqrt(square / (k * (k - 1))), 12);
    expect(mean.df).toBeCloseTo(k - 1, 9);
  });

  test('names that do not fit are refused', () => {
    const regression = regress(effects, []);
    expect(() => robustCoefficients(regression, ['a'])).toThrow(RangeError);
    expect(() =>
      robustCoefficients(
        regression,
        effects.map(() => 'one'),
      ),
    ).toThrow('two or more clusters');
  });
});
