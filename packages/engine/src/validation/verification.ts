import { cbrt, findRoot, verifyNumerics, type Check } from '@percuta/numerics';
import { fromSI } from '@percuta/quantity';
import { centralDraw } from '../ensemble.ts';
import { coverageOf } from '../puncture/density.ts';
import { insertionDepth } from '../puncture/depth.ts';
import { crackCoefficient, needleForce } from '../puncture/penetration.ts';
import type { PunctureValues } from '../puncture/stages.ts';
import { strokeOf } from '../puncture/motion/pen.ts';
import { rollingOf } from '../puncture/motion/roller.ts';

const check = (id: string, value: number, expected: number, tolerance: number, unit: string): Check => ({
  id,
  passed: Math.abs(value - expected) <= tolerance,
  value: Number(value.toPrecision(8)),
  expected,
  tolerance,
  unit,
});

/** Constants of the worked examples of M2: skin at the reference rate, without stiffening. */
const exampleValues = (): PunctureValues => ({
  ...centralDraw().puncture,
  shearModulus: 110e3,
  toughness: 2500,
  strainStiffening: 1,
});

/** The work balance that M2 minimises, N, for a crack of half-length a (m). */
const workBalance = (a: number, R: number, mu: number, J: number): number =>
  2 * a * J + (Math.PI * mu * R * R * R * R) / (a * a);

const verifyPenetration = (): Check[] => {
  const values = exampleValues();
  const crack = crackCoefficient(1, values);
  const force = (diameter: number): number => {
    const R = diameter / 2;
    return crack * R * cbrt(R);
  };
  const R = 125e-6;
  const { shearModulus: mu, toughness: J } = values;
  const slope = (a: number): number => 2 * J - (2 * Math.PI * mu * R * R * R * R) / (a * a * a);
  const least = workBalance(findRoot(slope, 1e-7, 1e-2, 1e-15), R, mu, J);
  return [
    check('puncture.M2 0.10 mm shaft', fromSI(force(1e-4), 'mN'), 71, 0.5, 'mN'),
    check('puncture.M2 0.25 mm shaft', fromSI(force(2.5e-4), 'mN'), 242, 0.5, 'mN'),
    check('puncture.M2 0.8 mm shaft', force(8e-4), 1.14, 0.005, 'N'),
    check('puncture.M2 least work over the crack length', force(2.5e-4) / least, 1, 1e-9, '1'),
  ];
};

const verifyDepth = (): Check[] => {
  const needle = { tipDiameter: 8e-6, coneLength: 7e-4, shaftRadius: 1.2e-4 };
  const [reach, stiffness, friction] = [1.4e-3, 600, 5e3];
  const crack = crackCoefficient(600, exampleValues());
  const depth = insertionDepth({ needle, reach, stiffness, crack, friction, availableForce: 1 });
  const residual = depth + needleForce(needle, depth, crack, friction) / stiffness - reach;
  return [check('puncture.M4 residual of the depth', fromSI(residual, 'um'), 0, 1e-6, 'um')];
};

const verifyKinematics = (): Check[] => {
  const pen = strokeOf(1.5e-3, 2.5e-3, 117);
  const roller = rollingOf(0.01, 1.5e-3, Math.PI / 12);
  const density = (14 * 117) / (5e-3 * 0.02);
  const holes = coverageOf(density, 60e-6, 3);
  return [
    check('puncture.M6 insertion speed', pen.insertionSpeed, 0.9, 0.005, 'm/s'),
    check('puncture.M6 time in skin', fromSI(pen.timeInSkin, 'ms'), 4.8, 0.05, 'ms'),
    check('puncture.M6 drag at 20 mm/s', fromSI(0.02 * pen.timeInSkin, 'mm'), 0.1, 0.005, 'mm'),
    check('puncture.M7 entry angle of a 1.5 mm needle', fromSI(roller.entryAngle, 'deg'), 29.6, 0.05, 'deg'),
    check('puncture.M7 sweep of a 1.5 mm needle', fromSI(roller.sweep, 'mm'), 0.51, 0.005, 'mm'),
    check('puncture.M8 holes in a pass of a pen', fromSI(density, '1/cm2'), 1638, 0.5, '1/cm2'),
    check('puncture.M8 nearest neighbour', fromSI(holes.nearestNeighbour, 'mm'), 0.12, 0.005, 'mm'),
    check('puncture.M8 surface covered', fromSI(holes.coveredShare, '%'), 4.5, 0.05, '%'),
  ];
};

/**
 * Every check of the mathematics that needs no test run: numerics, then the equations of the stages.
 * @example
 * ```ts
 * import { verifyEngine } from '@percuta/engine';
 *
 * console.log(verifyEngine().every(({ passed }) => passed)); // true
 * ```
 */
export const verifyEngine = (): Check[] => [
  ...verifyNumerics(),
  ...verifyPenetration(),
  ...verifyDepth(),
  ...verifyKinematics(),
];
