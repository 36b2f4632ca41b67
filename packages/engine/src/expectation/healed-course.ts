import {
  courseBandsOf,
  readCourse,
  type CourseBands,
  type CourseReading,
} from '../appearance/course-bands.ts';
import { tissueCourseOf, tissueOf } from '../appearance/tissue-of.ts';
import type { Tissue, TissueCourse } from '../appearance/tissue.ts';
import type { HealValues } from '../heal/heal-stage.ts';
import type { Healing } from '../heal/result/healing.ts';
import { laidDown, type CourseShape } from './course-shape.ts';

/** What later links read from healing: over the draws of the ensemble, or from the central run where there is none. */
export interface HealedCourse {
  readonly tissue: Tissue;
  readonly bands: CourseBands;
  readonly shape: CourseShape;
}

/** What is read of one draw. */
export interface HealedDraw {
  readonly tissue: TissueCourse;
  readonly reading: CourseReading;
  readonly laidDown: Float64Array;
}

export const drawOf = (healing: Healing, values: HealValues): HealedDraw => ({
  tissue: tissueCourseOf(healing),
  reading: readCourse(healing, values),
  laidDown: laidDown(healing),
});

/** `healing` is a run of the same zone: its times and sessions are those of every draw. */
export const courseOf = (healing: Healing, draws: readonly HealedDraw[]): HealedCourse => ({
  tissue: tissueOf(
    healing,
    draws.map(({ tissue }) => tissue),
  ),
  bands: courseBandsOf(
    healing,
    draws.map(({ reading }) => reading),
  ),
  shape: {
    times: healing.times,
    sessions: healing.sessions,
    draws: draws.map((draw) => draw.laidDown),
  },
});
