import { formatQuantity } from '@percuta/quantity';
import type { Band } from './band.ts';

/** Digits a result is written with: far more than it supports, few enough to read. */
const significant = 6;

/** An SI value as text with its unit; "none" for a distance or time that does not exist. */
export const shown = (value: number, unit: string, digits: number = significant): string =>
  Number.isFinite(value) ? formatQuantity(value, unit, { significant: digits }) : 'none';

/** A band as text with its unit; "none" for what is not finite. */
export const shownBand = (band: Band, unit: string): Record<keyof Band, string> => ({
  median: shown(band.median, unit),
  low: shown(band.low, unit),
  high: shown(band.high, unit),
});
