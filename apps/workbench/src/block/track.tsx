import './block.css';
import { useElementSize } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { shareOf, timeAfterKey, timeAt, type NamedMoment, type TimeScale } from './time-scale.ts';

/** A time on an axis, and what changes it. */
export interface Scrubbed {
  readonly scale: TimeScale;
  readonly time: number;
  readonly onTime: (time: number) => void;
}

interface TrackProps extends Scrubbed {
  readonly label: string;
  /** Moments that have a name, rising. */
  readonly moments: readonly NamedMoment[];
  /** Ticks of the axis. */
  readonly ticks: readonly NamedMoment[];
  /** How many rows their words may take where one has no room for all. */
  readonly tickRows?: number;
  /** Times are figures with their unit, the same in every language. */
  readonly isMeasure?: boolean;
  /** A time in words. */
  readonly words: (time: number) => string;
  /** Plays, or stops. */
  readonly toggle: () => void;
  /** At the thumb. */
  readonly children?: ReactNode;
}

export const percent = (share: number): string => `${(100 * share).toFixed(3)}%`;

/** Mean advance of a letter, px, and the least space between two names. */
const letter = 6.6;
const space = 7;

interface TickRow extends NamedMoment {
  /** Which row of words it stands in, from 0. */
  readonly row: number;
}

/** Names that have room in the first row: the first and the last, and between them from the left; others further down. */
const roomy = (
  scale: TimeScale,
  ticks: readonly NamedMoment[],
  width: number,
  rows: number,
): readonly TickRow[] => {
  const within = ticks.filter(({ time }) => time >= scale.from * 0.999 && time <= scale.to * 1.001);
  const placeOf = ({ time, words }: NamedMoment) => {
    const [at, half] = [shareOf(scale, time) * width, (words.length * letter) / 2];
    return { from: at - half, to: at + half };
  };
  const final = within.at(-1);
  const end = final === undefined ? Infinity : placeOf(final).from;
  const ends = Array.from({ length: rows }, () => -Infinity);
  return within.flatMap((tick) => {
    const { from, to } = placeOf(tick);
    const row = ends.findIndex(
      (last, n) => tick === final || (from >= last + space && (n > 0 || to + space <= end)),
    );
    if (row < 0) return [];
    ends[row] = to;
    return [{ ...tick, row }];
  });
};

const Ticks = ({
  scale,
  ticks,
  width,
  tickRows = 1,
  isMeasure = false,
}: Pick<TrackProps, 'scale' | 'ticks' | 'tickRows' | 'isMeasure'> & { readonly width: number }) => (
  <div className="scrub-ticks" aria-hidden="true" data-content={isMeasure ? '' : undefined}>
    {roomy(scale, ticks, width, tickRows).map(({ time, words, row }) => (
      <span
        key={time}
        className={row > 0 ? 'lower' : undefined}
        style={{ left: percent(shareOf(scale, time)) }}
      >
        {words}
      </span>
    ))}
  </div>
);

/** The axis with its thumb: by pointer, by keys, and by itself on request. */
export const Track = ({
  label,
  scale,
  time,
  onTime,
  moments,
  words,
  ticks,
  tickRows = 1,
  isMeasure = false,
  toggle,
  children,
}: TrackProps) => {
  const { ref: track, width } = useElementSize();
  const share = shareOf(scale, time);
  const follow = ({ clientX, buttons, currentTarget }: PointerEvent): void => {
    const box = currentTarget.getBoundingClientRect();
    if (buttons !== 0) onTime(timeAt(scale, (clientX - box.left) / box.width));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === ' ') {
      event.preventDefault();
      toggle();
      return;
    }
    const next = timeAfterKey(scale, moments, time, event);
    if (next === undefined) return;
    event.preventDefault();
    onTime(next);
  };
  return (
    <div
      ref={track}
      className="scrub-track"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={follow}
    >
      <Ticks scale={scale} ticks={ticks} tickRows={tickRows} width={width} isMeasure={isMeasure} />
      <div className="scrub-line" />
      <div
        role="slider"
        tabIndex={0}
        className="scrub-thumb"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={1000}
        aria-valuenow={Math.round(1000 * share)}
        aria-valuetext={words(time)}
        style={{ left: percent(share) }}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </div>
  );
};
