import { describe, expect, test } from 'vitest';
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

const recompute = (settings?: object, of: typeof plan = plan) =>
  recomputeCourse(
    of,
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

const passes = deep.settings.passes;

test('energy that was set otherwise is judged as it was set, and told as not planned', () => {
  const strong = { depth: '1 mm', passes, rf: { energy_per_needle: '60 mJ', pulse: '50 ms' } };
  const [done] = recompute(strong).done;
  expect(done?.changed).toEqual(['energy']);
  expect(done?.settings.rf).toEqual({ energy_per_needle: 0.06, pulse: 0.05, pulses: 1 });
  expect(done?.isHeatJudged).toBe(true);
  expect(done?.broken.some(({ limit }) => heatLimits.has(limit))).toBe(true);
});

/** The plan with more said of its device. */
const planWith = (rf: object): typeof plan => ({
  ...plan,
  devices: plan.devices.map(({ sheet, ...facts }) => ({
    ...facts,
    sheet: { ...sheet, rf: { ...sheet.rf, ...rf } },
  })),
});

test('a mark of the dial counts as the energy that the sheet says it is', () => {
  const levels = {
    value: [{ mark: '3', means: 0.03 }],
    printed: '3 means 30 mJ',
    sources: [],
    read: 'label or registry' as const,
  };
  const marked = planWith({ levels });
  const by = (rf: object) =>
    recompute({ depth: '1 mm', passes, rf: { ...rf, pulse: '100 ms' } }, marked).done[0];
  expect(by({ level: '3' })?.settings).toEqual(by({ energy_per_needle: '30 mJ' })?.settings);
  expect(by({ level: '3' })?.isHeatJudged).toBe(true);
});

test('heat of several pulses, which no emulator has learnt, is told as not judged', () => {
  const rf = { energy_per_needle: '15 mJ', pulse: '50 ms', pulses: 2, pause: '50 ms' };
  const [done] = recompute({ depth: '1 mm', passes, rf }).done;
  expect(done?.changed).toEqual(['energy']);
  expect(done?.isHeatJudged).toBe(false);
});

test('needles drawn back that fired again are told as they did, and their heat is not judged', () => {
  const stops_max = { value: 1, printed: '1', sources: [], read: 'label or registry' as const };
  const rf = {
    energy_per_needle: '15 mJ',
    pulse: '50 ms',
    stops: [{ depth: '0.6 mm' }],
    retraction: '0.1 s',
  };
  const settings = { depth: '1 mm', passes, rf };
  expect(() => recompute(settings)).toThrow('has no stops within a shot');
  const recomputed = recompute(settings, planWith({ stops_max }));
  const [done] = recomputed.done;
  expect(done?.changed).toEqual(['energy']);
  expect(done?.settings.rf).toMatchObject({
    stops: [{ depth: expect.closeTo(6e-4, 12), energy_per_needle: 0.015, pulse: 0.05 }],
    retraction: 0.1,
  });
  expect(done?.isHeatJudged).toBe(false);
  expect(JSON.stringify(writeRecomputed(recomputed, { resultHash: '', differing: [] }))).toContain(
    '"stops":[{"depth":"0.6 mm","energy_per_needle":"15 mJ","pulse":"50 ms"}],"retraction":"100 ms"',
  );
});

test.each([
  [{ energy_per_needle: '61 mJ', pulse: '50 ms' }, 'no energy per needle of 61 mJ'],
  [{ level: '9', pulse: '50 ms' }, 'no level "9"'],
  [{ energy_per_needle: '15 mJ', pulse: '70 ms' }, 'no pulse of 70 ms'],
])('energy that the device does not have is refused: %j', (rf, message) => {
  expect(() => recompute({ depth: '1 mm', passes, rf })).toThrow(message);
});

const doneAt = (depth: string) => recompute({ depth, passes: 2 }).done[0];
const doneAtBoth = (settings: object = {}) =>
  recompute({ depth: '0.6 mm', passes: 2, further: [{ depth: '1 mm', passes: 2 }], ...settings }).done[0];

describe('two depths in a session', () => {
  test('each depth takes the energy of the first where it has none of its own', () => {
    expect(doneAtBoth()?.settings.further).toEqual([{ depth: 1e-3, passes: 2, rf: deep.settings.rf }]);
    const rf = { energy_per_needle: '5 mJ', pulse: '100 ms' };
    expect(doneAtBoth({ further: [{ depth: '1 mm', passes: 2, rf }] })?.settings.further).toEqual([
      { depth: 1e-3, passes: 2, rf: { energy_per_needle: 5e-3, pulse: 0.1, pulses: 1 } },
    ]);
    expect(doneAtBoth()?.changed).toContain('further');
  });

  test('holes and bleeding are those of both', () => {
    const [shallow, deeper, together] = [doneAt('0.6 mm'), doneAt('1 mm'), doneAtBoth()];
    for (const what of ['dose', 'bleeding'] as const) {
      // Medians of sums are no sums of medians: both rise with the same draws, so that they come near.
      const sum = (shallow?.[what].median ?? 0) + (deeper?.[what].median ?? 0);
      expect(Math.abs((together?.[what].median ?? 0) / sum - 1)).toBeLessThan(0.05);
    }
  });

  test('a limit of heat that one of them breaks is broken by both, by no less', () => {
    const brokenBy = (done: typeof shallow) =>
      new Map(done?.broken.map(({ limit, value }) => [limit, value]));
    const [shallow, together] = [doneAt('0.6 mm'), doneAtBoth()];
    expect(together?.isHeatJudged).toBe(true);
    const broken = [...brokenBy(shallow)].filter(([limit]) => heatLimits.has(limit));
    expect(broken.length).toBeGreaterThan(0);
    for (const [limit, value] of broken) {
      expect(brokenBy(together).get(limit)).toBeGreaterThanOrEqual(value);
    }
  });

  test('heat of which one part is not known is not judged', () => {
    const rf = { energy_per_needle: '15 mJ', pulse: '50 ms', pulses: 2, pause: '50 ms' };
    expect(doneAtBoth({ further: [{ depth: '1 mm', passes: 2, rf }] })?.isHeatJudged).toBe(false);
  });

  test('a depth that the device does not have is refused', () => {
    expect(() => doneAtBoth({ further: [{ depth: '9 mm', passes: 1 }] })).toThrow('no depth of 9 mm');
  });
});

test('heat of a session that nothing knows is told as not judged', () => {
  const { emulators: _, ...without } = run;
  const unknown = {
    ...plan,
    devices: plan.devices.map((facts) => ({ ...facts, emulators: [] })),
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
