import type { Outcome } from '../../study/outcome-schema.ts';
import type { Counts } from './evidence.ts';
import type { How } from './readings.ts';

export type Read<Value> = { readonly value: Value; readonly n: number } | { readonly not: string };

/** People in classes, as far as the outcome counts them and its words or definition are mapped to cuts. */
export function countsOf(outcome: Outcome, how: How | undefined): Read<Counts> | undefined {
  const { responders, categories, share } = outcome;
  if (categories && how?.classes) return inClasses(categories, how.classes);
  if (responders && how?.responders) {
    const { k, n } = responders;
    return { value: { kind: 'counts', cuts: [how.responders], people: [n - k, k] }, n };
  }
  if (categories ?? responders) return { not: 'the definition is not mapped to a level of improvement' };
  return share === undefined ? undefined : { not: 'a share without the number of people' };
}

/** Those of n in no class that is named are taken to lie below the lowest cut. */
function inClasses(
  categories: NonNullable<Outcome['categories']>,
  classes: Readonly<Record<string, string>>,
): Read<Counts> {
  const { n } = categories;
  const counts = Object.entries('counts' in categories ? categories.counts : categories.shares);
  const toPeople = 'counts' in categories ? 1 : n;
  const named = new Set(counts.map(([word]) => word));
  const cuts = [
    ...new Set(Object.keys(classes).flatMap((word) => (named.has(word) ? [classes[word] ?? ''] : []))),
  ];
  if (cuts.length === 0) return { not: 'no class of it is mapped to a level of improvement' };
  const above = cuts.map((cut) =>
    counts.reduce(
      (sum, [word, count]) => sum + (classes[word] === cut ? Math.round(count * toPeople) : 0),
      0,
    ),
  );
  const rest = n - above.reduce((sum, count) => sum + count, 0);
  if (rest < 0) return { not: 'the classes hold more people than there were' };
  return { value: { kind: 'counts', cuts, people: [rest, ...above] }, n };
}

/**
 * Where the same people were asked whether they got worse, the lowest class is divided there. Only if its
 * upper end is above "worse" and the number of people agrees.
 */
export function splitWorse(counts: Counts, n: number, worse: { k?: number; n?: number } | undefined): Counts {
  const [lowest = 0, ...rest] = counts.people;
  if (worse?.k === undefined || worse.n !== n || counts.cuts[0] === 'worse' || worse.k > lowest)
    return counts;
  return { kind: 'counts', cuts: ['worse', ...counts.cuts], people: [worse.k, lowest - worse.k, ...rest] };
}
