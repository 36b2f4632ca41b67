import { log, log1p, type Random } from '@percuta/numerics';

/**
 * Study effects in units of τ follow Student's law with 4 degrees of freedom (expectation.3): beside the many
 * series that resemble each other stand some that no normal law with their spread would hold, as 0 of 25 and
 * 60 of 65 beyond about half. With normal effects the 95 % intervals of left-out studies held 18 of 21; the
 * degrees are the lowest that leave the effects a variance in even numbers, and are a calibration.
 */
const degrees = 4;

/** log density up to a constant, of the square of the effect: −(ν + 1)/2 log(1 + x²/ν). */
export const logStudyEffect = (square: number): number => (-(degrees + 1) / 2) * log1p(square / degrees);

/** How much weaker than a normal law it pulls: (ν + 1)/(ν + x²). */
export const studyPull = (square: number): number => (degrees + 1) / (degrees + square);

/** A draw: normal over the root of χ²₄/4, and χ²₄ = −2 log(u v). */
export const drawStudyEffect = (random: Random): number =>
  random.normal() / Math.sqrt(-log(random.next() * random.next()) / 2);
