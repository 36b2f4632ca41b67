// Temperatures in steps of 0.01 K from 220 K, damage as its logarithm in steps of 0.0005 from 1e-12: both finer than
// any colour.
const coldest = 220;
const kelvinSteps = 100;
const least = 1e-12;
const decadeSteps = 2000;
const most = 65_535;

const clamp = (value: number): number => Math.max(0, Math.min(most, Math.round(value)));

// Loops: typed arrays made with a function for each value take ten times as long, for every cell of every frame.

/**
 * Temperatures, K, as 16-bit steps of 0.01 K from 220 K; what is colder or hotter than they reach gets the end.
 */
export const packTemperature = (kelvin: Float64Array): Uint16Array => {
  const packed = new Uint16Array(kelvin.length);
  for (let cell = 0; cell < packed.length; cell += 1) {
    packed[cell] = clamp(((kelvin[cell] ?? 0) - coldest) * kelvinSteps);
  }
  return packed;
};

/** K. */
export const temperatureOf = (packed: number): number => coldest + packed / kelvinSteps;

/**
 * Damage integrals as 16-bit steps of 0.0005 of their logarithm to the base of 10, from 1e-12; 0 stands for
 * anything less.
 */
export const packDamage = (damage: Float64Array): Uint16Array => {
  const packed = new Uint16Array(damage.length);
  for (let cell = 0; cell < packed.length; cell += 1) {
    const value = damage[cell] ?? 0;
    // At the least stands 0, as everywhere at first.
    if (value > least) packed[cell] = clamp(Math.log10(value / least) * decadeSteps);
  }
  return packed;
};

/** Logarithm to the base of 10 of a damage integral; at its least where there is none. */
export const logDamageOf = (packed: number): number => Math.log10(least) + packed / decadeSteps;
