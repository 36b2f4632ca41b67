import type { DeviceSheet } from '@percuta/evidence';
import { exp, mean } from '@percuta/numerics';
import { bandOf, mapBand, scaleBand, type Band } from '../band.ts';
import type { Settings } from '../case/protocol.ts';
import type { Ensemble } from '../ensemble.ts';
import { finite } from '../stage.ts';
import {
  countPunctures,
  insertNeedles,
  type Insertion,
  type Occupancy,
  type Punctures,
} from '../puncture/puncture.ts';
import type { Assessed, Track } from '../safety/limit.ts';
import { assessShare } from '../safety/share.ts';
import { trackOf } from '../safety/track.ts';
import type { Skin } from '../skin/skin.ts';
import { reachedShare, type Target } from './target.ts';

/** What one setting of depth, speed and frequency does in one pass, over all draws. */
export interface StrokeOutcome {
  readonly settings: Settings;
  readonly insertions: readonly Insertion[];
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
  readonly columns: Readonly<Record<'insertionDepth' | 'dermalDensity' | 'ceiling', Float64Array>>;
}

/** One quantity over the draws; a value that is not finite is a fault of the stage and ends the run. */
const collect = <T>(items: readonly T[], field: string, of: (item: T) => number): Float64Array => {
  const values = new Float64Array(items.length);
  items.forEach((item, i) => {
    values[i] = of(item);
  });
  return finite('puncture', field, values);
};

const chance = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  mean(collect(items, 'chance', (item) => (holds(item) ? 1 : 0)));

const occupancyOf = (punctures: readonly Punctures[]): StrokeOutcome['occupancy'] => ({
  outside: assessShare(collect(punctures, 'occupancy', ({ occupancy }) => occupancy.outside)),
  epidermis: assessShare(collect(punctures, 'occupancy', ({ occupancy }) => occupancy.epidermis)),
  dermis: assessShare(collect(punctures, 'occupancy', ({ occupancy }) => occupancy.dermis)),
  fat: assessShare(collect(punctures, 'occupancy', ({ occupancy }) => occupancy.fat)),
});

const channelArea = ({ channelDiameter }: Punctures): number =>
  (Math.PI * channelDiameter * channelDiameter) / 4;

/** Runs puncture over every draw for one setting; `skins` belong to the same draws. */
export const strokeOutcome = (
  sheet: DeviceSheet,
  settings: Settings,
  skins: readonly Skin[],
  ensemble: Ensemble,
  target: Target | undefined,
): StrokeOutcome => {
  const onePass: Punctures[] = [];
  const tracks: Track[] = [];
  ensemble.draws.forEach((draw, i) => {
    const skin = skins[i];
    if (skin === undefined) return;
    const insertion = insertNeedles(sheet, settings, skin, draw);
    onePass.push(countPunctures(insertion, 1, skin, draw));
    tracks.push(trackOf(sheet, settings, skin, insertion, draw));
  });
  const holes = collect(onePass, 'holeDensity', (p) => p.holeDensity);
  const dermalDensity = collect(onePass, 'dermalDensity', (p) => p.dermalDensity);
  const depths = collect(onePass, 'insertionDepth', (p) => p.insertionDepth);
  const hits = collect(onePass, 'targetDensity', (p) =>
    target === undefined ? p.dermalDensity : p.holeDensity * reachedShare(target, p.insertionDepth),
  );
  const [first] = onePass;
  return {
    settings,
    insertions: onePass,
    tracks,
    depth: bandOf(depths),
    force: bandOf(collect(onePass, 'forcePerNeedle', (p) => p.forcePerNeedle)),
    fractionPuncturing: bandOf(collect(onePass, 'fractionPuncturing', (p) => p.fractionPuncturing)),
    drag: bandOf(collect(onePass, 'drag', (p) => p.motion.drag)),
    strokeRate:
      first?.motion.strokeRate === undefined
        ? undefined
        : bandOf(collect(onePass, 'strokeRate', (p) => p.motion.strokeRate ?? 0)),
    occupancy: occupancyOf(onePass),
    tearChance: chance(onePass, (p) => p.motion.drag > 2 * p.needle.shaftRadius),
    trackMarkChance: chance(onePass, (p) => (p.motion.step ?? Infinity) < p.channelDiameter),
    holes: bandOf(holes),
    dermalHoles: bandOf(dermalDensity),
    targetHoles: bandOf(hits),
    bleeding: bandOf(collect(onePass, 'bleedingDensity', (p) => p.bleedingDensity)),
    perPoint: bandOf(collect(onePass, 'coverage', (p) => p.holeDensity * channelArea(p))),
    columns: {
      insertionDepth: depths,
      dermalDensity,
      ceiling: collect(tracks, 'ceiling', (track) => track.ceiling),
    },
  };
};

/** What a session of several passes adds up to; bands follow from one pass because each is monotone in it. */
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
