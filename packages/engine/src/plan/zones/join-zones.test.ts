import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { casesOfZones } from '../../case/case-zones.ts';
import { writeCase } from '../../case/case.ts';
import { planCourse } from '../../plan-course.ts';
import { caseWith } from '../../testing/case.ts';
import { createJudge, settingOfPlan } from '../explain/judge-course.ts';
import type { Plan, WorkedOut } from '../plan.ts';
import { dominates } from '../search/front.ts';
import { planOfZone } from './plan-of-zone.ts';

const run = { draws: 128, seed: 1, overrides: {} };
const sheets = [deviceSheet('skinpen_precision')];
const zone = (id: string, area: string, touches: string[] = []) => ({ id, area, touches });
const withZones = (zones: readonly object[], ...more: string[]) =>
  caseWith(`zones=${JSON.stringify(zones)}`, ...more);
const face = withZones([zone('forehead', '40 cm2'), zone('upper_lip_perioral', '10 cm2')]);

const worked = (plan: Plan): WorkedOut => {
  if (plan.status === 'refused') throw new Error(plan.reasons[0]?.because);
  return plan;
};
const plan = worked(planCourse(face, sheets, run));

test('a zone in hand leaves the area and the readings where they were', () => {
  const given = withZones(
    [zone('forehead', '40 cm2')],
    'measured=[{"layer":"dermis","method":"ultrasound","value":"1.5 mm","error":"0.1 mm"}]',
  );
  const [cheek, forehead] = casesOfZones(given);
  expect(cheek?.measured?.length).toBe(1);
  expect(forehead?.site.id).toBe('forehead');
  expect(forehead?.measured).toBeUndefined();
  expect(forehead?.zones?.[0]).toMatchObject({ id: 'cheek', measured: [{ layer: 'dermis' }] });
  expect(casesOfZones(caseWith()).length).toBe(1);
  expect(writeCase(given)).toMatchObject({ zones: [{ id: 'forehead', area: '40 cm2' }] });
});

test('every zone of every course keeps every limit of its own, judged again', () => {
  const judges = new Map(
    plan.zones?.map(({ site, plan: own }) => [
      site,
      createJudge(settingOfPlan(worked(own), 'skinpen_precision', run.overrides)),
    ]),
  );
  expect(plan.candidates.length).toBeGreaterThan(5);
  for (const { zones = [], course } of plan.candidates) {
    expect(zones.map(({ site }) => site)).toEqual(['forehead', 'upper_lip_perioral']);
    for (const { site, candidate } of zones) {
      expect(judges.get(site)?.(candidate.settings, course).isInside).toBe(true);
    }
  }
});

test('a zone by itself is planned as in a case of its own', () => {
  const alone = worked(planCourse(caseWith('site.id=forehead'), sheets, run));
  const within = worked(plan.zones?.[1]?.plan ?? plan);
  expect(within.candidates.map(({ id }) => id)).toEqual(alone.candidates.map(({ id }) => id));
});

test('the courses of an area are what no course beats over all of its zones', () => {
  for (const { isOnFront, objectives } of plan.candidates) {
    expect(isOnFront).toBe(!plan.candidates.some((other) => dominates(other.objectives, objectives)));
  }
});

test('the mean over the area counts, and for discomfort the worst zone', () => {
  const [course] = plan.candidates;
  const parts = plan.zones?.map(({ area, site }) => {
    const own = course?.zones?.find((one) => one.site === site)?.candidate;
    const lead = worked(plan.zones?.[0]?.plan ?? plan).candidates.find(
      ({ id }) => id === course?.id.split('+')[0],
    );
    return { area, objectives: (own ?? lead)?.objectives };
  });
  const total = 40 + 40 + 10;
  const dose = parts?.reduce(
    (sum, { area, objectives }) => sum + (area * 1e4 * (objectives?.dose ?? 0)) / total,
    0,
  );
  expect((course?.objectives.dose ?? 0) / (dose ?? 1)).toBeCloseTo(1, 12);
  expect(course?.objectives.discomfort).toBe(
    Math.max(...(parts ?? []).map(({ objectives }) => objectives?.discomfort ?? 0)),
  );
});

test('a zone that cannot be planned is left out by name; when none can, every reason is told', () => {
  const rim = withZones([zone('periorbital_crows_feet', '10 cm2', ['inside orbital rim'])]);
  const without = worked(planCourse(rim, sheets, run));
  expect(without.status).toBe('planned');
  expect(without.notices[0]).toMatch(/^Periorbital .* is left out of the course: the area touches/);
  const none = withZones([zone('nose', '10 cm2', ['nostril'])], 'site.touches=["lip vermilion"]');
  const refused = planCourse(none, sheets, run);
  const about = refused.status === 'refused' ? refused.reasons.map((reason) => reason.about) : [];
  expect(about).toEqual(expect.arrayContaining(['area: lip vermilion', 'area: nostril']));
  expect(new Set(about).size).toBe(about.length);
});

test('where the first zone cannot be planned the next one heads the course', () => {
  const given = withZones([zone('cheek', '40 cm2')], 'site.id=nose', 'site.touches=["nostril"]');
  const led = worked(planCourse(given, sheets, run));
  expect(led.given.site.id).toBe('cheek');
  expect(led.zones?.map(({ site }) => site)).toEqual(['nose', 'cheek']);
});

test('an anaesthetic is counted over all zones of a session', () => {
  const product = '{"kind":"topical","product":"lidocaine 4 %","area_limit":"60 cm2"}';
  const given = withZones([zone('forehead', '40 cm2')], `anaesthesia=${product}`);
  expect(planCourse(given, sheets, run).status).toBe('refused');
  expect(planCourse(caseWith(`anaesthesia=${product}`), sheets, run).status).toBe('planned');
});

test('a course in one zone is a course of the plan of that zone; another zone is refused', () => {
  const [chosen] = plan.candidates;
  if (chosen === undefined) throw new Error('the face is planned');
  const { plan: own, candidate } = planOfZone(plan, chosen, 'forehead');
  expect(own.candidates.map(({ id }) => id)).toContain(candidate.id);
  expect(() => planOfZone(plan, chosen, 'neck')).toThrow(/no zone of this course/);
});

test('the same zone twice is refused at its path', () => {
  expect(() => withZones([zone('cheek', '10 cm2')])).toThrow(/zones\[0\].id/);
});
