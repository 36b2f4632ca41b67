import type { Outcome } from '../study/outcome-schema.ts';
import type { MeasureId } from './measure-ids.ts';
import { measure } from './measures.ts';

/** The level a paper means by its word ("excellent"), or undefined where the measure does not know the word. */
export function levelOf(id: MeasureId, label: string): number | undefined {
  return measure(id).levels?.find(({ labels }) => labels?.includes(label))?.value;
}

/** The quartile of an improvement in per cent. A bound belongs to the class below it. */
export function quartileOf(percent: number): number {
  if (!(percent <= 100)) throw new RangeError(`expected at most 100 per cent, not ${percent}`);
  const levels = measure('improvement-quartiles').levels ?? [];
  const below = levels.filter(({ above_percent: above = 0 }) => percent > above);
  return Math.max(1, below.length);
}

/** Share of people in levels that count as improved, or undefined where the classes have no such levels. */
export function improvedShare({ measure: id, categories }: Outcome): number | undefined {
  const improved = measure(id).levels?.filter(({ improved }) => improved) ?? [];
  if (!categories || improved.length === 0 || categories.n === 0) return undefined;
  const counts = 'counts' in categories ? categories.counts : categories.shares;
  const total = 'counts' in categories ? categories.n : 1;
  const labels = improved.flatMap(({ labels }) => labels ?? []);
  return labels.reduce((sum, label) => sum + (counts[label] ?? 0), 0) / total;
}
