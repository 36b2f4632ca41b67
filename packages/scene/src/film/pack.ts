// Temperatures in steps of 0.01 K from 220 K, damage as its logarithm in steps of 0.0005 from 1e-12: both finer than
// any colour.
const coldest = 220;
const kelvinSteps = 100;
const least = 1e-12;
const decadeSteps = 2000;
const most = 65_535;

const clamp = (value: number): number => Math.max(0, Math.min(most, Math.round(value)));

export const packTemperature = (kelvin: Float64Array): Uint16Array =>
  Uint16Array.from(kelvin, (value) => clamp((value - coldest) * kelvinSteps));

/** K. */
export const temperatureOf = (packed: number): number => coldest + packed / kelvinSteps;

export const packDamage = (damage: Float64Array): Uint16Array =>
  Uint16Array.from(damage, (value) => clamp(Math.log10(Math.max(value, least) / least) * decadeSteps));

/** Logarithm to the base of 10 of a damage integral; at its least where there is none. */
export const logDamageOf = (packed: number): number => Math.log10(least) + packed / decadeSteps;
