import { cos, pow, sin } from '@percuta/numerics';
import type { ColeCole, Dispersion } from './material.ts';

/** Permittivity of vacuum, F/m (CODATA 2018). */
export const vacuumPermittivity = 8.8541878128e-12;

/** What a spectrum says at one frequency. */
export interface Dielectric {
  /** S/m. */
  readonly conductivity: number;
  /** Relative. */
  readonly permittivity: number;
}

/**
 * Sum of Cole-Cole dispersions and an ionic conductivity, equation (heat.3):
 * eps*(w) = limit + Σ strength / (1 + (j w time)^(1 - broadening)) + ionic / (j w eps0),
 * conductivity -w eps0 Im eps*, permittivity Re eps*. `frequency` in Hz, above 0.
 */
export const dielectricAt = (spectrum: ColeCole, frequency: number): Dielectric => {
  const omega = 2 * Math.PI * frequency;
  let real = spectrum.limit;
  let loss = 0;
  for (const dispersion of spectrum.dispersions) {
    const term = termOf(dispersion, omega);
    real += term.real;
    loss += term.loss;
  }
  return { permittivity: real, conductivity: spectrum.ionic + omega * vacuumPermittivity * loss };
};

/** strength / (1 + x^p e^(j p π/2)), as real part and minus imaginary part. */
const termOf = (
  { strength, time, broadening }: Dispersion,
  omega: number,
): { real: number; loss: number } => {
  const p = 1 - broadening;
  const size = pow(omega * time, p);
  const angle = (p * Math.PI) / 2;
  const re = 1 + size * cos(angle);
  const im = size * sin(angle);
  const square = re * re + im * im;
  return { real: (strength * re) / square, loss: (strength * im) / square };
};
