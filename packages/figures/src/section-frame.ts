import { bandOf, type Band, type CourseInSkin, type SkinSummary } from '@percuta/engine';

/** What a section shows. */
export interface SectionInput {
  readonly candidate: CourseInSkin;
  readonly skin: SkinSummary;
  /** What the course is called beside the figure: "A". */
  readonly letter: string;
}

/** Where things stand in a section, px; depth goes down and a millimetre is as long across as down. */
export interface SectionFrame {
  readonly isWide: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /** Baseline of the distributions and the width they have. */
  readonly base: number;
  readonly curveWidth: number;
  readonly labels: number;
  /** Deepest depth drawn, m. */
  readonly deepest: number;
  readonly pixelsPerMetre: number;
  readonly y: (depth: number) => number;
}

const halfMillimetre = 5e-4;
const drawnHeight = { wide: 430, narrow: 324 };
/** Room above the surface at least, m: for the face of the handpiece. */
const leastAbove = 2.5e-4;
const narrow = 560;

/** Depth of the deepest point any needle of any draw can come to. */
export const trackBand = ({ stroke }: CourseInSkin): Band => bandOf(stroke.columns.ceiling);

/** Distance from the longest track to the fat, negative where it goes past. */
export const roomBand = ({ stroke }: CourseInSkin): Band =>
  bandOf(new Float64Array(stroke.tracks.map(({ dermalBorder, ceiling }) => dermalBorder - ceiling)));

/** The face of the handpiece stands off the skin by what the needle does not go in. */
export const standOff = ({ settings, stroke }: CourseInSkin): number =>
  Math.max(settings.depth - stroke.depth.median, 0);

const columns = (
  width: number,
): Pick<SectionFrame, 'isWide' | 'left' | 'right' | 'base' | 'curveWidth' | 'labels'> => {
  const isWide = width >= narrow;
  const [left, curveWidth, labelWidth] = isWide ? [40, 130, 206] : [30, 52, 106];
  const labels = width - labelWidth;
  const base = labels - curveWidth - (isWide ? 26 : 14);
  return { isWide, left, right: base - (isWide ? 14 : 8), base, curveWidth, labels };
};

export const frameOf = ({ candidate, skin }: SectionInput, width: number): SectionFrame => {
  const reach = Math.max(skin.toFat.high * 1.06, trackBand(candidate).high * 1.1);
  const deepest = Math.ceil(reach / halfMillimetre) * halfMillimetre;
  const above = Math.max(standOff(candidate) + 1e-4, leastAbove);
  const place = columns(width);
  const drawn = place.isWide ? drawnHeight.wide : drawnHeight.narrow;
  const pixelsPerMetre = drawn / (deepest + above);
  const surface = 4 + above * pixelsPerMetre;
  return {
    ...place,
    top: 4,
    bottom: 4 + drawn,
    height: drawn + 12,
    deepest,
    pixelsPerMetre,
    y: (depth) => surface + depth * pixelsPerMetre,
  };
};
