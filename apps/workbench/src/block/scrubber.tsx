import './block.css';
import { useElementSize, useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shareOf, timeAfterKey, timeAt, type NamedMoment, type TimeScale } from './time-scale.ts';

/** Something that goes on for a while. */
export interface Lane {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'current' | 'heat' | 'damage' | 'wound' | 'collagen';
}

interface ScrubberProps {
  readonly label: string;
  readonly scale: TimeScale;
  readonly time: number;
  readonly onTime: (time: number) => void;
  /** Moments that have a name, rising. */
  readonly moments: readonly NamedMoment[];
  /** Ticks under the axis. */
  readonly ticks: readonly NamedMoment[];
  readonly lanes: readonly Lane[];
  /** Times are figures with their unit, the same in every language. */
  readonly isMeasure?: boolean;
  /** A time in words. */
  readonly words: (time: number) => string;
}

/** ms for the whole axis. */
const wholeAxis = 12_000;

const percent = (share: number): string => `${(100 * share).toFixed(3)}%`;

/** Moves along the axis by itself until its end, or until stopped. */
const usePlaying = ({ scale, time, onTime }: Pick<ScrubberProps, 'scale' | 'time' | 'onTime'>) => {
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

/** Mean advance of a letter, px, and the least space between two names. */
const letter = 6.6;
const space = 8;

/** Names that have room: the first and the last, and between them from the left. */
const roomy = (scale: TimeScale, ticks: readonly NamedMoment[], width: number): readonly NamedMoment[] => {
  const within = ticks.filter(({ time }) => time >= scale.from * 0.999 && time <= scale.to * 1.001);
  const placeOf = ({ time, words }: NamedMoment) => {
    const [at, half] = [shareOf(scale, time) * width, (words.length * letter) / 2];
    return { from: at - half, to: at + half };
  };
  const final = within.at(-1);
  const end = final === undefined ? Infinity : placeOf(final).from;
  let last = -Infinity;
  return within.filter((tick) => {
    const { from, to } = placeOf(tick);
    if (tick !== final && (from < last + space || to + space > end)) return false;
    last = to;
    return true;
  });
};

const Ticks = ({
  scale,
  ticks,
  width,
  isMeasure = false,
}: Pick<ScrubberProps, 'scale' | 'ticks' | 'isMeasure'> & { readonly width: number }) => (
  <div className="scrub-ticks" aria-hidden="true" data-content={isMeasure ? '' : undefined}>
    {roomy(scale, ticks, width).map(({ time, words }) => (
      <span key={time} style={{ left: percent(shareOf(scale, time)) }}>
        {words}
      </span>
    ))}
  </div>
);

const Lanes = ({ scale, lanes }: Pick<ScrubberProps, 'scale' | 'lanes'>) => (
  <ul className="lanes">
    {lanes.map(({ name, from, to, kind }) => (
      <li key={name}>
        <span className="lane-name">{name}</span>
        <span className="lane-track" aria-hidden="true">
          <span
            className={`lane-bar lane-${kind}`}
            style={{
              left: percent(shareOf(scale, from)),
              width: percent(Math.max(0.006, shareOf(scale, to) - shareOf(scale, from))),
            }}
          />
        </span>
      </li>
    ))}
  </ul>
);

/** The axis with its thumb: by pointer, by keys, and by itself on request. */
const Track = ({
  label,
  scale,
  time,
  onTime,
  moments,
  words,
  ticks,
  isMeasure = false,
  toggle,
}: Omit<ScrubberProps, 'lanes'> & { readonly toggle: () => void }) => {
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
      <Ticks scale={scale} ticks={ticks} width={width} isMeasure={isMeasure} />
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
        <span
          className={share > 0.5 ? 'scrub-flag before' : 'scrub-flag'}
          aria-hidden="true"
          data-content={isMeasure ? '' : undefined}
        >
          {words(time)}
        </span>
      </div>
    </div>
  );
};

/** Time from the first microsecond to the last week on one axis. Nothing moves unless it is asked to. */
export const Scrubber = (props: ScrubberProps) => {
  const { t } = useTranslation('block');
  const isStill = useReducedMotion();
  const { scale, time, onTime, moments, lanes } = props;
  const toggle = usePlaying({ scale, time, onTime });
  const stepOn = (): void => {
    const next = timeAfterKey(scale, moments, time, { key: 'ArrowRight', shiftKey: true });
    onTime(next === undefined || time >= scale.to * 0.999 ? scale.from : next);
  };
  const named = moments.find((moment) => Math.abs(Math.log(moment.time / Math.max(time, 1e-9))) < 1e-3);
  return (
    <div className="scrubber">
      <Track {...props} toggle={isStill ? stepOn : toggle} />
      <Lanes scale={scale} lanes={lanes} />
      <button type="button" className="link-button" onClick={isStill ? stepOn : toggle}>
        {isStill ? t('step') : t('play')}
      </button>
      <span className="visually-hidden" role="status">
        {named?.words ?? ''}
      </span>
    </div>
  );
};
