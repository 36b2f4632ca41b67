import type { TFunction } from 'i18next';
import { unitOf } from '../../block/time-scale.ts';
import { shownAt } from './moments.ts';
import { phasesOf } from './phases.ts';
import { block } from './stored.ts';

type Words = TFunction<'decide'>;

/** What goes on when in the stored run. */
export const stretches = phasesOf(block);

const units = [
  [31_557_600, 'year'],
  [2_629_800, 'month'],
  [604_800, 'week'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** A time of the axis in words: "day 3". */
export const timeWords = (time: number, t: Words): string => {
  if (shownAt(time) <= block.withdrawn) return t('how.time.in');
  const unit = unitOf(time);
  const name = units.find(([length]) => length === unit)?.[1] ?? 'second';
  return t(`how.time.${name}`, { count: Math.round(time / unit) });
};

/** Which phases go on, in words; before that the needles. */
export const phaseWords = (time: number, t: Words): string => {
  const shown = shownAt(time);
  if (shown <= block.withdrawn) return t('how.needlesIn');
  const now = stretches
    .filter(({ from, to }) => shown >= from && shown <= to)
    .map(({ phase }) => t(`how.now.${phase}`));
  return now.length === 0 ? t('how.quiet') : now.join(' ');
};
