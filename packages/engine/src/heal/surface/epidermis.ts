import { exp } from '@percuta/numerics';
import { hill2 } from '../limiters.ts';
import type { Rates } from '../rates.ts';

/** The epidermis at one time since the latest session (heal.8). */
export interface Epidermis {
  /** Gap radius right after the latest session, m. */
  readonly opened: number;
  /** Thickness, of that at rest, and melanin excess. */
  readonly thickness: number;
  readonly melanin: number;
}

type Front = Pick<Rates, 'v_K' | 'h_K' | 't_lag'>;

/** Time after a session at which the gap is closed, s: t_lag + a / (v_K h_K). */
export const closingTime = (opened: number, p: Front): number =>
  opened <= 0 ? 0 : p.t_lag + opened / (p.v_K * p.h_K);

/** a_e' = −v_K h_K after t_lag: gap radius a time after the session, m. */
export const gapAfter = (opened: number, time: number, p: Front): number =>
  Math.max(0, opened - p.v_K * p.h_K * Math.max(0, time - p.t_lag));

/** b' = k_bar h_K (1 − b) once the gap is closed: barrier a time after the session. */
export const barrierAfter = (opened: number, time: number, p: Front & Pick<Rates, 'k_bar'>): number => {
  if (opened <= 0) return 1;
  const since = time - closingTime(opened, p);
  return since <= 0 ? 0 : 1 - exp(-p.k_bar * p.h_K * since);
};

/** What drives thickness and pigment during a step: papillary area means of F and A, and whether the gap is open. */
export interface Drive {
  readonly fibroblasts: number;
  readonly inflammation: number;
  readonly isOpen: boolean;
}

const relax = (value: number, target: number, rate: number, time: number): number =>
  target + (value - target) * exp(-rate * time);

/** h_e' = k_h [1 + alpha_h (F − 1) − h_e] and Q' = p_Q f_pt Hl2(S_m, K_S) − k_Q Q over a time at a steady drive. */
export const growEpidermis = (before: Epidermis, drive: Drive, time: number, p: Rates): Epidermis => {
  const stimulus = drive.inflammation + (drive.isOpen ? p.s_K : 0) + p.s_UV;
  const pigment = (p.p_Q * p.f_pt * hill2(stimulus, p.K_S)) / p.k_Q;
  return {
    opened: before.opened,
    thickness: relax(before.thickness, 1 + p.alpha_h * (drive.fibroblasts - 1), p.k_h, time),
    melanin: relax(before.melanin, pigment, p.k_Q, time),
  };
};
