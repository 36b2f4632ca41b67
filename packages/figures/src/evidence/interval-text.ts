import type { ScaleResult } from '@percuta/evidence';
import { numberText } from './axis.ts';

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Decimals at which an interval this wide keeps two significant digits. */
const decimalsFor = (width: number): number => {
  if (!(width > 0 && Number.isFinite(width))) return 1;
  return Math.min(4, Math.max(0, 1 - Number(width.toExponential().split('e')[1])));
};

type Kind = Pick<ScaleResult, 'kind'>;

const writer = ({ kind }: Kind, { low, high }: Bounds): ((value: number) => string) => {
  if (kind === 'share') return (value) => numberText(100 * value, 0);
  const decimals = decimalsFor(high - low);
  return (value) => numberText(value, decimals);
};

/** "0.44 to 1.32" in points, "67 to 95" of 100 people. */
export const rangeText = (kind: Kind, bounds: Bounds): string => {
  const write = writer(kind, bounds);
  return `${write(bounds.low)} to ${write(bounds.high)}`;
};

/** "0.88 (0.44 to 1.32)". */
export const estimateText = (kind: Kind, estimate: number, bounds: Bounds): string =>
  `${writer(kind, bounds)(estimate)} (${rangeText(kind, bounds)})`;

/** "1 study", "2 studies". */
export const countOf = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
