import type { RiskEvent, RiskRate } from '@percuta/evidence';

/** Harms as sentences and tables call them. */
export const harmNames: Readonly<Record<RiskEvent, string>> = {
  pih: 'dark marks (PIH)',
  redness: 'redness',
  'prolonged-redness': 'prolonged redness',
  infection: 'infection',
  scarring: 'scarring',
  burn: 'burns',
  'fat-loss': 'fat loss',
  'nerve-injury': 'nerve injury',
  any: 'any side effect',
};

const ofHundred = (share: number): string => (share < 0.01 ? 'under 1' : String(Math.floor(100 * share)));

/**
 * "5 of 30, or 17 of 100 (5 to 35)": the interval is rounded outward. With no event only its upper end is told.
 */
export const countText = ({ k, n, rate, interval }: Omit<RiskRate, 'counted'>): string => {
  const most = Math.ceil(100 * interval.high);
  return k === 0
    ? `none of ${n}, so up to ${most} of 100`
    : `${k} of ${n}, or ${Math.round(100 * rate)} of 100 (${ofHundred(interval.low)} to ${most})`;
};
