import { centralValues } from '@percuta/evidence';
import { assert, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restingShares } from '../testing/tissue.ts';
import { drawValues } from '../../stage.ts';
import { crossLinkFactor, loadBearingCollagen, tangentModulus, type TissueMoment } from './modulus.ts';
import { mechanicsParameters } from './parameters.ts';

const values = centralValues(mechanicsParameters);
const rest: TissueMoment = {
  collagen: 1,
  functionalI: 1,
  three: 1,
  crossLinks: 1,
  elastin: 1,
  hyaluronan: 1,
  water: 1,
};

describe('load-bearing collagen', () => {
  test('is 1 at rest whatever the parameters', () => {
    for (const draw of drawValues(mechanicsParameters, 64, 3)) {
      expect(loadBearingCollagen(rest, restingShares, draw)).toBeCloseTo(1, 12);
      expect(tangentModulus(rest, restingShares, draw)).toBeCloseTo(draw.restingModulus, 9);
    }
  });

  test('mass regained is not stiffness regained: cross-links of a scar after half a year', () => {
    // 0.27 of 1.18 mol/mol in human wounds; chi_0 = 0.4.
    const scar = { ...rest, crossLinks: 0.27 / 1.18 };
    expect(crossLinkFactor(scar.crossLinks, values)).toBeCloseTo(0.4 + 0.6 * 0.2288, 4);
    expect(loadBearingCollagen(scar, restingShares, values)).toBeCloseTo(0.5373, 4);
    expect(tangentModulus(scar, restingShares, values)).toBeCloseTo(3000 * (0.6 + 0.4 * 0.5373), 0);
  });

  test('type III in place of functional type I bears less', () => {
    const swapped = { ...rest, functionalI: (0.78 - 0.1) / 0.78, three: 0.3 / 0.2 };
    expect(loadBearingCollagen(swapped, restingShares, values)).toBeLessThan(1);
  });
});

test('more collagen, elastin or cross-links is never softer', () => {
  const amount = double({ min: 0.2, max: 2, noNaN: true });
  const extra = double({ min: 0, max: 1, noNaN: true });
  const draws = drawValues(mechanicsParameters, 32, 5);
  assert(
    property(
      amount,
      amount,
      amount,
      extra,
      integer({ min: 0, max: 31 }),
      (functionalI, three, links, more, i) => {
        const draw = draws[i] ?? values;
        const collagen = functionalI * restingShares.functionalI + three * restingShares.three;
        const before = { ...rest, collagen, functionalI, three, crossLinks: links };
        const modulus = (moment: TissueMoment): number => tangentModulus(moment, restingShares, draw);
        const base = modulus(before) * (1 - 1e-12);
        expect(modulus({ ...before, collagen: collagen + more })).toBeGreaterThanOrEqual(base);
        const grown = {
          ...before,
          collagen: collagen + more * restingShares.functionalI,
          functionalI: functionalI + more,
        };
        expect(modulus(grown)).toBeGreaterThanOrEqual(base);
        expect(
          modulus({ ...before, collagen: collagen + more * restingShares.three, three: three + more }),
        ).toBeGreaterThanOrEqual(base);
        expect(modulus({ ...before, elastin: 1 + more })).toBeGreaterThanOrEqual(base);
        expect(modulus({ ...before, crossLinks: links + more })).toBeGreaterThanOrEqual(base);
      },
    ),
    { seed: 11, numRuns: 300 },
  );
});
