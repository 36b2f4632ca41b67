import { createRandom, type Random } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { isPercutaError } from '../error.ts';
import { expectedLimits, isBroken, type Expected } from '../testing/broken-by-definition.ts';
import { randomSubject } from '../testing/random-subject.ts';
import type { Adjustment } from './adjustments.ts';
import { assessSafety, bindingOf, isInside, type Margin } from './envelope.ts';
import type { Subject } from './limit.ts';
import { limits } from './limits.ts';

const overridable = limits.filter(({ isOverridable }) => isOverridable);

/** A bound at a random place about the default: tighter or looser by up to half. */
const near = (random: Random, bound: number): number => bound * (0.5 + random.next());

const pickLimit = (random: Random) => {
  const limit = overridable[random.integer(overridable.length)];
  if (limit === undefined) throw new RangeError('no limit');
  return limit;
};

const tightened = (random: Random, expected: ReadonlyMap<string, Expected>): Adjustment => {
  const { id, direction } = pickLimit(random);
  const bound = expected.get(id)?.bound ?? 1;
  const step = random.next() < 0.2 ? 0 : random.next() * Math.abs(bound);
  return { limit: id, value: direction === 'at most' ? bound - step : bound + step };
};

const overridden = (random: Random, expected: ReadonlyMap<string, Expected>): Adjustment => {
  const { id } = pickLimit(random);
  const override = { reason: 'a reason of ten letters', name: 'Dr A. Example' };
  return { limit: id, value: near(random, expected.get(id)?.bound ?? 1), override };
};

/** The bound in force by the rules of the case: an override takes the place of the default, a tightened limit adds. */
const inForce = (id: string, expected: Expected, adjustments: readonly Adjustment[]): number => {
  const own = adjustments.filter(({ limit }) => limit === id);
  const start = own.find(({ override }) => override !== undefined)?.value ?? expected.bound;
  const strict = own.filter(({ override }) => override === undefined).map(({ value }) => value);
  return expected.direction === 'at most' ? Math.min(start, ...strict) : Math.max(start, ...strict);
};

const brokenIds = (margins: readonly Margin[]): string[] =>
  margins.filter((margin) => margin.isBroken).map(({ limit }) => limit);

const brokenIn = (expected: ReadonlyMap<string, Expected>, adjustments: readonly Adjustment[]): string[] =>
  [...expected].flatMap(([id, one]) =>
    isBroken({ ...one, bound: inForce(id, one, adjustments) }) ? [id] : [],
  );

const subjects = 100_000;
/** How often each limit has been seen broken, and how many subjects were inside. */
const seen = new Map<string, number>();
let inside = 0;

test('100 000 courses: what is broken by definition is reported broken, and nothing that is broken is inside', () => {
  const random = createRandom(1);
  for (let i = 0; i < subjects; i += 1) {
    const subject = randomSubject(random);
    const expected = expectedLimits(subject);
    const adjustments =
      random.next() < 0.5 ? [] : [tightened(random, expected), overridden(random, expected)];
    const margins = assessSafety(subject, adjustments);
    const broken = brokenIn(expected, adjustments);
    // expect() is slow: it is asked only where the answers differ.
    const isSame =
      margins.length === expected.size &&
      brokenIds(margins).join() === broken.join() &&
      isInside(margins) === (broken.length === 0);
    if (!isSame) expect([i, brokenIds(margins), isInside(margins)]).toEqual([i, broken, broken.length === 0]);
    for (const id of broken) seen.set(id, (seen.get(id) ?? 0) + 1);
    if (broken.length === 0) inside += 1;
  }
  // Every limit was met broken, and enough was inside for the rest to say something.
  for (const { id } of limits) expect([id, (seen.get(id) ?? 0) > 500]).toEqual([id, true]);
  expect(inside).toBeGreaterThan(2000);
});

const some = (count: number, seed: number, check: (subject: Subject, random: Random) => void): void => {
  const random = createRandom(seed);
  for (let i = 0; i < count; i += 1) check(randomSubject(random), random);
};

test('values, bounds and the share used are those of the definitions', () => {
  some(3000, 2, (subject) => {
    const expected = expectedLimits(subject);
    for (const { limit, value, bound, used, isBroken } of assessSafety(subject, [])) {
      const one = expected.get(limit);
      // Sums and products in another order: a few roundings, relative to values of order one.
      expect(Math.abs(value - (one?.value ?? Number.NaN))).toBeLessThanOrEqual(
        1e-12 * Math.max(1, Math.abs(value)),
      );
      expect(bound).toBeCloseTo(one?.bound ?? Number.NaN, 12);
      expect(used >= 1).toBe(isBroken || (value === bound && bound > 0));
    }
  });
});

