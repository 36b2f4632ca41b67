import { formatQuantity } from '@percuta/quantity';
import type { Band } from './band.ts';

/** Digits a result is written with: far more than it supports, few enough to read. */
const significant = 6;

/** An SI value as text with its unit; "none" for a distance or time that does not exist. */
export const shown = (value: number, unit: string, digits: number = significant): string => {
  if (!Number.isFinite(value)) return 'none';
  const text = formatQuantity(value, unit);
  const [number = '', ...rest] = text.split(' ');
  return [String(Number(Number(number).toPrecision(digits))), ...rest].join(' ');
};

export const shownBand = (band: Band, unit: string): Record<keyof Band, string> => ({
  median: shown(band.median, unit),
  low: shown(band.low, unit),
  high: shown(band.high, unit),
});
