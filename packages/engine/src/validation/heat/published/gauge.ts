/**
 * Outer diameter in mm by gauge, ISO 9626 (nominal), as makers of needles print it.
 */
const diameters: Readonly<Record<number, number>> = {
  10: 3.404,
  11: 3.048,
  12: 2.769,
  13: 2.413,
  14: 2.108,
  15: 1.829,
  16: 1.651,
  17: 1.473,
  18: 1.27,
  19: 1.067,
  20: 0.908,
  21: 0.819,
  22: 0.718,
  23: 0.642,
  24: 0.566,
  25: 0.515,
  26: 0.464,
  27: 0.413,
  28: 0.362,
  29: 0.337,
  30: 0.312,
  31: 0.261,
  32: 0.235,
  33: 0.21,
  34: 0.184,
};

/** Outer diameter of a needle of this gauge, with its unit. Throws RangeError where the table has none. */
export const needleDiameter = (gauge: number): string => {
  const diameter = diameters[gauge];
  if (diameter === undefined) throw new RangeError(`gauge ${gauge} is not in the table of 10 to 34`);
  return `${diameter} mm`;
};
