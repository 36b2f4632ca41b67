import { forecastFor, lesions, type CourseRegion, type Lesion, type Route } from '@percuta/evidence';
import { eightyBandOf, type EightyBand } from '../eighty-band.ts';
import type { Tissue } from '../tissue.ts';
import { gradedSpread } from './graded-spread.ts';
import { addMaps, heightMap, type HeightMap } from './height-map.ts';
import { measureLesion, type LesionMeasure } from './lesion-measure.ts';
import { lesionShape, type LesionShape, type ReliefLesion } from './lesion-shape.ts';
import { microRelief, type ReliefValues } from './micro-relief.ts';
import { outcomesOf, type Outcomes } from './response.ts';
import { roughnessOf, type Roughness } from './roughness.ts';

/** The patches that a relief is drawn for: before, and the worst, median and best that trials lead one to expect. */
export const reliefStates = ['before', 'worst', 'median', 'best'] as const;
/** Before treatment, or how well it went. */
export type ReliefState = (typeof reliefStates)[number];

/** One patch of synthetic skin. */
export interface ReliefPatch {
  readonly state: ReliefState;
  /** Share of the lesion that is gone; below 0 where it is deeper. */
  readonly improvement: number;
  readonly map: HeightMap;
  readonly roughness: Roughness;
  /** Absent where the texture itself is treated. */
  readonly lesion?: LesionMeasure;
}

/** What the volume of the dermis accounts for, and what it does not. */
export interface ReliefExplanation {
  /** Most that the gain in volume can lift the floor, m: all of it below the lesion, none around it (appearance.17). */
  readonly lift: EightyBand;
  /** What of the median change in depth is more than that, m; below 0 where the volume could do more. */
  readonly unexplained: number;
}

interface Common {
  readonly lesion: ReliefLesion;
  /** What it is called in a sentence. */
  readonly name: string;
  /** Where the lesion was put in its described range, 0 to 1. */
  readonly share: number;
  readonly before: ReliefPatch;
}

/** Before, worst expected, median and best expected. */
export interface ReliefForecast extends Common {
  readonly status: 'forecast';
  readonly patches: readonly ReliefPatch[];
  readonly outcomes: Outcomes;
  readonly explanation: ReliefExplanation;
  /** Certainty of the evidence behind the spread. */
  readonly certainty: string;
  /** Who was graded, by whom, against what. */
  readonly statement: string;
}

/** No trial counted people for this lesion and route, so there is no spread to show. */
export interface ReliefUnknown extends Common {
  readonly status: 'not forecast';
  readonly reason: string;
  readonly lift: EightyBand;
}

/** The relief of a lesion before treatment and, where a trial counted people, after it. */
export type Relief = ReliefForecast | ReliefUnknown;

/** Which lesion is drawn, how deep in its range, and for which needles and region trials are asked. */
export interface ReliefQuestion {
  readonly lesion: ReliefLesion;
  readonly route: Route;
  readonly region: CourseRegion;
  /** Where the lesion stands in its described range, 0 to 1; the middle if not given. */
  readonly share?: number;
  /** Dermis under the lesion, m. */
  readonly dermis: number;
  readonly seed: number;
}

/** Cells along a side, and the least side of a patch, m: three widths of a lesion where that is more. */
const cells = 144;
const leastSide = 6e-3;

const sizeOf = (width: number): Pick<HeightMap, 'nx' | 'ny' | 'spacing'> => ({
  nx: cells,
  ny: cells,
  spacing: Math.max(leastSide, 3 * width) / cells,
});

interface Ground {
  readonly shape: LesionShape;
  readonly texture: HeightMap;
  readonly pit: HeightMap;
  readonly isTexture: boolean;
}

const groundOf = ({ lesion, share = 0.5, seed }: ReliefQuestion, values: ReliefValues): Ground => {
  const shape = lesionShape(lesion, share, values);
  const size = sizeOf(shape.width);
  return {
    shape,
    texture: microRelief(size, values, seed),
    pit: heightMap(size, (x, y) => -shape.depth * shape.profile(x, y)),
    isTexture: lesion === 'skin-lines',
  };
};

/** The lesion loses a share of its depth everywhere; where the texture is what is treated, it does (appearance.18). */
const patchOf = (
  { shape, texture, pit, isTexture }: Ground,
  state: ReliefState,
  improvement: number,
): ReliefPatch => {
  const left = 1 - improvement;
  const map = isTexture
    ? { ...texture, data: texture.data.map((z) => z * left) }
    : addMaps(texture, pit, left);
  const common = { state, improvement, map, roughness: roughnessOf(map) };
  return isTexture ? common : { ...common, lesion: measureLesion(map, shape.inside) };
};

/** Collagen above rest at the last time, relative, one value a draw. */
const gainsOf = ({ draws }: Tissue): number[] =>
  draws.map(({ collagen }) => (collagen.at(-1) ?? Number.NaN) - 1);

const noLift: EightyBand = { tenth: 0, middle: 0, ninetieth: 0 };

/** Volume below the texture lifts lines and fields alike, so it explains nothing of a change in texture. */
const explanationOf = (ground: Ground, median: number, lift: EightyBand): ReliefExplanation => {
  if (ground.isTexture) return { lift: noLift, unexplained: median * roughnessOf(ground.texture).sz };
  return { lift, unexplained: median * ground.shape.depth - lift.middle };
};

const describedAs = (id: ReliefLesion): Lesion => {
  const known = lesions().find((lesion) => lesion.id === id);
  if (known === undefined) throw new RangeError(`the evidence describes no lesion "${id}"`);
  return known;
};

/**
 * A strip of one patch: before, and at the 5 %, 50 % and 95 % points of people and draws. The patch is synthetic; its
 * lesion has the described geometry. `draws` are those of the relief, `central` their central values.
 */
export const relief = (
  question: ReliefQuestion,
  tissue: Tissue,
  draws: readonly ReliefValues[],
  central: ReliefValues,
): Relief => {
  const ground = groundOf(question, central);
  const before = patchOf(ground, 'before', 0);
  const { name, indication } = describedAs(question.lesion);
  const common = { lesion: question.lesion, name, share: question.share ?? 0.5, before };
  const gains = gainsOf(tissue);
  const lift = eightyBandOf(
    gains.map((gain, i) => question.dermis * (draws[i % draws.length] ?? central).volumeShare * gain),
  );
  const evidence = forecastFor(indication, question.route, question.region);
  if (evidence.status !== 'estimated')
    return { ...common, status: 'not forecast', reason: evidence.reason, lift };
  const outcomes = outcomesOf(gradedSpread(evidence, central.worstDeepening), gains, draws);
  return {
    ...common,
    status: 'forecast',
    patches: [
      before,
      patchOf(ground, 'worst', outcomes.worst),
      patchOf(ground, 'median', outcomes.median),
      patchOf(ground, 'best', outcomes.best),
    ],
    outcomes,
    explanation: explanationOf(ground, outcomes.median, lift),
    certainty: evidence.certainty.grade,
    statement: evidence.statement,
  };
};
