import { deviceSheet, type DeviceId } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { OutsideModel } from './error.ts';
import { planCourse } from './plan-course.ts';
import type { Candidate, Rejected } from './plan/plan.ts';
import type { Run } from './run.ts';
import { isInside } from './safety/envelope.ts';
import { simulate } from './simulate.ts';
import type { ZoneSimulation } from './simulation/simulate-zone.ts';
import { problemsOf } from './testing/problems.ts';
import { protocolWith } from './testing/protocol.ts';
import { stampSheet } from './testing/sheet.ts';
import { writeSimulation } from './write-simulation.ts';

const run: Run = { draws: 512, seed: 7, overrides: {}, heals: false };
const pen = deviceSheet('skinpen_precision');

const simulated = (...assignments: readonly string[]) => simulate(protocolWith(...assignments), pen, run);

const firstZone = ({ zones: [zone] }: { readonly zones: readonly ZoneSimulation[] }): ZoneSimulation => {
  if (zone === undefined) throw new Error('no zone');
  return zone;
};

const reading = (index: number, fields: readonly string[]) =>
  fields.map((field) => `case.measured[${index}].${field}`);
const thickDermis = reading(0, ['layer=dermis', 'method=ultrasound', 'value=1.8 mm', 'error=0.05 mm']);

const isThatDeep = ({ settings }: Candidate | Rejected) =>
  settings.depth === 1.5e-3 && settings.passes === 2 && settings.handSpeed === 0.02;

describe('a needling protocol', () => {
  const protocol = protocolWith();
  const plan = planCourse(protocol.case, [pen], run);
  const zone = firstZone(simulate(protocol, pen, run));
  const [candidates, rejected] =
    plan.status === 'refused' ? [[], []] : ([plan.candidates, plan.rejected] as const);

  /** The same settings and course in the plan. */
  const alike = candidates.filter(
    ({ settings, course }) =>
      settings.depth === zone.settings.depth &&
      settings.passes === zone.settings.passes &&
      settings.handSpeed === zone.settings.handSpeed &&
      course.sessions === 3 &&
      course.interval === 28 * 86_400,
  );

  test('is judged as the plan judges the same settings', () => {
    expect(alike.length).toBeGreaterThan(0);
    for (const course of alike) {
      expect(zone.stroke.depth).toEqual(course.stroke.depth);
      expect(zone.session).toEqual(course.session);
      expect(zone.margins).toEqual(course.margins);
      expect(zone.binding).toEqual(course.binding);
    }
    expect(zone.isInside).toBe(true);
  });

  test('another seed gives another band: what is equal is so because the draws are', () => {
    const other = firstZone(simulate(protocol, pen, { ...run, seed: 8 }));
    expect(other.stroke.depth).not.toEqual(zone.stroke.depth);
  });

  test('is outside where the plan rejects it', () => {
    const deep = firstZone(simulated('device.depth=1.5 mm'));
    expect(deep.isInside).toBe(false);
    expect(deep.binding?.limit).toBe('tip-leaves-dermis');
    expect(rejected.filter(isThatDeep).length).toBeGreaterThan(0);
    expect(candidates.filter(isThatDeep)).toEqual([]);
  });

  test('the shortest time between its sessions is judged', () => {
    const uneven = firstZone(simulated('sessions[1]=42 days', 'sessions[2]=63 days'));
    const interval = uneven.margins.find(({ limit }) => limit === 'interval');
    expect(interval).toMatchObject({ value: 21 * 86_400, isBroken: true });
  });

  test('a limit set in the case holds in every zone', () => {
    const assignments = ['case.limits[0].limit=phototype-cap', 'case.limits[0].value=0.3 mm'];
    const { zones } = simulated(...assignments);
    expect(zones.map((one) => one.isInside)).toEqual([false, true]);
    expect(zones.map(({ binding }) => binding?.limit)).toContain('phototype-cap');
  });
});

