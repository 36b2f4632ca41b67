import { Play, usePlay } from './play.tsx';
import { shareOf, type NamedMoment, type TimeScale } from './time-scale.ts';
import { percent, Track, type Scrubbed } from './track.tsx';

/** Something that goes on for a while. */
export interface Lane {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'current' | 'heat' | 'damage' | 'wound' | 'collagen';
}

interface ScrubberProps extends Scrubbed {
  readonly label: string;
  /** Moments that have a name, rising. */
  readonly moments: readonly NamedMoment[];
  /** Ticks above the axis: figures with their unit, the same in every language. */
  readonly ticks: readonly NamedMoment[];
  readonly lanes: readonly Lane[];
  /** A time as a figure with its unit. */
  readonly words: (time: number) => string;
}

const Lanes = ({ scale, lanes }: { readonly scale: TimeScale; readonly lanes: ScrubberProps['lanes'] }) => (
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

/** Time from the first microsecond to the last week on one axis. Nothing moves unless it is asked to. */
export const Scrubber = ({ lanes, ...props }: ScrubberProps) => {
  const { scale, time, moments, words } = props;
  const play = usePlay(props, moments);
  return (
    <div className="scrubber">
      <Track {...props} toggle={play.toggle} isMeasure>
        <span
          className={shareOf(scale, time) > 0.5 ? 'flag scrub-flag before' : 'flag scrub-flag'}
          aria-hidden="true"
          data-content
        >
          {words(time)}
        </span>
      </Track>
      <Lanes scale={scale} lanes={lanes} />
      <Play time={time} moments={moments} {...play} />
    </div>
  );
};
