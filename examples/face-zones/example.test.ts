import { writePlan } from '@percuta/engine';
import { expect, test } from 'vitest';
import { ranPlan } from '../plan-example.ts';

const plan = ranPlan('face-zones');
const depthsIn = (site: string): number[] => [
  ...new Set(
    plan.candidates.map(({ settings, zones = [] }) => {
      const zone = zones.find((one) => one.site === site);
      return Math.round((zone?.candidate.settings ?? settings).depth * 1e5) / 100;
    }),
  ),
];

test('one depth does not fit a face', () => {
  expect(Math.max(...depthsIn('upper_lip_perioral'))).toBe(0.5);
  expect(depthsIn('forehead')).toEqual([0.25]);
  expect(depthsIn('temple')).toEqual([0.25]);
});

test('what touches the rim of the eye is left out by name, and the rest is planned', () => {
  expect(plan.status).toBe('planned');
  expect(plan.notices[0]).toBe(
    "Periorbital / crow's feet is left out of the course: the area touches an exclusion zone.",
  );
  expect(plan.zones?.map(({ site, plan: { status } }) => [site, status])).toEqual([
    ['cheek', 'planned'],
    ['forehead', 'planned'],
    ['temple', 'planned'],
    ['upper_lip_perioral', 'planned'],
    ['periorbital_crows_feet', 'refused'],
  ]);
});

test('every course says what each planned zone gets in the same sessions', () => {
  for (const { zones, course, device } of plan.candidates) {
    expect(zones?.map(({ site }) => site)).toEqual(['forehead', 'temple', 'upper_lip_perioral']);
    for (const zone of zones ?? []) {
      expect(zone.candidate.device).toBe(device);
      expect(zone.candidate.course).toMatchObject({ sessions: course.sessions, interval: course.interval });
    }
  }
});

test('what the case leaves out of a zone is not treated there, and stays treated elsewhere', () => {
  const written = writePlan(plan);
  const zones = 'zones' in written ? (written.zones ?? []) : [];
  expect(zones.map((zone) => ('treated_area' in zone ? zone.treated_area : zone.area))).toEqual([
    '56.9148 cm2',
    '40 cm2',
    '20 cm2',
    '13 cm2',
    '10 cm2',
  ]);
});
