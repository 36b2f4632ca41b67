import { z } from 'zod';
import { BadInput } from '../../error.ts';
import { readDocument } from '../../case/document.ts';
import { migrate } from '../../case/migrations.ts';

const band = z.looseObject({ median: z.string(), low: z.string(), high: z.string() });

/** What a comparison needs of a plan as it is written; the rest is for its readers. */
const writtenPlan = z.looseObject({
  kind: z.literal('percuta plan'),
  version: z.literal(1),
  status: z.enum(['planned', 'no safe plan', 'refused']),
  case: z.looseObject({ title: z.string() }),
  reasons: z.array(z.looseObject({ about: z.string(), because: z.string() })).optional(),
  devices: z.array(z.looseObject({ id: z.string(), maximum_safe_depth: z.string() })).optional(),
  candidates: z.array(
    z.looseObject({
      id: z.string(),
      on_front: z.boolean(),
      target_holes_per_course: band,
      binding: z.looseObject({ limit: z.string() }),
    }),
  ),
  rejected: z.array(z.looseObject({ id: z.string(), binding: z.looseObject({ limit: z.string() }) })),
});

type WrittenPlan = z.output<typeof writtenPlan>;

/** One value in each of the plans, in their order; undefined where a plan has none. */
export interface Difference {
  readonly path: string;
  readonly values: readonly (string | undefined)[];
}

/** Where one course stands in each of the plans. */
export interface CourseStanding {
  readonly id: string;
  readonly standings: readonly {
    readonly place: 'front' | 'inside' | 'outside' | 'not there';
    /** The limit used most, or broken. */
    readonly limit?: string;
    /** Holes that reach the target over the course. */
    readonly dose?: string;
  }[];
}

/** Two or more plans side by side. */
export interface PlanComparison {
  readonly titles: readonly string[];
  readonly statuses: readonly WrittenPlan['status'][];
  /** Fields of the cases that are not the same in all. */
  readonly inputs: readonly Difference[];
  /** Courses inside, and the deepest setting of each device inside every depth limit. */
  readonly counts: readonly Difference[];
  /** Courses that each limit decided against. */
  readonly limits: readonly Difference[];
  /** Courses on the front of any of them. */
  readonly courses: readonly CourseStanding[];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every single value below a document by its path. */
const leaves = (value: unknown, path: string): (readonly [string, string])[] => {
  if (!isObject(value)) return [[path, String(value)]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[path, 'none']];
  const inner = (key: string): string => (Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
  return entries.flatMap(([key, one]) => leaves(one, path === '' ? key : inner(key)));
};

/** Paths at which the maps do not all agree. */
const differing = (maps: readonly ReadonlyMap<string, string>[]): Difference[] =>
  [...new Set(maps.flatMap((map) => [...map.keys()]))]
    .map((path) => ({ path, values: maps.map((map) => map.get(path)) }))
    .filter(({ values }) => new Set(values).size > 1);

const limitCounts = ({ rejected }: WrittenPlan): Map<string, string> =>
  new Map(
    [...Map.groupBy(rejected, ({ binding }) => binding.limit)].map(([limit, all]) => [
      limit,
      String(all.length),
    ]),
  );

const countsOf = ({ candidates, devices = [] }: WrittenPlan): Map<string, string> =>
  new Map([
    ['courses inside', String(candidates.length)],
    ...devices.map(({ id, maximum_safe_depth }) => [`deepest inside, ${id}`, maximum_safe_depth] as const),
  ]);

const sideBySide = (maps: readonly ReadonlyMap<string, string>[]): Difference[] =>
  [...new Set(maps.flatMap((map) => [...map.keys()]))].map((path) => ({
    path,
    values: maps.map((map) => map.get(path)),
  }));

const standingOf = (plan: WrittenPlan, id: string): CourseStanding['standings'][number] => {
  const inside = plan.candidates.find((one) => one.id === id);
  if (inside !== undefined) {
    const { median, low, high } = inside.target_holes_per_course;
    return {
      place: inside.on_front ? 'front' : 'inside',
      limit: inside.binding.limit,
      dose: `${median} (${low} to ${high})`,
    };
  }
  const outside = plan.rejected.find((one) => one.id === id);
  return outside === undefined ? { place: 'not there' } : { place: 'outside', limit: outside.binding.limit };
};

const coursesOf = (plans: readonly WrittenPlan[]): CourseStanding[] =>
  [
    ...new Set(
      plans.flatMap(({ candidates }) => candidates.filter(({ on_front }) => on_front).map(({ id }) => id)),
    ),
  ].map((id) => ({ id, standings: plans.map((plan) => standingOf(plan, id)) }));

/** The problems of a plan say which of the plans it is, as in plans[1].case. */
const readPlan = (document: unknown, i: number): WrittenPlan => {
  try {
    return readDocument(writtenPlan, migrate(document, 'percuta plan', 1, []));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const under = (path: string): string => `plans[${i}]${path === '' ? '' : `.${path}`}`;
    throw new BadInput(error.problems.map((problem) => ({ ...problem, path: under(problem.path) })));
  }
};

/**
 * Compares plans as they are written to plan.json: what went in, what each limit decided, and where each course that
 * is on the front of one of them stands in the others. `others` adds inputs that a plan does not hold, by name, for
 * each plan. Throws BadInput for a document that is no plan.
 */
export const comparePlans = (
  documents: readonly unknown[],
  others: readonly ReadonlyMap<string, string>[] = [],
): PlanComparison => {
  const plans = documents.map(readPlan);
  return {
    titles: plans.map((plan) => plan.case.title),
    statuses: plans.map(({ status }) => status),
    inputs: differing(plans.map((plan, i) => new Map([...leaves(plan.case, ''), ...(others[i] ?? [])]))),
    counts: sideBySide(plans.map(countsOf)),
    limits: sideBySide(plans.map(limitCounts)),
    courses: coursesOf(plans),
  };
};
