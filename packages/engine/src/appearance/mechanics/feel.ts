import { eightyBandsOf, type EightyBand } from '../eighty-band.ts';
import type { Tissue } from '../tissue.ts';
import { feelCourses, type FeelCourse, type Quality } from './feel-course.ts';
import { unexplainedOf, type ExplainedChange, type Magnitude, type Unexplained } from './magnitude.ts';
import type { MechanicsValues } from './modulus.ts';

/** Which way a quality goes by the end; "undecided" where too few draws agree. */
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

/** How a quality of the skin changes relative to before treatment: which way, how much at the end, and over time. */
export interface QualityForecast {
  readonly sign: SignForecast;
  readonly atEnd: Magnitude;
  readonly course: MagnitudeCourse;
}

/** Swelling by water and hyaluronan: felt as plump, gone soon, and never part of what lasts. */
export interface SwellingForecast {
  /** Gain in thickness of the dermis, relative to rest, one band a time. */
  readonly course: readonly EightyBand[];
  /** When the median skin is swollen, s: once after each session, or never. */
  readonly spans: readonly Span[];
}

/** First and last time that was computed, s after the first session. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** What skin feels like after treatment, relative to before it. */
export interface Feel {
  /** s after the first session */
  readonly times: Float64Array;
  /** Draws of the tissue; 1 stands for a single run, whose bands have no width and mean nothing. */
  readonly draws: number;
  readonly qualities: Readonly<Record<Quality, QualityForecast>>;
  /** Tangent modulus: what suction hardly sees (theory page appearance). Water has no part in it. */
  readonly modulus: QualityForecast;
  readonly swelling: SwellingForecast;
}

/** Share of draws that have to agree before a sign is told; the ends of an 80 % band then lie on one side. */
const agreement = 9 / 10;

const signOf = (
  changes: readonly number[],
  { series }: Unexplained,
  { leastChange }: MechanicsValues,
): SignForecast => {
  const shareOf = (holds: (change: number) => boolean): number =>
    changes.filter(holds).length / changes.length;
  const up = shareOf((change) => change > leastChange);
  const down = shareOf((change) => change < -leastChange);
  const still = shareOf((change) => Math.abs(change) <= leastChange);
  const agreed = (
    [
      [up, 'up'],
      [down, 'down'],
      [still, 'unchanged'],
    ] as const
  ).find(([share]) => share >= agreement);
  const measured = Math.sign(series?.measured ?? 0);
  const isContradicted = (agreed?.[1] === 'up' && measured < 0) || (agreed?.[1] === 'down' && measured > 0);
  return { sign: agreed?.[1] ?? 'undecided', up, down, isContradicted };
};

const changesOf = (bands: readonly EightyBand[]): readonly ExplainedChange[] =>
  bands.map(({ tenth, middle, ninetieth }) => ({
    tenth: tenth - 1,
    middle: middle - 1,
    ninetieth: ninetieth - 1,
  }));

/** The course of one thing in every draw, relative to before. */
interface Series {
  readonly felt: readonly Float64Array[];
  readonly lasting: readonly Float64Array[];
}

const forecastOf = (
  { felt, lasting }: Series,
  quality: Quality | 'modulus',
  values: MechanicsValues,
): QualityForecast => {
  const bands = changesOf(eightyBandsOf(lasting));
  const explained = bands.at(-1) ?? { tenth: Number.NaN, middle: Number.NaN, ninetieth: Number.NaN };
  const unexplained = unexplainedOf(quality, explained.middle, values);
  const ends = lasting.map((values) => (values.at(-1) ?? Number.NaN) - 1);
  return {
    sign: signOf(ends, unexplained, values),
    atEnd: { explained, unexplained },
    course: { felt: changesOf(eightyBandsOf(felt)), lasting: bands, unexplained },
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
  const of = (quality: Quality): QualityForecast => {
    const felt = courses.map((course) => course.felt[quality]);
    const lasting = courses.map((course) => course.lasting[quality]);
    return forecastOf({ felt, lasting }, quality, central);
  };
  const modulus = courses.map((course) => course.modulus);
  return {
    times: tissue.times,
    draws: tissue.draws.length,
    qualities: { firmness: of('firmness'), bounciness: of('bounciness'), resilience: of('resilience') },
    modulus: forecastOf({ felt: modulus, lasting: modulus }, 'modulus', central),
    swelling: swellingOf(tissue.times, courses, central),
  };
};
