import type { DeviceSheet } from '@percuta/evidence';
import { exp, mean } from '@percuta/numerics';
import { bandOf, mapBand, scaleBand, type Band } from '../band.ts';
import type { Settings } from '../case/protocol.ts';
import type { Ensemble } from '../ensemble.ts';
import { finite } from '../stage.ts';
import { countPunctures, insertNeedles, type Occupancy, type Punctures } from '../puncture/puncture.ts';
import type { Assessed, Track } from '../safety/limit.ts';
import { assessShare } from '../safety/share.ts';
import { trackOf } from '../safety/track.ts';
import type { Skin } from '../skin/skin.ts';
import { reachedShare, type Target } from './target.ts';

/** What is drawn of a needle. */
type Shape = 'tipDiameter' | 'shaftRadius' | 'coneLength' | 'pitch';

/**
 * What one setting of depth, speed and frequency does in one pass, over all draws. Depths and drag in m, force in N,
 * strokes in 1/s, holes and bleeding points in 1/m².
 */
export interface StrokeOutcome {
  readonly settings: Settings;
  /** A needle and the distance to the next, medians over the draws, m. */
  readonly shape: Readonly<Record<Shape, number>>;
  /** Depth of the tip below the surface by draw, m. */
  readonly insertionDepths: Float64Array;
  readonly tracks: readonly Track[];
  readonly depth: Band;
  readonly force: Band;
  readonly fractionPuncturing: Band;
  readonly drag: Band;
  readonly strokeRate: Band | undefined;
  /** Share of tips by place: means over the draws, which add up to 1, each with its band. */
  readonly occupancy: Readonly<Record<keyof Occupancy, Required<Omit<Assessed, 'upper'>>>>;
  /** Chance that the hand drags a needle further than its own width while it is in the skin. */
  readonly tearChance: number;
  /** Chance that strokes of one needle follow each other closer than its channel is wide. */
  readonly trackMarkChance: number;
  /** Per pass, 1/m2. */
  readonly holes: Band;
  readonly dermalHoles: Band;
  /** Per pass, of holes weighted by how much of the target their tip has reached, 1/m2. */
  readonly targetHoles: Band;
  readonly bleeding: Band;
  /** Channels over a point of the surface in one pass, 1. */
  readonly perPoint: Band;
  /** For the manifest and the sensitivity: values by draw. */
  readonly columns: Readonly<Record<'dermalDensity' | 'ceiling', Float64Array>>;
}

const channelArea = ({ channelDiameter }: Punctures): number =>
  (Math.PI * channelDiameter * channelDiameter) / 4;

/** What is read of the punctures of one pass in one draw. */
const readings = {
  tipDiameter: ({ needle }) => needle.tipDiameter,
  shaftRadius: ({ needle }) => needle.shaftRadius,
  coneLength: ({ needle }) => needle.coneLength,
  pitch: ({ motion }) => motion.pitch,
  insertionDepth: (p) => p.insertionDepth,
  forcePerNeedle: (p) => p.forcePerNeedle,
  fractionPuncturing: (p) => p.fractionPuncturing,
  drag: ({ motion }) => motion.drag,
  strokeRate: ({ motion }) => motion.strokeRate ?? 0,
  outside: ({ occupancy }) => occupancy.outside,
  epidermis: ({ occupancy }) => occupancy.epidermis,
  dermis: ({ occupancy }) => occupancy.dermis,
  fat: ({ occupancy }) => occupancy.fat,
  tears: ({ motion, needle }) => (motion.drag > 2 * needle.shaftRadius ? 1 : 0),
  leavesTrackMarks: ({ motion, channelDiameter }) => ((motion.step ?? Infinity) < channelDiameter ? 1 : 0),
  holeDensity: (p) => p.holeDensity,
  dermalDensity: (p) => p.dermalDensity,
  bleedingDensity: (p) => p.bleedingDensity,
  coverage: (p) => p.holeDensity * channelArea(p),
} satisfies Record<string, (punctures: Punctures) => number>;

type Reading = keyof typeof readings;

/**
 * Runs puncture over every draw for one setting, into one column a quantity: punctures themselves are many small objects,
 * which would outlive their use and cost more to keep than to work out. A value that is not finite is a fault of the
 * stage and ends the run.
 */
