import type { SiteId } from '../atlas/site-ids.ts';
import type { IndicationId } from './indication.ts';
import type { Source } from '../provenance/reference.ts';
import {
  evidenceTags,
  type Course,
  type CourseRegion,
  type EvidenceTag,
  type Route,
} from './protocol-schema.ts';
import { protocols } from './protocols.ts';

/** Needle lengths documented for an indication, in metres, all of one evidence tag. */
export interface DocumentedLengths {
  /** Missing where only an upper limit is documented. */
  readonly shortest: number | undefined;
  readonly longest: number;
  /** False when no course of the region states a length and other regions had to stand in. */
  readonly atThisRegion: boolean;
  readonly tag: EvidenceTag;
  /** Lengths that were used, or only the limit of a clearance. */
  readonly kind: 'used' | 'clearance limit';
  readonly courses: readonly string[];
  readonly sources: readonly Source[];
}

/** Which documented courses needle lengths are taken from, beside indication and region. */
export interface LengthQuery {
  /** Needles alone unless said otherwise. */
  readonly route?: Route;
  /** Leaves out courses meant for other sites. */
  readonly site?: SiteId;
}

/** The best-supported lengths, or undefined where no course states any. */
export function lengthsFor(
  indication: IndicationId,
  region: CourseRegion,
  query: LengthQuery = {},
): DocumentedLengths | undefined {
  return lengthsByTag(indication, region, query)[0];
}

/**
 * One entry per evidence tag, strongest first; lengths that were used come before limits of a clearance.
 * Tags are kept apart because a label, a trial and a clinic guide answer different questions. Courses for
 * specialists only are left out.
 */
export function lengthsByTag(
  indication: IndicationId,
  region: CourseRegion,
  { route = 'needling', site }: LengthQuery = {},
): readonly DocumentedLengths[] {
  const candidates = protocols().courses.filter(
    (course) =>
      course.indication === indication &&
      course.route === route &&
      course.lengths !== undefined &&
      !course.specialist_only &&
      (site === undefined || (course.sites?.includes(site) ?? true)),
  );
  const here = candidates.filter((course) => covers(course.region, region));
  const chosen = here.length > 0 ? here : candidates;
  return (['used', 'clearance limit'] as const).flatMap((kind) =>
    evidenceTags.flatMap((tag) => {
      const group = chosen.filter((course) => course.tag === tag && course.lengths_are === kind);
      return group.length > 0 ? [summarise(group, { tag, kind, atThisRegion: here.length > 0 })] : [];
    }),
  );
}

/** A course of the body speaks for the abdomen, one of any region for each. */
function covers(documented: CourseRegion, asked: CourseRegion): boolean {
  if (documented === asked || documented === 'any' || asked === 'any') return true;
  return documented === 'body' && asked === 'abdomen';
}

type Group = Pick<DocumentedLengths, 'tag' | 'kind' | 'atThisRegion'>;

function summarise(courses: readonly Course[], group: Group): DocumentedLengths {
  const lengths = courses.flatMap((course) => (course.lengths ? [course.lengths] : []));
  const lows = lengths.flatMap(({ min, typical }) => min ?? typical ?? []);
  const highs = lengths.flatMap(({ max, typical }) => max ?? typical ?? []);
  return {
    shortest: lows.length > 0 ? Math.min(...lows) : undefined,
    longest: Math.max(...highs),
    ...group,
    courses: courses.map(({ id }) => id),
    sources: courses.flatMap(({ sources }) => sources),
  };
}
