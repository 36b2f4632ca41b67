import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertionDepth, type Thrust } from './depth.ts';
import { needleForce } from './penetration.ts';

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const thrusts: fc.Arbitrary<Thrust> = fc
  .record({
    tip: within(2e-6, 60e-6),
    cone: within(0.1e-3, 2e-3),
    radius: within(40e-6, 300e-6),
    reach: within(-0.1e-3, 3e-3),
    stiffness: within(10, 5000),
    crack: within(1e2, 1e5),
    friction: within(0, 2e4),
    availableForce: within(1e-3, 10),
  })
  .map(({ tip, cone, radius, ...rest }) => ({
    ...rest,
    needle: { tipDiameter: tip, coneLength: cone, shaftRadius: radius },
  }));

const forceOf = ({ needle, crack, friction }: Thrust, depth: number): number =>
  needleForce(needle, depth, crack, friction);

/** Metres; the solver stops at 1e-12. */
const tolerance = 1e-10;

/** What ended the way of a needle, or how its depth is wrong. */
const verdictOf = (thrust: Thrust): string => {
  const d = insertionDepth(thrust);
  const { reach, stiffness, availableForce } = thrust;
  // The tip alone needs more than the support or the hand can give.
  const isHopeless = reach <= 0 || forceOf(thrust, 0) >= Math.min(stiffness * reach, availableForce);
  if (isHopeless) return d === 0 ? 'outside' : `${d} though nothing can push it in`;
  if (!(d > 0 && d < reach)) return `${d} of ${reach}`;
  const residual = d + forceOf(thrust, d) / stiffness - reach;
  // A tolerance in depth is one in force through the slope, below 1e6 N/m for all of these needles.
  const excess = forceOf(thrust, d) - availableForce;
  if (Math.abs(residual) < tolerance * (1 + 1e6 / stiffness) && excess < tolerance * 1e6) return 'balanced';
  if (residual < 0 && Math.abs(excess) < tolerance * 1e6) return 'no more force';
  return `residual ${residual}, force over what is at hand ${excess}`;
};

test('M4 solves d + F(d)/kappa = P - g, or stops where the force at hand is used up', () => {
  const verdicts = fc.sample(thrusts, { seed: 1, numRuns: 2000 }).map(verdictOf);
  // All three ends have been met and no other.
  expect(new Set(verdicts)).toEqual(new Set(['outside', 'balanced', 'no more force']));
});

test.each<[string, (thrust: Thrust, factor: number) => Thrust]>([
  ['a longer needle', (t, f) => ({ ...t, reach: t.reach + f * 1e-4 })],
  ['a stiffer support', (t, f) => ({ ...t, stiffness: t.stiffness * f })],
  ['more force', (t, f) => ({ ...t, availableForce: t.availableForce * f })],
  ['weaker skin', (t, f) => ({ ...t, crack: t.crack / f })],
  ['less friction', (t, f) => ({ ...t, friction: t.friction / f })],
])('%s: no less deep', (_, change) => {
  fc.assert(
    fc.property(thrusts, within(1, 3), (thrust, factor) => {
      expect(insertionDepth(change(thrust, factor))).toBeGreaterThanOrEqual(
        insertionDepth(thrust) - tolerance,
      );
    }),
    { seed: 2, numRuns: 1000 },
  );
});

test('an infinitely stiff support gives the whole protrusion less the stand-off', () => {
  const needle = { tipDiameter: 8e-6, coneLength: 0.75e-3, shaftRadius: 0.125e-3 };
  const thrust = { needle, reach: 1.5e-3, crack: 4e4, friction: 5e3, stiffness: 1e12, availableForce: 100 };
  expect(insertionDepth(thrust)).toBeCloseTo(1.5e-3, 9);
});

test('a needle shorter than the stand-off stays outside', () => {
  const needle = { tipDiameter: 8e-6, coneLength: 0.75e-3, shaftRadius: 0.125e-3 };
  expect(
    insertionDepth({ needle, reach: 0, crack: 4e4, friction: 0, stiffness: 1e3, availableForce: 1 }),
  ).toBe(0);
});
