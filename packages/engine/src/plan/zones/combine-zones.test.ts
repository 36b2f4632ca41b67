import { deviceSheet, type DeviceId } from '@percuta/evidence';
import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { planCourse } from '../../plan-course.ts';
import { caseWith } from '../../testing/case.ts';
import type { Candidate, WorkedOut } from '../plan.ts';
import { lessIsBetter, objectiveNames, type Objectives } from '../search/front.ts';
import { thinFront } from '../search/thin-front.ts';
import { combineVisits } from './combine-zones.ts';

const run = { draws: 128, seed: 1, overrides: {} };

interface Trial {
  readonly name: string;
  readonly device: DeviceId;
  readonly assignments: readonly string[];
  readonly zones: readonly (readonly [id: string, area: string])[];
}

const trials: readonly Trial[] = [
  {
    name: 'cheek and forehead',
    device: 'skinpen_precision',
    assignments: [],
    zones: [['forehead', '40 cm2']],
  },
  {
    name: 'cheek, temple and mouth, dark skin',
    device: 'skinpen_precision',
    assignments: ['person.phototype=V'],
    zones: [
      ['temple', '15 cm2'],
      ['upper_lip_perioral', '8 cm2'],
    ],
  },
  {
    name: 'neck, chin and forehead under another pen',
    device: 'exceed',
    assignments: ['site.id=neck', 'person.age=52 years'],
    zones: [
      ['chin', '25 cm2'],
      ['forehead', '60 cm2'],
    ],
  },
  {
    name: 'abdomen and thigh',
    device: 'skinpen_precision',
    assignments: ['site.id=abdomen', 'concern.indication=stretch-marks'],
    zones: [['thigh_anterior', '90 cm2']],
  },
];

const planOf = ({ device, assignments, zones }: Trial): WorkedOut => {
  const further = zones.map(([id, area]) => ({ id, area, touches: [] }));
  const given = caseWith(...assignments, `zones=${JSON.stringify(further)}`);
  const plan = planCourse(given, [deviceSheet(device)], run);
  if (plan.status === 'refused') throw new Error(plan.reasons[0]?.because);
  return plan;
};

type Point = readonly number[];

const costsOf = (objectives: Objectives): Point =>
  objectiveNames.map((name) => lessIsBetter[name] * objectives[name]);

const visitsOf = ({ course }: Candidate): string => `${course.sessions} ${course.interval}`;

/** Objectives over the area from its definition (plan.9), for one candidate of each zone. */
const joined = (parts: readonly (readonly [number, Candidate])[]): Point =>
  objectiveNames.map((name) => {
    const values = parts.map(([, { objectives }]) => lessIsBetter[name] * objectives[name]);
    if (name === 'discomfort' || name === 'heat') return Math.max(...values);
    if (name === 'sessions') return values[0] ?? Number.NaN;
    return parts.reduce((sum, [share], i) => sum + share * (values[i] ?? Number.NaN), 0);
  });

/** Every candidate of every zone with every one of the others that has the same visits. */
const enumerate = (plan: WorkedOut): Point[] => {
  const zones = (plan.zones ?? []).flatMap(({ area, plan: own }) =>
    own.status === 'planned' ? [{ area, candidates: own.candidates }] : [],
  );
  const whole = zones.reduce((sum, { area }) => sum + area, 0);
  const visits = new Set(zones.flatMap(({ candidates }) => candidates.map(visitsOf)));
  return [...visits].flatMap((same) =>
    zones
      .reduce<(readonly (readonly [number, Candidate])[])[]>(
        (before, { area, candidates }) =>
          before.flatMap((parts) =>
            candidates
              .filter((one) => visitsOf(one) === same)
              .map((one) => [...parts, [area / whole, one] as const]),
          ),
        [[]],
      )
      .map(joined),
  );
};