test('tightening a limit never lets in what was outside', () => {
  let closed = 0;
  some(20_000, 3, (subject, random) => {
    const before = isInside(assessSafety(subject, []));
    const tighter = tightened(random, expectedLimits(subject));
    const after = isInside(assessSafety(subject, [tighter]));
    if (after && !before) expect.unreachable(`${tighter.limit} tightened let a course in`);
    if (before && !after) closed += 1;
  });
  expect(closed).toBeGreaterThan(50);
});

test('a limit meant to be tightened cannot be loosened', () => {
  some(2000, 4, (subject, random) => {
    const expected = expectedLimits(subject);
    const { id, direction } = pickLimit(random);
    const bound = expected.get(id)?.bound;
    if (bound === undefined || bound <= 0) return;
    const value = direction === 'at most' ? bound * 1.01 : bound * 0.99;
    try {
      assessSafety(subject, [{ limit: id, value }]);
      expect.unreachable(`${id} was loosened`);
    } catch (error) {
      if (!isPercutaError(error, 'BadInput')) throw error;
    }
  });
});

test('an override moves the limit it names and no other', () => {
  some(5000, 5, (subject, random) => {
    const one = overridden(random, expectedLimits(subject));
    const before = assessSafety(subject, []).filter(({ limit }) => limit !== one.limit);
    const after = assessSafety(subject, [one]);
    if (brokenIds(before).join() !== brokenIds(after.filter(({ limit }) => limit !== one.limit)).join()) {
      expect.unreachable(`an override of ${one.limit} moved another limit`);
    }
    expect(after.filter(({ isOverridden }) => isOverridden).every(({ limit }) => limit === one.limit)).toBe(
      true,
    );
  });
});

test('deeper is never safer: no depth limit is less used, all else equal', () => {
  some(5000, 6, (subject, random) => {
    const further = random.next() * 1e-3;
    const deeper: Subject = {
      ...subject,
      settings: { ...subject.settings, depth: subject.settings.depth + further },
      tracks: subject.tracks.map((track) => ({ ...track, ceiling: track.ceiling + further })),
    };
    const before = assessSafety(subject, []).filter(({ level }) => level === 'stroke');
    const after = new Map(assessSafety(deeper, []).map((margin) => [margin.limit, margin]));
    for (const { limit, value, isBroken } of before) {
      const later = after.get(limit);
      if (!(later && later.value >= value && (later.isBroken || !isBroken))) {
        expect.unreachable(`${limit} relaxed with depth`);
      }
    }
  });
});

test('more draws of the same make no difference', () => {
  some(500, 7, (subject) => {
    const doubled = { ...subject, tracks: [...subject.tracks, ...subject.tracks] };
    expect(brokenIds(assessSafety(doubled, []))).toEqual(brokenIds(assessSafety(subject, [])));
  });
});

test('whatever binds is broken if anything is', () => {
  some(3000, 8, (subject) => {
    const margins = assessSafety(subject, []);
    expect(bindingOf(margins)?.isBroken).toBe(!isInside(margins));
  });
});

/** Every number the envelope looks at, set to NaN one at a time. */
const spoilers: Record<string, (subject: Subject) => Subject> = {
  depth: (s) => ({ ...s, settings: { ...s.settings, depth: Number.NaN } }),
  passes: (s) => ({ ...s, settings: { ...s.settings, passes: Number.NaN } }),
  interval: (s) => ({ ...s, course: { sessions: 2, interval: Number.NaN } }),
  'interval that nobody states': (s) => ({ ...s, course: { sessions: 2, interval: undefined } }),
  ...Object.fromEntries(
    (['ceiling', 'dermalBorder', 'withinLogSd', 'strokesPerPass', 'channelDiameter'] as const).map((key) => [
      key,
      (s: Subject): Subject => ({
        ...s,
        tracks: s.tracks.map((t, i) => (i === 0 ? { ...t, [key]: Number.NaN } : t)),
      }),
    ]),
  ),
  'no tracks': (s) => ({ ...s, tracks: [] }),
};

test.each(Object.entries(spoilers))('%s that is not a number never passes', (_, spoil) => {
  some(2000, 9, (subject) => {
    let verdict: boolean;
    try {
      verdict = isInside(assessSafety(spoil(subject), []));
    } catch (error) {
      // A share of draws that are not numbers has no quantiles: refused outright.
      expect(error).toBeInstanceOf(RangeError);
      return;
    }
    expect(verdict).toBe(false);
  });
});
