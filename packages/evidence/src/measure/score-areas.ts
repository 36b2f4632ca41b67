import { isUnverified } from '../provenance/read.ts';
import { measure } from './measures.ts';
import type { Ratings, Score } from './score.ts';

/** Melasma indices: for each part of the face its weight × area class (0 to 6) × the sum of what is graded (0 to 4). */
export function scoreAreas(id: 'masi' | 'mmasi', parts: Readonly<Record<string, Ratings>>): Score {
  const rules = areaRules(id);
  const points = rules.parts
    .map(({ id: part, weight }) => {
      const ratings = parts[part] ?? {};
      const graded = rules.graded.map((name) => rated(ratings[name], `${part}, ${name}`, rules.graded_max));
      const sum = graded.reduce((total, grade) => total + grade, 0);
      return weight * rated(ratings['area'], `${part}, area`, rules.area.max) * sum;
    })
    .reduce((total, add) => total + add, 0);
  return { points, read: rules.read, isVerified: !isUnverified(rules.read) };
}

/** The area class of a share of a part in per cent: none is 0, 90 per cent and more is 6. */
export function areaClassOf(percent: number): number {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`expected 0 to 100 per cent, not ${percent}`);
  const [none = 0, ...ends] = areaRules('masi').area.above_percent;
  return percent <= none ? none : 1 + ends.filter((end) => percent >= end).length;
}

function areaRules(id: 'masi' | 'mmasi') {
  const { area_scoring: rules } = measure(id);
  if (!rules) throw new RangeError(`${id} has no rule for areas`);
  return rules;
}

function rated(value: number | undefined, name: string, max: number): number {
  if (value !== undefined && value >= 0 && value <= max) return value;
  throw new RangeError(`${name}: expected 0 to ${max}, not ${value}`);
}
