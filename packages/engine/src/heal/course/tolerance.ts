/** A state may come out this far below 0 before it is set to 0. */
export const mostClamped = 1e-6;

/**
 * Allowed error of a step; keeps every area mean within 1e-4 of a monolithic solver at 1e-8 (tested). A step may leave
 * half of what is let pass below 0, since the polynomial through it may dip a little farther. A year takes some 300
 * steps; a run that needs far more is one that no longer describes skin.
 */
export const healingTolerance = {
  relative: 2e-5,
  absolute: 1e-8,
  mostBelowZero: mostClamped / 2,
  mostTries: 10_000,
};
