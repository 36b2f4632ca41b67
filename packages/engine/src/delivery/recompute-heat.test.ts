import { expect, test } from 'vitest';
import { planCourse } from '../plan-course.ts';
import { heatLimits } from '../safety/limits.ts';
import { caseWith } from '../testing/case.ts';
import { rfSheet } from '../testing/rf.ts';
import { emulatorByLaw } from '../testing/rf-emulator.ts';
import { readDelivered } from './delivered.ts';
import { recomputeCourse } from './recompute-course.ts';
import { writeRecomputed } from './write-recomputed.ts';

const sheet = rfSheet({}, { depth: { min: '0.6 mm', max: '1.4 mm', step: '0.4 mm' } });
const run = { draws: 128, seed: 1, overrides: {}, emulators: [emulatorByLaw(sheet)] };
const given = caseWith(
  'measured[0].layer=skin',
  'measured[0].method=ultrasound',
  'measured[0].value=2.6 mm',
  'measured[0].error=0.1 mm',
);
const plan = planCourse(given, [sheet], run);
if (plan.status !== 'planned') throw new Error(`the test case is planned, not ${plan.status}`);
const deep = plan.candidates
  .filter(({ settings, course }) => settings.depth === 1e-3 && course.sessions > 1)
  .toSorted((a, b) => (b.settings.rf?.energy_per_needle ?? 0) - (a.settings.rf?.energy_per_needle ?? 0))[0];
if (deep === undefined) throw new Error('a course at 1 mm is planned');

const recompute = (settings?: object) =>
  recomputeCourse(
    plan,
    readDelivered({
      kind: 'percuta delivered',
      version: 1,
      course: deep.id,
      sessions: [
        { day: '0 days', endpoints: [], reactions: [], ...(settings === undefined ? {} : { settings }) },
      ],
      outcomes: [],
    }),
    run,
  );

test('a course with energy is found, keeps its energy, and its heat is judged', () => {
  const { done, next } = recompute();
  expect(done).toMatchObject([{ changed: [], broken: [], isHeatJudged: true }]);
  expect(done[0]?.settings.rf).toEqual(deep.settings.rf);
  expect(next[0]?.isAsPlanned).toBe(true);
});

test('ways to go on that differ in energy alone are told apart', () => {
  const shots = recompute().next.map(({ candidate: { settings, course }, sessions }) =>
    JSON.stringify([settings, course.interval, sessions]),
  );
  expect(new Set(shots).size).toBe(shots.length);
  const energies = recompute().next.map(({ candidate }) => candidate.settings.rf?.energy_per_needle);
  expect(new Set(energies).size).toBeGreaterThan(1);
});

test('as much energy nearer the surface broke a limit of heat', () => {
  const [done] = recompute({ depth: '0.6 mm', passes: deep.settings.passes }).done;
  expect(done?.settings.rf).toEqual(deep.settings.rf);
  expect(done?.changed).toEqual(['depth']);
  expect(done?.broken.some(({ limit }) => heatLimits.has(limit))).toBe(true);
});

test('heat of a session that nothing knows is told as not judged', () => {
  const { emulators: _, ...without } = run;
  const unknown = {
    ...plan,
    devices: plan.devices.map(({ emulator: _emulator, ...facts }) => facts),
  };
  const told = recomputeCourse(
    unknown,
    readDelivered({
      kind: 'percuta delivered',
      version: 1,
      course: deep.id,
      sessions: [{ day: '0 days', endpoints: [], reactions: [] }],
    }),
    without,
  );
  expect(told.done[0]?.isHeatJudged).toBe(false);
  const written = writeRecomputed(told, { resultHash: 'hash', differing: ['stage: skin'] });
  expect(written.sessions[0]).toMatchObject({ heat: 'not judged' });
  expect(written.plan).toMatchObject({ not_as_made: ['stage: skin'] });
});
