import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

describe('M4', () => {
  test('solves d + F(d)/kappa = P - g, or stops where the force at hand is used up', () => {
    let [balanced, capped, none] = [0, 0, 0];
    fc.assert(
      fc.property(thrusts, (thrust) => {
        const d = insertionDepth(thrust);
        const { reach, stiffness, availableForce } = thrust;
        if (d === 0) {
          // The tip alone needs more than the support or the hand can give.
          expect(reach <= 0 || forceOf(thrust, 0) >= Math.min(stiffness * reach, availableForce)).toBe(true);
          none += 1;
          return;
        }
        const residual = d + forceOf(thrust, d) / stiffness - reach;
        expect(residual).toBeLessThan(tolerance);
        expect(d).toBeGreaterThan(0);
        expect(d).toBeLessThan(reach);
        // A tolerance in depth is one in force through the slope, below 1e6 N/m for all of these needles.
        if (residual < -tolerance * (1 + 1e6 / stiffness)) {
          expect(Math.abs(forceOf(thrust, d) - availableForce)).toBeLessThan(tolerance * 1e6);
          capped += 1;
        } else {
          expect(forceOf(thrust, d)).toBeLessThan(availableForce + tolerance * 1e6);
          balanced += 1;
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
    // All three outcomes have been met.
    expect(Math.min(balanced, capped, none)).toBeGreaterThan(10);
  });

  const rising = (change: (thrust: Thrust, factor: number) => Thrust) =>
    fc.assert(
      fc.property(thrusts, within(1, 3), (thrust, factor) => {
        expect(insertionDepth(change(thrust, factor))).toBeGreaterThanOrEqual(
          insertionDepth(thrust) - tolerance,
        );
      }),
      { seed: 2, numRuns: 1000 },
    );

  test('a longer needle goes no less deep', () => rising((t, f) => ({ ...t, reach: t.reach + f * 1e-4 })));
  test('a stiffer support lets the needle go no less deep', () =>
    rising((t, f) => ({ ...t, stiffness: t.stiffness * f })));
  test('more force goes no less deep', () =>
    rising((t, f) => ({ ...t, availableForce: t.availableForce * f })));
  test('tougher skin lets the needle go no deeper', () => rising((t, f) => ({ ...t, crack: t.crack / f })));
  test('less friction goes no less deep', () => rising((t, f) => ({ ...t, friction: t.friction / f })));
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