describe('zones', () => {
  test('have the skin, the limits and the settings of their own site', () => {
    const [cheek, jaw] = simulated().zones;
    const alone = firstZone(
      simulated('case.site.id=jawline', 'case.site.area=25 cm2', 'device.depth=0.25 mm'),
    );
    expect(jaw?.settings.depth).toBe(0.25e-3);
    expect(jaw?.skin).not.toEqual(cheek?.skin);
    expect(jaw?.margins).not.toEqual(cheek?.margins);
    expect(jaw?.skin).toEqual(alone.skin);
    expect(jaw?.margins).toEqual(alone.margins);
  });

  test('of another site know nothing of the readings', () => {
    const [plain, measured] = [simulated(), simulated(...thickDermis)];
    expect(measured.zones[0]?.skin.dermis).toBeGreaterThan(1.2 * (plain.zones[0]?.skin.dermis ?? 0));
    expect(measured.zones[1]?.skin).toEqual(plain.zones[1]?.skin);
    expect(measured.zones[1]?.margins).toEqual(plain.zones[1]?.margins);
  });

  test('of the same site do', () => {
    const zones = simulated(...thickDermis, 'zones[1].site=cheek', 'zones[1].depth=0.5 mm').zones;
    expect(zones[1]?.skin).toEqual(zones[0]?.skin);
  });

  test('are told one by one, and a signal ends the run', () => {
    const told: number[] = [];
    simulate(protocolWith(), pen, { ...run, progress: (done, total) => told.push(done / total) });
    expect(told).toEqual([0, 0.5]);
    expect(() => simulate(protocolWith(), pen, { ...run, signal: AbortSignal.abort() })).toThrow('aborted');
  });
});

const rf = (id: DeviceId, ...assignments: readonly string[]) =>
  simulate(protocolWith(`device.id=${id}`, 'zones[1].depth=1.5 mm', ...assignments), deviceSheet(id), run);

describe('RF devices', () => {
  test.each([
    ['within every limit of needling', 'intensif', 'device.depth=0.5 mm'],
    ['beyond them', 'mnrf_7x7', 'device.depth=1.5 mm'],
  ] as const)('are not judged %s without draws of heat', (_, id, depth) => {
    const simulation = rf(id, depth);
    expect(simulation.zones.map((zone) => zone.isInside)).toEqual([undefined, undefined]);
    expect(firstZone(simulation).margins.length).toBeGreaterThan(0);
    expect(isInside(firstZone(simulation).margins)).toBe(id === 'intensif');
    const written = writeSimulation(simulation).zones.map((zone) => zone.inside_envelope);
    expect(new Set(written)).toEqual(new Set(['not judged: no draws of heat were made']));
  });

  test('are screened as such', () => {
    const pacemaker = 'case.screening.pacemaker=yes';
    expect(rf('intensif', pacemaker).screening.verdict).toBe('exclude');
    expect(simulated(pacemaker).screening.verdict).toBe('proceed');
  });
});

describe('settings the device lacks', () => {
  test.each([
    ['device.depth=0.6 mm', '0.6 mm', '0.5 mm, 0.75 mm'],
    ['device.depth=3 mm', '3 mm', '2.5 mm'],
    ['zones[1].depth=0.3 mm', '0.3 mm', '0.25 mm'],
    ['device.frequency=900 Hz', '900 Hz', 'Hz'],
  ])('%s is outside the model', (assignment, given, allowed) => {
    let error: unknown;
    try {
      simulated(assignment);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(OutsideModel);
    expect(error).toMatchObject({
      message: expect.stringContaining(given),
      bound: expect.stringContaining(allowed),
    });
  });
});

test('a stamp of one needle more than its grid, and a single needle, are simulated', () => {
  const stamp = simulate(protocolWith('zones[1].depth=0.5 mm'), stampSheet({ needle_count: 37 }), run);
  expect(firstZone(stamp).lattice?.holeDensity).toBeGreaterThan(0);
  const single = stampSheet({ class: 'single', needle_count: 1, depth: { fixed: '0.5 mm' } });
  expect(firstZone(simulate(protocolWith('zones[1].depth=0.5 mm'), single, run)).lattice).toBeUndefined();
});

test('readings and limits that cannot be are refused', () => {
  const far = reading(0, ['layer=dermis', 'method=ultrasound', 'value=60 mm', 'error=1 mm']);
  expect(problemsOf(() => simulated(...far))).toMatchObject([{ path: 'measured[0].value' }]);
  const loose = ['case.limits[0].limit=passes', 'case.limits[0].value="20"'];
  expect(problemsOf(() => simulated(...loose))).toMatchObject([{ path: 'limits (passes)' }]);
});
