import { lesionsFor, type Lesion } from '@percuta/evidence';
import { BadInput } from '../error.ts';
import type { Case } from '../case/case.ts';

/** Where in the skin the concern lies, as weighted depth intervals in m. */
export interface Target {
  readonly intervals: readonly { readonly weight: number; readonly min: number; readonly max: number }[];
  readonly lesions: readonly Lesion[];
}

const shareOf = (lesion: Lesion, given: Case): number => {
  const stated = given.concern.subtypes;
  if (stated !== undefined) return stated[lesion.subtype] ?? 0;
  return lesion.share === undefined ? 1 : (lesion.share.min + lesion.share.max) / 2;
};

const refuseUnknown = (given: Case, lesions: readonly Lesion[]): void => {
  const known = lesions.map(({ subtype }) => subtype);
  const problems = Object.keys(given.concern.subtypes ?? {})
    .filter((subtype) => !known.includes(subtype))
    .map((subtype) => ({
      path: `concern.subtypes.${subtype}`,
      given: subtype,
      problem: `is not a subtype of ${given.concern.indication}`,
      allowed: known.join(', '),
      remedy: 'use one of these or leave subtypes out',
    }));
  if (problems.length > 0) throw new BadInput(problems);
};

/** The target of an indication, or undefined where no depth is documented. Throws BadInput for unknown subtypes. */
export const targetOf = (given: Case): Target | undefined => {
  const all = lesionsFor(given.concern.indication);
  refuseUnknown(given, all);
  const lesions = all.filter(({ depth }) => depth !== 'unknown');
  const weights = lesions.map((lesion) => shareOf(lesion, given));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return undefined;
  const intervals = lesions.flatMap(({ depth }, i) =>
    depth === 'unknown' || depth.max === undefined
      ? []
      : [{ weight: (weights[i] ?? 0) / total, min: depth.min ?? 0, max: depth.max }],
  );
  return { intervals, lesions };
};

/** Share of the target that a tip at this depth (m) has reached; each interval fills evenly with depth. */
export const reachedShare = (target: Target, depth: number): number =>
  target.intervals.reduce(
    (sum, { weight, min, max }) => sum + weight * Math.min(Math.max((depth - min) / (max - min), 0), 1),
    0,
  );
