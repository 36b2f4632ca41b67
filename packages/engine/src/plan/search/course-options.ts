import {
  courseRegionOf,
  evidenceTags,
  protocols,
  type Course as DocumentedCourse,
  type EvidenceTag,
  type Route,
  type Site,
  type Source,
} from '@percuta/evidence';
import type { Case } from '../../case/case.ts';
import type { Course } from '../../safety/limit.ts';

/** A number of sessions and an interval that somebody has used, with who says so. */
export interface CourseOption extends Course {
  readonly tag: EvidenceTag;
  readonly sources: readonly Source[];
  readonly basis: string;
  readonly isFromThisRegion: boolean;
}

/** Ranges wider than this say what has been done somewhere, not what a course is. */
const widestRange = 3;

interface Span {
  readonly typical?: number | undefined;
  readonly min: number;
  readonly max: number;
}

const choices = ({ typical, min, max }: Span): number[] => {
  if (typical !== undefined) return [typical];
  return min === max ? [min] : [min, max];
};

const isNarrow = ({ typical, min, max }: Span): boolean => typical !== undefined || max <= widestRange * min;

const optionsOf = (documented: DocumentedCourse, isFromThisRegion: boolean): CourseOption[] => {
  const { sessions, interval, tag, sources, id } = documented;
  if (sessions === undefined || !isNarrow(sessions)) return [];
  const intervals =
    interval === undefined || !isNarrow(interval) ? [protocols().defaults.interval] : choices(interval);
  return choices(sessions).flatMap((count) =>
    intervals.map((time) => ({
      sessions: count,
      interval: count > 1 ? time : undefined,
      tag,
      sources,
      basis: id,
      isFromThisRegion,
    })),
  );
};

const covers = (documented: DocumentedCourse, site: Site): boolean => {
  const region = courseRegionOf(site.id);
  const sameRegion =
    documented.region === region ||
    documented.region === 'any' ||
    (documented.region === 'body' && region === 'abdomen');
  return sameRegion && (documented.sites?.includes(site.id) ?? true);
};

const key = ({ sessions, interval }: Course): string => `${sessions}/${interval ?? 0}`;

const withDefault = (options: readonly CourseOption[]): readonly CourseOption[] => {
  if (options.length > 0) return options;
  const { interval, sessions, tag, sources } = protocols().defaults;
  return [{ sessions, interval, tag, sources, basis: 'planner default', isFromThisRegion: false }];
};

const optionsBy = (given: Case, site: Site, route: Route): readonly CourseOption[] => {
  const documented = protocols().courses.filter(
    (course) =>
      course.indication === given.concern.indication && course.route === route && !course.specialist_only,
  );
  const here = documented
    .filter((course) => covers(course, site))
    .flatMap((course) => optionsOf(course, true));
  const elsewhere = documented.flatMap((course) => optionsOf(course, false));
  return here.length > 0 ? here : elsewhere;
};

/**
 * The courses documented for an indication: those of the region where there are any, else of other regions, else
 * the planner's default; each once, the best supported first. Where none is documented with radio frequency, those of
 * needles alone stand in.
 */
export const courseOptions = (
  given: Case,
  site: Site,
  route: Route = 'needling',
): readonly CourseOption[] => {
  const own = optionsBy(given, site, route);
  const options = withDefault(own.length > 0 ? own : optionsBy(given, site, 'needling'));
  const bySupport = options.toSorted((a, b) => evidenceTags.indexOf(a.tag) - evidenceTags.indexOf(b.tag));
  const keys = bySupport.map(key);
  return bySupport.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
};
