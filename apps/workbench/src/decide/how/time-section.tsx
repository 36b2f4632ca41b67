import { skinTissue } from '@percuta/figures';
import { memo, useId, useMemo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shareOf, timeAt } from '../../block/time-scale.ts';
import { borders, Channel, reach } from './channel.tsx';
import { roomyMoments, scale, shownAt, type Moment } from './moments.ts';

/** Measures of the picture for a width of the page, px. */
export interface SectionSize {
  readonly width: number;
  /** From the sides of the picture to the ends of the axis. */
  readonly inset: number;
  /** A metre of skin, as long across as down. */
  readonly perMetre: number;
  /** Of the surface and of the floor from the upper edge. */
  readonly surface: number;
  readonly height: number;
  /** Half of what a channel takes of the axis. */
  readonly half: number;
  /** Moments at which channels stand. */
  readonly standing: readonly Moment[];
}

/** px of the flag and of the needle above the skin. */
const flagRoom = 40;
const air = 88;
/** How far below the border of the fat the picture ends, of its depth. */
const below = 1.2;
/** px a metre: as much as the channels of a phone have room for, and no more than keeps the picture on a screen. */
const scaleOf = (width: number): number => Math.min(400 * width, 210_000);

export const sectionSize = (width: number): SectionSize => {
  const inset = width < 600 ? 27 : 44;
  const perMetre = scaleOf(width);
  const half = reach * perMetre;
  return {
    width,
    inset,
    perMetre,
    surface: air,
    height: air + below * borders.fat * perMetre,
    half,
    standing: roomyMoments(width - 2 * inset, 2 * half),
  };
};

const placeOf = ({ inset, width }: SectionSize, time: number): number =>
  inset + shareOf(scale, time) * (width - 2 * inset);

interface SectionProps {
  readonly size: SectionSize;
  readonly time: number;
}

/** A channel at its place on the axis. */
const Placed = memo(({ size, time }: SectionProps) => {
  const { surface, perMetre } = size;
  return (
    <g transform={`translate(${placeOf(size, time).toFixed(2)} ${surface}) scale(${perMetre * 1e-6})`}>
      <Channel time={shownAt(time)} above={(surface - flagRoom) / perMetre} />
    </g>
  );
});

const tissueOf = ({ width, surface, height, perMetre }: SectionSize): string => {
  const { deep, upper } = skinTissue({
    left: 0,
    right: width,
    bottom: height,
    surface,
    corneum: surface + borders.corneum * perMetre,
    junction: surface + borders.junction * perMetre,
    border: surface + borders.fat * perMetre,
  });
  return deep + upper;
};

const gap = 6;
/** From the floor to the axis, px. */
const stem = 15;
/** How near the picked channel another is hidden, in halves of one. */
const hidden = 1.3;

/** Names of the layers, beside the second channel, where there is most room on every width. */
const LayerNames = ({ size }: { readonly size: SectionSize }) => {
  const { t } = useTranslation('block');
  const { surface, perMetre, height, half, standing } = size;
  const x = placeOf(size, standing[1]?.[0] ?? scale.from) + half + gap;
  const down = (depth: number): number => surface + depth * perMetre;
  return (
    <>
      <text x={x} y={surface - gap}>
        {t('layer.stratum corneum')}
      </text>
      <text className="on-dermis" x={x} y={down(borders.junction) + 18}>
        {t('layer.epidermis')}
      </text>
      <text className="on-dermis" x={x} y={down(borders.fat) - 14}>
        {t('layer.dermis')}
      </text>
      <text className="on-fat" x={x} y={height - 12}>
        {t('layer.fat')}
      </text>
    </>
  );
};

/** The skin without channels. */
const Tissue = memo(({ size, id }: { readonly size: SectionSize; readonly id: string }) => {
  const tissue = useMemo(() => tissueOf(size), [size]);
  const floor = useId();
  return (
    <>
      <clipPath id={floor}>
        <rect width={size.width} height={size.height} />
      </clipPath>
      {/* Our own markup, escaped where it was made. */}
      <g id={id} clipPath={`url(#${floor})`} dangerouslySetInnerHTML={{ __html: tissue }} />
    </>
  );
});

/** Every channel at its own moment; those that the picked one hides are left out. */
const Standing = ({ size, time }: SectionProps) => {
  const at = placeOf(size, time);
  const shown = size.standing.filter(([each]) => Math.abs(placeOf(size, each) - at) > hidden * size.half);
  const stems = size.standing.map(([each]) => `M${placeOf(size, each)} ${size.height}v${stem}`);
  return (
    <>
      {shown.map(([each]) => (
        <Placed key={each} size={size} time={each} />
      ))}
      <path className="channel-stems" d={stems.join('')} />
    </>
  );
};

/** The channel that the thumb has picked: its own strip of skin, over whatever stands behind it. */
const Picked = ({ size, time, tissue }: SectionProps & { readonly tissue: string }) => {
  const id = useId();
  const { surface, height, half } = size;
  const x = placeOf(size, time);
  const strip = { x: x - half - 1, y: surface - gap, width: 2 * half + 2, height: height - surface + gap };
  return (
    <g className="picked">
      <clipPath id={id}>
        <rect {...strip} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <use href={`#${tissue}`} />
      </g>
      <Placed size={size} time={time} />
      <path className="picked-line" d={`M${x} ${flagRoom - 2 * gap}V${strip.y}M${x} ${height}v${stem}`} />
      <rect className="picked-line" {...strip} rx="3" />
    </g>
  );
};

interface TimeSectionProps extends SectionProps {
  readonly onTime: (time: number) => void;
  /** The time in words. */
  readonly words: string;
  /** Of the element that says what goes on. */
  readonly describedBy: string;
}

/** The moment of the channel under a place of the picture, or else the time of that place. */
const timeUnder = (size: SectionSize, x: number): number => {
  const standing = size.standing.find(([time]) => Math.abs(placeOf(size, time) - x) < size.half / 2);
  return standing?.[0] ?? timeAt(scale, (x - size.inset) / (size.width - 2 * size.inset));
};

/** Skin in section along an axis of time: each channel as it is at its own moment, one of them picked. */
export const TimeSection = ({ size, time, onTime, words, describedBy }: TimeSectionProps) => {
  const { t } = useTranslation('decide');
  const tissue = useId();
  const { width, height } = size;
  const follow = ({ clientX, buttons, currentTarget }: PointerEvent): void => {
    if (buttons !== 0) onTime(timeUnder(size, clientX - currentTarget.getBoundingClientRect().left));
  };
  return (
    <div
      className="time-section"
      role="img"
      aria-label={t('how.picture')}
      aria-describedby={describedBy}
      style={{ height }}
      onPointerDown={follow}
      onPointerMove={follow}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <Tissue size={size} id={tissue} />
        <Standing size={size} time={time} />
        <LayerNames size={size} />
        <Picked size={size} time={time} tissue={tissue} />
      </svg>
      <span
        className="flag time-flag"
        style={{ left: `clamp(46px, ${placeOf(size, time).toFixed(1)}px, 100% - 46px)` }}
      >
        {words}
      </span>
    </div>
  );
};
