import { eightyBandsOf, type EightyBand } from '../eighty-band.ts';
import type { Tissue } from '../tissue.ts';
import { feelCourses, qualities, type FeelCourse, type Quality } from './feel-course.ts';
import { unexplainedOf, type ExplainedChange, type Magnitude, type Unexplained } from './magnitude.ts';
import type { MechanicsValues } from './modulus.ts';

export type Sign = 'up' | 'down' | 'unchanged' | 'undecided';

/** Which way a quality goes by the end, and how many draws say so. */
export interface SignForecast {
  readonly sign: Sign;
  /** Share of draws that go up, and that go down. */
  readonly up: number;
  readonly down: number;
  /** The one series that was measured in people went the other way. */
  readonly isContradicted: boolean;
}

/** A quality over time; the bands have no meaning without what is unexplained. */
export interface MagnitudeCourse {
  /** Relative changes, one band a time: with the water of the time, and without any excess of it. */
  readonly felt: readonly ExplainedChange[];
  readonly lasting: readonly ExplainedChange[];
  readonly unexplained: Unexplained;
}

export interface QualityForecast {
  readonly sign: SignForecast;
  readonly atEnd: Magnitude;
  readonly course: MagnitudeCourse;
}

/** Swelling by water and hyaluronan: felt as plump, gone soon, and never part of what lasts. */
export interface SwellingForecast {
  /** Gain in thickness of the dermis, one band a time. */
  readonly course: readonly EightyBand[];
  /** When the median skin is swollen, s: once after each session, or never. */
  readonly spans: readonly Span[];
}

/** First and last time that was computed. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** What skin feels like after treatment, relative to before it. */
export interface Feel {
  /** s after the first session */
  readonly times: Float64Array;
  readonly qualities: Readonly<Record<Quality, QualityForecast>>;
  readonly swelling: SwellingForecast;
}

/** Share of draws that have to agree before a sign is told; the ends of an 80 % band then lie on one side. */
const agreement = 9 / 10;

const signOf = (changes: readonly number[], { series }: Unexplained): SignForecast => {
  const up = changes.filter((change) => change > 0).length / changes.length;
  const down = changes.filter((change) => change < 0).length / changes.length;
  const sign =
    up >= agreement ? 'up' : down >= agreement ? 'down' : up + down === 0 ? 'unchanged' : 'undecided';
  const measured = Math.sign(series?.measured ?? 0);
  const isContradicted = (sign === 'up' && measured < 0) || (sign === 'down' && measured > 0);
  return { sign, up, down, isContradicted };
};

const changesOf = (bands: readonly EightyBand[]): readonly ExplainedChange[] =>
  bands.map(({ tenth, middle, ninetieth }) => ({
    tenth: tenth - 1,
    middle: middle - 1,
    ninetieth: ninetieth - 1,
  }));

const forecastOf = (
  quality: Quality,
  courses: readonly FeelCourse[],
  values: MechanicsValues,
): QualityForecast => {
  const lasting = changesOf(eightyBandsOf(courses.map((course) => course.lasting[quality])));
  const felt = changesOf(eightyBandsOf(courses.map((course) => course.felt[quality])));
  const explained = lasting.at(-1) ?? { tenth: Number.NaN, middle: Number.NaN, ninetieth: Number.NaN };
  const unexplained = unexplainedOf(quality, explained.middle, values);
  return {
    sign: signOf(
      courses.map((course) => (course.lasting[quality].at(-1) ?? Number.NaN) - 1),
      unexplained,
    ),
    atEnd: { explained, unexplained },
    course: { felt, lasting, unexplained },
  };
};

const swellingOf = (
  times: Float64Array,
  courses: readonly FeelCourse[],
  { swollenFrom }: MechanicsValues,
): SwellingForecast => {
  const course = eightyBandsOf(courses.map(({ swelling }) => swelling));
  const isSwollen = course.map(({ middle }) => middle > swollenFrom);
  const spans: Span[] = [];
  times.forEach((time, i) => {
    if (isSwollen[i] !== true) return;
    const before = isSwollen[i - 1] === true ? spans.pop() : undefined;
    spans.push({ from: before?.from ?? time, until: time });
  });
  return { course, spans };
};

/**
 * The forecast of what skin feels like. `draws` are those of the mechanics, `central` their central values. Sign and
 * size are those of the lasting tissue at the last time; swelling stands apart.
 */
export const feel = (tissue: Tissue, draws: readonly MechanicsValues[], central: MechanicsValues): Feel => {
  const courses = feelCourses(tissue, draws);
  const [firmness, bounciness, resilience] = qualities.map((quality) =>
    forecastOf(quality, courses, central),
  );
  if (firmness === undefined || bounciness === undefined || resilience === undefined) {
    throw new RangeError('every quality needs a forecast');
  }
  return {
    times: tissue.times,
    qualities: { firmness, bounciness, resilience },
    swelling: swellingOf(tissue.times, courses, central),
  };
};
