import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shareOf, timeAfterKey, timeAt, type NamedMoment } from './time-scale.ts';
import type { Scrubbed } from './track.tsx';

/** ms for the whole axis. */
const wholeAxis = 12_000;

/** Moves along the axis by itself until its end, or until stopped. */
const usePlaying = ({ scale, time, onTime }: Scrubbed) => {
  const frame = useRef(0);
  const stop = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
  };
  useEffect(() => stop, []);
  const play = (): void => {
    const start = shareOf(scale, time) >= 0.999 ? 0 : shareOf(scale, time);
    const began = performance.now();
    const next = (now: number): void => {
      const share = start + (now - began) / wholeAxis;
      onTime(timeAt(scale, share));
      frame.current = share < 1 ? requestAnimationFrame(next) : 0;
    };
    frame.current = requestAnimationFrame(next);
  };
  return () => (frame.current === 0 ? play() : stop());
};

/** Plays and stops; steps from one named moment to the next for who asked for less motion. */
export const usePlay = (scrubbed: Scrubbed, moments: readonly NamedMoment[]) => {
  const isStill = useReducedMotion();
  const { scale, time, onTime } = scrubbed;
  const toggle = usePlaying(scrubbed);
  const stepOn = (): void => {
    const next = timeAfterKey(scale, moments, time, { key: 'ArrowRight', shiftKey: true });
    onTime(next === undefined || time >= scale.to * 0.999 ? scale.from : next);
  };
  return { isStill, toggle: isStill ? stepOn : toggle };
};

interface PlayProps extends Pick<Scrubbed, 'time'> {
  readonly moments: readonly NamedMoment[];
  readonly isStill: boolean;
  readonly toggle: () => void;
}

/** The button that plays, and what is spoken on the way: the named moments alone. */
export const Play = ({ time, moments, isStill, toggle }: PlayProps) => {
  const { t } = useTranslation('block');
  const named = moments.find((moment) => Math.abs(Math.log(moment.time / Math.max(time, 1e-9))) < 1e-3);
  return (
    <>
      <button type="button" className="link-button" onClick={toggle}>
        {isStill ? t('step') : t('play')}
      </button>
      <span className="visually-hidden" role="status">
        {named?.words ?? ''}
      </span>
    </>
  );
};
