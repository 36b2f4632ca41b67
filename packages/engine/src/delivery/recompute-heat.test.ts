import { expect, test } from 'vitest';
import { heatLimits } from '../safety/limits.ts';
import { rfPlan } from '../testing/rf-plan.ts';
import { readDelivered } from './delivered.ts';
import { recomputeCourse } from './recompute-course.ts';
import { writeRecomputed } from './write-recomputed.ts';

const { plan, run } = rfPlan('2.6 mm', { draws: 128 });
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
