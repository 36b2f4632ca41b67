import { isUnverified, type Read } from '../provenance/read.ts';
import type { Measure, Scoring } from './measure-schema.ts';
import type { MeasureId } from './measure-ids.ts';
import { measure } from './measures.ts';

/** A score with the mark of its table: an unverified one may not be called exact. */
export interface Score {
  readonly points: number;
  readonly read: Read;
  readonly isVerified: boolean;
}

type Item = Scoring['items'][number];
type CountedItem = Extract<Item, { classes: string }>;
/** The class, rating or count of each item of a scale, by the id of the item. */
export type Ratings = Readonly<Record<string, number>>;

/**
 * Adds up the items of a scale: the class of each counted item (0 none, 1 few, …), the rating of each rated
 * one. What is not counted is none; what is not rated is an error.
 */
export function scoreItems(id: MeasureId, ratings: Ratings): Score {
  const { read, items } = scoringOf(measure(id));
  refuseUnknown(id, ratings, items);
  const points = items.map((item) => pointsOf(item, ratings[item.id])).reduce((sum, add) => sum + add, 0);
  return { points, read, isVerified: !isUnverified(read) };
}

/** The same from counts of lesions (or cm2 of area) instead of classes. */
export function scoreCounts(id: MeasureId, counts: Ratings): Score {
  const { items } = scoringOf(measure(id));
  refuseUnknown(id, counts, items);
  const classes = items.map((item) => [item.id, classOf(id, item.id, counts[item.id] ?? 0)] as const);
  return scoreItems(id, Object.fromEntries(classes));
}

/** The class a count falls into: 0 for none, then the last one whose lower end it reaches. */
export function classOf(id: MeasureId, itemId: string, count: number): number {
  const { items, classes } = scoringOf(measure(id));
  const item = items.find((item) => item.id === itemId);
  if (!item || !isCounted(item)) throw new RangeError(`${id} counts no "${itemId}"`);
  if (!(count >= 0)) throw new RangeError(`${id}, ${itemId}: expected a count, not ${count}`);
  const bounds = classes?.[item.classes] ?? [];
  return bounds.filter(({ from, above }) => (from === undefined ? count > (above ?? 0) : count >= from))
    .length;
}

function scoringOf({ id, scoring }: Measure): Scoring {
  if (!scoring) throw new RangeError(`the rules of ${id} are not complete enough to score it`);
  return scoring;
}

const isCounted = (item: Item): item is CountedItem => 'classes' in item;

function refuseUnknown(id: MeasureId, ratings: Ratings, items: readonly Item[]): void {
  const known = new Set(items.map((item) => item.id));
  const unknown = Object.keys(ratings).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new RangeError(`${id} has no item "${unknown.join('", "')}"`);
}

function pointsOf(item: Item, rating: number | undefined): number {
  if (isCounted(item)) {
    const points = item.points[rating ?? 0];
    if (points === undefined) throw new RangeError(`${item.name}: no class ${rating}`);
    return points;
  }
  const { name, min, max } = item;
  if (rating === undefined) throw new RangeError(`${name} is not rated`);
  if (!(rating >= min && rating <= max))
    throw new RangeError(`${name}: ${rating} is not in ${min} to ${max}`);
  return rating;
}
