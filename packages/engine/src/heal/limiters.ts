/** Saturation x / (K + x). */
export const hill = (x: number, K: number): number => x / (K + x);
export const hillSlope = (x: number, K: number): number => K / ((K + x) * (K + x));

/** Saturation x² / (K² + x²). */
export const hill2 = (x: number, K: number): number => (x * x) / (K * K + x * x);
export const hill2Slope = (x: number, K: number): number => {
  const sum = K * K + x * x;
  return (2 * x * K * K) / (sum * sum);
};

/** (x)+ with its slope, 0 at the kink: the rest state stands on several kinks and has to stay there. */
export const positive = (x: number): number => (x > 0 ? x : 0);
export const positiveSlope = (x: number): number => (x > 0 ? 1 : 0);

/** x held between 0 and 1. */
export const clip = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x);
export const clipSlope = (x: number): number => (x > 0 && x < 1 ? 1 : 0);
