import { deviceSheet, type DeviceId, type DeviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { planCourse } from './plan-course.ts';
import type { Plan } from './plan/plan.ts';
import type { Run } from './run.ts';
import { enterThroughRanks } from './skin/skin.ts';
import { caseWith } from './testing/case.ts';
import { isDominated } from './testing/dominated-by-definition.ts';
import { problemsOf } from './testing/problems.ts';
import { penSheet, sheetOf } from './testing/sheet.ts';

const run: Run = { draws: 64, seed: 7, overrides: {} };

const planWith = (ids: readonly DeviceId[], ...assignments: readonly string[]): Plan =>
  planCourse(
    caseWith(...assignments),
    ids.map((id) => deviceSheet(id)),
    run,
  );

type Planned = Exclude<Plan, { status: 'refused' }>;

const answered = (plan: Plan): Planned => {
  if (plan.status === 'refused') throw new Error(plan.reasons.map(({ because }) => because).join('; '));
  return plan;
};

const planned = (...assignments: readonly string[]): Planned =>
  answered(planWith(['skinpen_precision'], ...assignments));

const override = (limit: string, value: string) => [
  `overrides[0].limit=${limit}`,
  `overrides[0].value=${value}`,
  'overrides[0].reason=a reason of ten letters',
  'overrides[0].name=Dr A. Example',
];

test('a plan without any device is bad input that names the field', () => {
  const run = { draws: 64, seed: 1, overrides: {} };
  const problems = problemsOf(() => planCourse(caseWith(), [], run));
  expect(problems).toMatchObject([{ path: 'devices', remedy: expect.stringContaining('--device FILE') }]);
});

test('a device named twice is bad input', () => {
  expect(problemsOf(() => planWith(['skinpen_precision', 'skinpen_precision']))).toMatchObject([
    { path: 'devices', given: 'skinpen_precision', problem: expect.stringContaining('twice') },
  ]);
});

describe('refused', () => {
  test.each([
    ['inside the orbital rim', ['site.id=lower_eyelid'], 'site: '],
    ['an area that touches a mole', ['site.touches[0]=mole'], 'area: mole'],
    ['a question left open', ['screening.keloid=not asked'], 'screening: incomplete'],
    ['keloids', ['screening.keloid=yes'], 'screening: '],
    ['active acne', ['screening.acne-active=yes'], 'screening: '],
    ['anticoagulants', ['screening.anticoagulant=yes'], 'screening: '],
    ['17 years', ['person.age=17 years'], 'screening: age < 18'],
    ['an indication without a documented length', ['concern.indication=laxity'], 'indication: laxity'],
  ])('%s', (_, assignments, about) => {
    const plan = planWith(['skinpen_precision'], ...assignments);
    expect(plan.status).toBe('refused');
    const reasons = plan.status === 'refused' ? plan.reasons : [];
    const reason = reasons.find((one) => one.about.startsWith(about));
    expect(reason?.because).toMatch(/\S/);
    expect(reason?.wouldChange).toMatch(/\S/);
  });

  test.each<[string, DeviceSheet]>([
    ['an RF device', deviceSheet('mnrf_7x7')],
    ['a device without a documented depth', deviceSheet('micropen')],
    ['a pen of unknown frequency', penSheet({ frequency: null })],
    ['a pen of unknown needles', penSheet({ needle_count: null })],
    ['a single needle', sheetOf({ id: 'lone', name: 'Lone', class: 'single', needle_length: '1 mm' })],
    ['a device whose label asks for more years', deviceSheet('exceed')],
  ])('%s', (_, sheet) => {
    const plan = planCourse(caseWith('person.age=20 years'), [sheet], run);
    expect(plan.status).toBe('refused');
    expect(plan.refusedDevices.map(({ about }) => about)).toEqual([expect.stringContaining(sheet.name)]);
  });

  test('a phototype the label leaves out', () => {
    const plan = planWith(['exceed'], 'person.phototype=V');
    expect(plan.refusedDevices[0]?.about).toContain('phototype');
    expect(plan.status).toBe('refused');
  });

  test('one device of two leaves the other', () => {
    const plan = answered(planWith(['mnrf_7x7', 'skinpen_precision']));
    expect(plan.refusedDevices.map(({ about }) => about)).toEqual([
      `device: ${deviceSheet('mnrf_7x7').name}`,
    ]);
    expect(plan.devices.map(({ sheet }) => sheet.id)).toEqual(['skinpen_precision']);
    expect(new Set(plan.candidates.map(({ device }) => device))).toEqual(new Set(['skinpen_precision']));
  });

  test('an override lets the age of a label pass, and shows on every course', () => {
    const plan = planned('person.age=20 years', ...override('label-age', '18 years'));
    expect(plan.status).toBe('planned');
    for (const { margins } of plan.candidates) {
      expect(margins.filter(({ isOverridden }) => isOverridden)).toMatchObject([{ limit: 'label-age' }]);
    }
  });

  test('no override opens an exclusion zone', () => {
    const given = caseWith('site.touches[0]=mole', ...override('exclusion-zone', '"1"'));
    expect(problemsOf(() => planCourse(given, [penSheet()], run))).toMatchObject([
      { path: 'overrides[0].limit' },
    ]);
  });
});

describe('no safe plan', () => {
  test.each([
    ['periorbital_crows_feet', 'fine-lines-and-wrinkles'],
    ['forehead', 'rejuvenation'],
  ])('a fixed needle of 1.5 mm at %s', (id, indication) => {
    const plan = answered(planWith(['dermaroller_mf8'], `site.id=${id}`, `concern.indication=${indication}`));
    expect(plan.status).toBe('no safe plan');
    expect(plan.candidates).toEqual([]);
    expect(plan.rejected.length).toBeGreaterThan(0);
    expect(plan.devices[0]?.maximumSafeDepth).toBeLessThan(1.5e-3);
  });

  test('says of every course what it breaks and what would help', () => {
    const { rejected } = answered(
      planWith(['dermaroller_mf8'], 'site.id=forehead', 'concern.indication=rejuvenation'),
    );
    for (const { binding } of rejected) {
      const { value, bound, direction } = binding;
      expect(direction === 'at most' ? value > bound : value < bound).toBe(true);
      expect(binding.remedy).toMatch(/\S/);
    }
  });
});

describe('planned', () => {
  const plan = planned();
  const ids = [...plan.candidates, ...plan.rejected].map(({ id }) => id);

  test('every setting is either offered or rejected, each under a name of its own', () => {
    expect(new Set(ids).size).toBe(ids.length);
    // 10 depths, 3 hand speeds, 7 pass counts, every course.
    expect(ids.length % (10 * 3 * 7)).toBe(0);
    expect(plan.status).toBe('planned');
  });

  test('no deeper than the deepest safe depth', () => {
    const deepest = Math.max(...plan.candidates.map(({ settings }) => settings.depth));
    expect(deepest).toBeLessThanOrEqual(plan.devices[0]?.maximumSafeDepth ?? 0);
    expect(plan.devices[0]?.maximumPenetrationDepth).toBeGreaterThan(2.5e-3);
  });

  test('the front comes first and is what nothing dominates', () => {
    const flags = plan.candidates.map(({ isOnFront }) => isOnFront);
    expect(flags.lastIndexOf(true)).toBe(flags.filter(Boolean).length - 1);
    const objectives = plan.candidates.map((candidate) => candidate.objectives);
    expect(objectives.map((one) => !isDominated(one, objectives))).toEqual(flags);
  });

  test('the dose of a course is that of its sessions', () => {
    for (const { courseDose, session, course, objectives } of plan.candidates) {
      expect(courseDose.median).toBeCloseTo(course.sessions * session.targetHoles.median, 6);
      expect(objectives.dose).toBe(courseDose.median);
    }
  });

  test('priors nobody has verified are listed, most influential first', () => {
    const influence = plan.priors.map(({ influence }) => Math.max(...Object.values(influence)));
    expect(influence).toEqual([...influence].sort((a, b) => b - a));
    expect(plan.priors.map(({ name }) => name)).toContain('rank.dermis');
    expect(influence.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('priors that shape a layer are listed as the rank of that layer, not by themselves', () => {
    const names = plan.priors.map(({ name }) => name);
    expect(names.filter((name) => enterThroughRanks.has(name))).toEqual([]);
    for (const name of enterThroughRanks) expect(plan.ensemble.columns.has(name)).toBe(true);
    expect(names).toEqual(
      expect.arrayContaining(['rank.stratumCorneum', 'rank.epidermis', 'rank.dermis', 'rank.fat']),
    );
  });

  test('off-label use is said', () => {
    expect(plan.notices.join()).not.toContain('off-label');
    expect(planned('concern.indication=rejuvenation').notices.join()).toContain('off-label');
  });

  test('wishes cut courses without touching limits', () => {
    const few = planned('preferences.most_sessions=3');
    expect(few.candidates.every(({ course }) => course.sessions <= 3)).toBe(true);
    expect(few.rejected.some(({ binding }) => binding.limit === 'wish-sessions')).toBe(true);
    expect(planned('preferences.budget_visits=1').status).toBe('no safe plan');
    const all = new Set(plan.candidates.map(({ id }) => id));
    expect(few.candidates.every(({ id }) => all.has(id))).toBe(true);
  });

  test('an override of a depth limit is marked on the margins it moves', () => {
    const looser = planned(...override('tip-leaves-dermis', '40 %'));
    expect(looser.candidates.length).toBeGreaterThanOrEqual(plan.candidates.length);
    for (const { margins } of looser.candidates) {
      expect(margins.filter(({ isOverridden }) => isOverridden)).toMatchObject([
        { limit: 'tip-leaves-dermis', bound: 0.4 },
      ]);
    }
  });
});

test('courses come from the region first', () => {
  const plan = planned();
  expect(plan.candidates.every(({ course }) => course.isFromThisRegion)).toBe(true);
  expect(plan.candidates.map(({ course }) => course.basis)).toContain('acne-scars-review-median');
});

test('an unknown subtype, an impossible reading and a loosened limit are refused, not planned around', () => {
  expect(problemsOf(() => planned('concern.subtypes.crater=50 %'))).toMatchObject([
    { path: 'concern.subtypes.crater' },
  ]);
  const reading = ['layer=dermis', 'method=histology', 'value=60 mm', 'error=1 mm'];
  expect(problemsOf(() => planned(...reading.map((field) => `measured[0].${field}`)))).toMatchObject([
    { path: 'measured[0].value' },
  ]);
  expect(
    problemsOf(() => planned('limits[0].limit=tip-leaves-dermis', 'limits[0].value=20 %')),
  ).toMatchObject([{ path: 'limits (tip-leaves-dermis)' }]);
});

const given = caseWith();
const sheet = penSheet();

const shares = (seed: number) =>
  new Map(
    answered(planCourse(given, [sheet], { ...run, draws: 256, seed })).candidates.map(
      ({ settings, margins }) => [
        settings.depth,
        margins.find(({ limit }) => limit === 'tip-leaves-dermis')?.value ?? Number.NaN,
      ],
    ),
  );

describe('draws', () => {
  test('the same seed gives the same plan, bit for bit', () => {
    const one = planCourse(given, [sheet], run);
    expect(planCourse(given, [sheet], run)).toEqual(one);
  });

  test('another seed gives the same shares but for the error of the draws', () => {
    const [a, b] = [shares(1), shares(2)];
    const both = [...a].flatMap(([depth, share]) => {
      const other = b.get(depth);
      return other === undefined ? [] : [Math.abs(share - other)];
    });
    expect(both.length).toBeGreaterThan(0);
    // A share below 5 % that varies by as much from draw to draw: 0.05 sqrt(2/256) = 0.44 % for independent draws,
    // three of it; scrambled Sobol points do better.
    expect(Math.max(...both)).toBeLessThan(0.0133);
  });

  test('progress is told and a signal ends the run', () => {
    const told: number[] = [];
    planCourse(given, [sheet], { ...run, progress: (done, total) => told.push(done / total) });
    // Three of the draws, thirty settings, the trade-off, 25 at depths tried by halving, four of the priors.
    expect(told).toHaveLength(63);
    expect(told).toEqual([...told].sort((x, y) => x - y));
    expect(() => planCourse(given, [sheet], { ...run, signal: AbortSignal.abort() })).toThrow('aborted');
  });

  test('an override of a parameter fixes it everywhere', () => {
    const plan = answered(planCourse(given, [sheet], { ...run, overrides: { 'puncture.gap': '15 um' } }));
    expect(plan.priors.map(({ name }) => name)).not.toContain('puncture.gap');
    expect(plan.ensemble.draws.every(({ puncture }) => puncture.gap === 15e-6)).toBe(true);
  });

  test('an override of an allowance of the envelope is refused before anything is planned', () => {
    const overrides = { 'safety.compression': '10 %', 'safety.dialTolerance': '0.1 mm' };
    const problems = problemsOf(() => planCourse(given, [sheet], { ...run, overrides }));
    expect(problems.map(({ path }) => path)).toEqual(Object.keys(overrides));
  });
});

test('a run can be cancelled to its very end, and says what it is at', () => {
  const said = new Set<string>();
  const controller = new AbortController();
  const run = {
    draws: 16,
    seed: 1,
    overrides: {},
    signal: controller.signal,
    progress: (_done: number, _total: number, what: string) => {
      said.add(what);
      if (what === 'trade-off') controller.abort();
    },
  };
  expect(() => planCourse(caseWith(), [deviceSheet('skinpen_precision')], run)).toThrow(/abort/i);
  expect([...said]).toEqual(['draws', 'settings', 'trade-off']);
});