const columnsOf = (
  sheet: DeviceSheet,
  settings: Settings,
  skins: readonly Skin[],
  { draws }: Ensemble,
): { readonly columns: ReadonlyMap<string, Float64Array>; readonly tracks: readonly Track[] } => {
  const columns = Object.entries<(punctures: Punctures) => number>(readings).map(([name, of]) => ({
    name,
    of,
    values: new Float64Array(skins.length),
  }));
  const tracks = skins.flatMap((skin, i) => {
    const draw = draws[i];
    if (draw === undefined) return [];
    const insertion = insertNeedles(sheet, settings, skin, draw);
    const punctures = countPunctures(insertion, 1, skin, draw);
    for (const { of, values } of columns) values[i] = of(punctures);
    return [trackOf(sheet, settings, skin, insertion, draw)];
  });
  return { columns: new Map(columns.map(({ name, values }) => [name, values])), tracks };
};

/** Runs puncture over every draw for one setting; `skins` belong to the same draws. */
export const strokeOutcome = (
  sheet: DeviceSheet,
  settings: Settings,
  skins: readonly Skin[],
  ensemble: Ensemble,
  target: Target | undefined,
): StrokeOutcome => {
  const { columns, tracks } = columnsOf(sheet, settings, skins, ensemble);
  const column = (name: Reading): Float64Array => columns.get(name) ?? new Float64Array();
  const read = (name: Reading): Float64Array => finite('puncture', name, column(name));
  const [insertionDepths, holes, dermalDensity] = [
    read('insertionDepth'),
    read('holeDensity'),
    read('dermalDensity'),
  ];
  const hits =
    target === undefined
      ? dermalDensity
      : holes.map((density, i) => density * reachedShare(target, insertionDepths[i] ?? Number.NaN));
  const strokeRate = read('strokeRate');
  // Needles that are set down one by one are infinitely far apart.
  const medianOf = (name: Shape): number => bandOf(column(name)).median;
  return {
    settings,
    shape: {
      tipDiameter: medianOf('tipDiameter'),
      shaftRadius: medianOf('shaftRadius'),
      coneLength: medianOf('coneLength'),
      pitch: medianOf('pitch'),
    },
    insertionDepths,
    tracks,
    depth: bandOf(insertionDepths),
    force: bandOf(read('forcePerNeedle')),
    fractionPuncturing: bandOf(read('fractionPuncturing')),
    drag: bandOf(read('drag')),
    strokeRate: strokeRate.some((rate) => rate > 0) ? bandOf(strokeRate) : undefined,
    occupancy: {
      outside: assessShare(read('outside')),
      epidermis: assessShare(read('epidermis')),
      dermis: assessShare(read('dermis')),
      fat: assessShare(read('fat')),
    },
    tearChance: mean(read('tears')),
    trackMarkChance: mean(read('leavesTrackMarks')),
    holes: bandOf(holes),
    dermalHoles: bandOf(dermalDensity),
    targetHoles: bandOf(finite('puncture', 'targetDensity', hits)),
    bleeding: bandOf(read('bleedingDensity')),
    perPoint: bandOf(read('coverage')),
    columns: {
      dermalDensity,
      ceiling: finite('safety', 'ceiling', new Float64Array(tracks.map(({ ceiling }) => ceiling))),
    },
  };
};

/**
 * What a session of several passes adds up to; bands follow from one pass because each is monotone in it. Holes and
 * bleeding points in 1/m², the mean way from a hole to the nearest in m.
 */
export interface SessionOutcome {
  readonly holes: Band;
  readonly dermalHoles: Band;
  readonly targetHoles: Band;
  readonly bleeding: Band;
  readonly coveredShare: Band;
  readonly nearestNeighbour: Band;
}

export const sessionOutcome = (stroke: StrokeOutcome, passes: number): SessionOutcome => {
  const holes = scaleBand(stroke.holes, passes);
  return {
    holes,
    dermalHoles: scaleBand(stroke.dermalHoles, passes),
    targetHoles: scaleBand(stroke.targetHoles, passes),
    bleeding: scaleBand(stroke.bleeding, passes),
    coveredShare: mapBand(stroke.perPoint, (perPoint) => 1 - exp(-passes * perPoint)),
    nearestNeighbour: mapBand(holes, (rho) => (rho > 0 ? 0.5 / Math.sqrt(rho) : Infinity)),
  };
};
