import type { RestingCollagen, Tissue, TissueCourse } from '../tissue.ts';
import { readSuction } from './cutometer.ts';
import type { MechanicsValues, TissueMoment } from './modulus.ts';

/** Qualities of the skin that one cycle of suction shows. */
export const qualities = ['firmness', 'bounciness', 'resilience'] as const;

/** Defined in the glossary, each relative to the same skin before treatment, which has 1. */
export type Quality = (typeof qualities)[number];

/** One value a time, relative to rest. */
export type QualityCourse = Readonly<Record<Quality, Float64Array>>;

/** One draw of what the skin feels like over time. */
export interface FeelCourse {
  /** With the water the skin holds at the time. */
  readonly felt: QualityCourse;
  /** The same tissue without any excess of water: what is no swelling. */
  readonly lasting: QualityCourse;
  /** Gain in thickness by water and hyaluronan, relative to the dermis at rest (appearance.11). Transient. */
  readonly swelling: Float64Array;
  /** Tangent shear modulus relative to rest. */
  readonly modulus: Float64Array;
}

const atRest: TissueMoment = {
  collagen: 1,
  functionalI: 1,
  three: 1,
  crossLinks: 1,
  elastin: 1,
  hyaluronan: 1,
  water: 1,
};

const momentOf = (course: TissueCourse, i: number): TissueMoment => {
  const at = (column: Float64Array): number => column[i] ?? Number.NaN;
  return {
    collagen: at(course.collagen),
    functionalI: at(course.functionalI),
    three: at(course.three),
    crossLinks: at(course.crossLinks),
    elastin: at(course.elastin),
    hyaluronan: at(course.hyaluronan),
    water: at(course.water),
  };
};

/** Water is an excess over rest; a deficit would be dryness, which is no swelling. */
const swellingOf = (
  { water, hyaluronan }: TissueMoment,
  { waterSwelling, hyaluronanSwelling }: MechanicsValues,
): number => Math.max(0, waterSwelling * (water - 1)) + Math.max(0, hyaluronanSwelling * (hyaluronan - 1));

const feelAt = (
  moment: TissueMoment,
  rest: RestingCollagen,
  values: MechanicsValues,
): Readonly<Record<Quality | 'modulus', number>> => {
  const now = readSuction(moment, rest, values);
  const before = readSuction(atRest, rest, values);
  return {
    firmness: before.r0 / now.r0,
    bounciness: now.bounciness / before.bounciness,
    resilience: now.resilience / before.resilience,
    modulus: now.modulus / before.modulus,
  };
};

const columns = (points: readonly Readonly<Record<Quality, number>>[]): QualityCourse => ({
  firmness: new Float64Array(points.map(({ firmness }) => firmness)),
  bounciness: new Float64Array(points.map(({ bounciness }) => bounciness)),
  resilience: new Float64Array(points.map(({ resilience }) => resilience)),
});

/** What one draw of the tissue feels like, by one draw of the mechanics. */
export const feelCourse = (
  course: TissueCourse,
  rest: RestingCollagen,
  values: MechanicsValues,
): FeelCourse => {
  const moments = Array.from(course.collagen, (_, i) => momentOf(course, i));
  const felt = moments.map((moment) => feelAt(moment, rest, values));
  const lasting = moments.map((moment) => feelAt({ ...moment, water: 1 }, rest, values));
  return {
    felt: columns(felt),
    lasting: columns(lasting),
    swelling: new Float64Array(moments.map((moment) => swellingOf(moment, values))),
    modulus: new Float64Array(felt.map(({ modulus }) => modulus)),
  };
};

/** Every draw of the tissue with the draw of the mechanics of the same index; these go round where they are fewer. */
export const feelCourses = (tissue: Tissue, draws: readonly MechanicsValues[]): readonly FeelCourse[] =>
  tissue.draws.map((course, i) => {
    const values = draws[i % draws.length];
    if (values === undefined)
      throw new RangeError('the mechanics need at least one draw of their parameters');
    return feelCourse(course, tissue.rest, values);
  });
