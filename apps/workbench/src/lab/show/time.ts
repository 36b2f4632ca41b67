import type { LabZone } from '../../compute/lab/lab-messages.ts';
import type { NamedMoment, TimeScale } from '../../block/time-scale.ts';
import { unitOf } from '../../block/time-scale.ts';
import { namedTimes } from '@percuta/figures';

const first = 1e-6;

/** From a microsecond to the end of what was followed. */
export const scaleOf = ({ block, bands }: LabZone): TimeScale => {
  const last = Math.max(
    bands?.times.at(-1) ?? 0,
    block?.healing?.times.at(-1) ?? 0,
    block?.heat?.times.at(-1) ?? 0,
  );
  return { from: first, to: Math.max(last, 1) };
};

const unitWords = new Map([
  [1e-6, 'µs'],
  [1e-3, 'ms'],
  [1, 's'],
  [60, 'min'],
  [3600, 'h'],
  [86_400, 'd'],
  [7 * 86_400, 'wk'],
  [30.4375 * 86_400, 'mo'],
  [365.25 * 86_400, 'y'],
]);

/** A time in the largest whole unit, with a digit more where that is coarse. */
export const timeText = (time: number): string => {
  const unit = unitOf(time);
  const value = time / unit;
  return `${value < 9.95 && unit !== 1e-6 ? Number(value.toFixed(1)) : Math.round(value)} ${unitWords.get(unit) ?? 's'}`;
};

/** Names that a narrow axis has room for. */
const sparse = new Set<string>(['1 µs', '1 ms', '1 s', '1 min', '1 h', '1 d', '1 mo', '1 y']);

export const ticks: readonly NamedMoment[] = namedTimes
  .filter(([, words]) => sparse.has(words))
  .map(([time, words]) => ({ time, words }));

export const namedMoments: readonly NamedMoment[] = namedTimes.map(([time, words]) => ({ time, words }));