/** Share of random points of the box from the best to the worst of the enumerated front that somebody dominates. */
const volumes = (names: readonly number[], sets: readonly (readonly Point[])[], points: number): number[] => {
  const [all = []] = sets;
  const on = (point: Point): Point => names.map((k) => point[k] ?? Number.NaN);
  const least = names.map((k) => Math.min(...all.map((point) => point[k] ?? Number.NaN)));
  const most = names.map((k) => Math.max(...all.map((point) => point[k] ?? Number.NaN)));
  const random = createRandom(7);
  const at = Array.from({ length: points }, () =>
    least.map((from, k) => from + ((most[k] ?? from) - from) * random.next()),
  );
  return sets.map((set) => {
    const some = set.map(on);
    const isDominated = (x: Point): boolean =>
      some.some((own) => own.every((cost, k) => cost <= (x[k] ?? 0)));
    return at.filter(isDominated).length / points;
  });
};

const indicesOf = (names: readonly (keyof Objectives)[]): number[] =>
  names.map((name) => objectiveNames.indexOf(name));

test.each(trials)(
  '$name: as much volume as all combinations, in two objectives and in all',
  (trial) => {
    const plan = planOf(trial);
    const all = enumerate(plan);
    expect(plan.combined?.combinations).toBe(all.length);
    expect(plan.combined?.within).toBeLessThan(0.01);
    const found = plan.candidates.map(({ objectives }) => costsOf(objectives));
    for (const names of [
      indicesOf(['dose', 'downtime']),
      indicesOf(['dose', 'discomfort', 'pigment']),
      indicesOf(['dose', 'bleeding', 'coveredShare', 'downtime', 'discomfort', 'pigment']),
    ]) {
      const [whole = 0, ours = 0] = volumes(names, [all, found], 2000);
      expect(whole).toBeGreaterThan(0.02);
      expect(ours / whole).toBeGreaterThanOrEqual(0.99);
    }
  },
  60_000,
);

const [, , trial] = trials;
const random = createRandom(3);

test('what is left out has one that is worse by no more than is said', () => {
  const costs = Array.from({ length: 400 }, () => {
    const own = Float64Array.from({ length: 4 }, () => random.next());
    const length = Math.sqrt(own.reduce((sum, cost) => sum + cost * cost, 0));
    return own.map((cost) => 1 - cost / length);
  });
  const { indices, within } = thinFront(costs, { most: 60, kept: [0] });
  const ranges = Array.from({ length: 4 }, (_, k) => {
    const values = costs.map((own) => own[k] ?? 0);
    return Math.max(...values) - Math.min(...values);
  });
  const worse = (kept: Float64Array, left: Float64Array): number =>
    Math.max(0, ...ranges.map((range, k) => ((kept[k] ?? 0) - (left[k] ?? 0)) / range));
  const furthest = Math.max(
    ...costs.map((left) => Math.min(...indices.map((i) => worse(costs[i] ?? left, left)))),
  );
  expect(indices).toHaveLength(60);
  expect(indices).toContain(0);
  expect(within).toBeCloseTo(furthest, 12);
  expect(within).toBeLessThan(0.2);
});

test('where there are more than are kept, every combination is within what is said of one of them', () => {
  if (trial === undefined) throw new Error('there are trials');
  const plan = planOf(trial);
  const zones = (plan.zones ?? []).flatMap(({ area, plan: own }) =>
    own.status === 'planned' ? [{ share: area, candidates: own.candidates }] : [],
  );
  const [sessions] = plan.candidates.map(visitsOf);
  const same = zones.map(({ share, candidates }) => ({
    share: share / zones.reduce((sum, zone) => sum + zone.share, 0),
    candidates: candidates.filter((one) => visitsOf(one) === sessions),
  }));
  const all = combineVisits([same], 1e6).combinations.map(({ costs }) => costs);
  const { combinations, within } = combineVisits([same], 40);
  const ranges = objectiveNames.map((_, k) => {
    const values = all.map((own) => own[k] ?? 0);
    return Math.max(...values) - Math.min(...values);
  });
  expect(combinations.length).toBeLessThanOrEqual(40);
  expect(within).toBeGreaterThan(0);
  for (const left of all) {
    const nearest = Math.min(
      ...combinations.map(({ costs }) =>
        Math.max(...ranges.map((range, k) => (range === 0 ? 0 : ((costs[k] ?? 0) - (left[k] ?? 0)) / range))),
      ),
    );
    expect(nearest).toBeLessThanOrEqual(within + 1e-12);
  }
});
