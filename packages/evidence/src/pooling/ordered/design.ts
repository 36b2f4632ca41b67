import { cholesky, type Matrix } from '@percuta/numerics';
import { joined, orderedLikelihood, type Link } from '../mixed/ordered.ts';
import type { Unit } from '../mixed/unit.ts';
import { requireOrderedStudy, requirePlacedCuts, type OrderedArm, type OrderedStudy } from './study.ts';

/** Coefficients in order: effects of the treatments, heights of the cuts after the first, levels of the studies. */
export interface Design {
  readonly treatments: readonly string[];
  readonly heights: readonly string[];
  readonly units: readonly Unit[];
}

interface DesignOptions {
  readonly link: Link;
  readonly reference: string;
  readonly isRandom: boolean;
}

export function designOf(
  studies: readonly OrderedStudy[],
  cuts: readonly string[],
  options: DesignOptions,
): Design {
  for (const study of studies) requireOrderedStudy(study, cuts);
  requirePlacedCuts(studies, cuts);
  const named = studies.flatMap(({ arms }) => arms.map(({ treatment }) => treatment));
  if (!named.includes(options.reference))
    throw new RangeError(`no arm has the reference ${options.reference}`);
  const treatments = [...new Set(named)].filter((name) => name !== options.reference);
  const heights = cuts.slice(1);
  const units = studies.map((study, s) => {
    const level = treatments.length + heights.length + s;
    return unitOf(study, { treatments, heights, level, ...options });
  });
  return { treatments, heights, units };
}

interface Context extends DesignOptions {
  readonly treatments: readonly string[];
  readonly heights: readonly string[];
  /** Place of the coefficient of this study. */
  readonly level: number;
}

function unitOf({ cuts, arms }: OrderedStudy, context: Context): Unit {
  const { level, link, isRandom } = context;
  const rows = arms.flatMap((arm) => cuts.map((cut) => rowOf(arm, cut, context)));
  const active = [...new Set([...rows.flatMap((row) => [...row.keys()]), level])];
  const loadings = isRandom ? loadingsOf(arms) : arms.map(() => []);
  return {
    active,
    x: rows.map((row) => active.map((place) => row.get(place) ?? 0)),
    z: arms.flatMap((_, a) => cuts.map(() => loadings[a])),
    scales: (loadings[0] ?? []).map(() => 0),
    evaluate: joined(
      arms.map(({ counts }) => ({ size: cuts.length, evaluate: orderedLikelihood(link, counts) })),
    ),
  };
}

/** level + effect - height, the coefficients that are not zero. */
function rowOf(
  { treatment }: OrderedArm,
  cut: string,
  { treatments, heights, level }: Context,
): Map<number, number> {
  const row = new Map([[level, 1]]);
  const effect = treatments.indexOf(treatment);
  const height = heights.indexOf(cut);
  if (effect >= 0) row.set(effect, 1);
  if (height >= 0) row.set(treatments.length + height, -1);
  return row;
}

/**
 * Random effects against the first treatment of the study: variance 1, correlation 1/2. The mean over people is
 * taken out: it is the level of the study, and left in, a fitted level would take spread from the effects (the
 * bias that the coding -1/2, 1/2 avoids for two equal arms; D. Jackson et al., Stat. Med. 37:1059, 2018).
 */
function loadingsOf(arms: readonly OrderedArm[]): Matrix {
  const others = [...new Set(arms.map(({ treatment }) => treatment))].slice(1);
  const root = cholesky(others.map((_, i) => others.map((__, j) => (i === j ? 1 : 0.5))));
  const rows = arms.map(({ treatment }) => root[others.indexOf(treatment)] ?? others.map(() => 0));
  const sizes = arms.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0));
  const people = sizes.reduce((sum, n) => sum + n, 0);
  const mean = others.map((_, q) => rows.reduce((sum, row, a) => sum + (row[q] * sizes[a]) / people, 0));
  return rows.map((row) => row.map((value, q) => value - mean[q]));
}
