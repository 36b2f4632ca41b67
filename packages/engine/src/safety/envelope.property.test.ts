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

/** Random subjects that fail a check, as the check words it. */
const offences = (
  count: number,
  seed: number,
  check: (subject: Subject, random: Random) => string | undefined,
): string[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => check(randomSubject(random), random)).filter(
    (offence) => offence !== undefined,
  );
};

test('100 000 courses: what is broken by definition is reported broken, and nothing that is broken is inside', () => {
  const timesBroken = new Map<string, number>();
  let inside = 0;
  const found = offences(100_000, 1, (subject, random) => {
    const expected = expectedLimits(subject);
    const adjustments =
      random.next() < 0.5 ? [] : [tightened(random, expected), overridden(random, expected)];
    const margins = assessSafety(subject, adjustments);
    const broken = brokenIn(expected, adjustments);
    for (const id of broken) timesBroken.set(id, (timesBroken.get(id) ?? 0) + 1);
    if (broken.length === 0) inside += 1;
    const isSame = margins.length === expected.size && brokenIds(margins).join() === broken.join();
    const isFair = isInside(margins) === (broken.length === 0);
    return isSame && isFair ? undefined : `${brokenIds(margins).join()} for ${broken.join()}`;
  });
  expect(found).toEqual([]);
  // Every limit was met broken, and enough was inside for the rest to say something.
  expect(limits.filter(({ id }) => (timesBroken.get(id) ?? 0) < 500)).toEqual([]);
  expect(inside).toBeGreaterThan(2000);
});

test('values, bounds and the share used are those of the definitions', () => {
  const found = offences(3000, 2, (subject) => {
    const expected = expectedLimits(subject);
    return assessSafety(subject, []).find(({ limit, value, bound, used, isBroken }) => {
      const one = expected.get(limit);
      if (one === undefined) return true;
      // Sums and products in another order: a few roundings, of values of order one at most but for times.
      const isClose = Math.abs(value - one.value) <= 1e-12 * Math.max(1, Math.abs(value));
      const isFull = used >= 1 === (isBroken || (value === bound && bound > 0));
      return !(isClose && Math.abs(bound - one.bound) < 1e-12 && isFull);
    })?.limit;
  });
  expect(found).toEqual([]);
});

test('tightening a limit never lets in what was outside', () => {
  let closed = 0;
  const found = offences(20_000, 3, (subject, random) => {
    const before = isInside(assessSafety(subject, []));
    const tighter = tightened(random, expectedLimits(subject));
    const after = isInside(assessSafety(subject, [tighter]));
    if (before && !after) closed += 1;
    return after && !before ? tighter.limit : undefined;
  });
  expect(found).toEqual([]);
  expect(closed).toBeGreaterThan(50);
});

test('a limit meant to be tightened cannot be loosened', () => {
  const found = offences(2000, 4, (subject, random) => {
    const { id, direction } = pickLimit(random);
    const bound = expectedLimits(subject).get(id)?.bound;
    if (bound === undefined || bound <= 0) return undefined;
    try {
      assessSafety(subject, [{ limit: id, value: direction === 'at most' ? bound * 1.01 : bound * 0.99 }]);
      return id;
    } catch (error) {
      if (isPercutaError(error, 'BadInput')) return undefined;
      throw error;
    }
  });
  expect(found).toEqual([]);
});

test('an override moves the limit it names and no other', () => {
  const found = offences(5000, 5, (subject, random) => {
    const one = overridden(random, expectedLimits(subject));
    const others = (margins: readonly Margin[]) => margins.filter(({ limit }) => limit !== one.limit);
    const [before, after] = [assessSafety(subject, []), assessSafety(subject, [one])];
    const isSame = brokenIds(others(before)).join() === brokenIds(others(after)).join();
    return isSame && !others(after).some(({ isOverridden }) => isOverridden) ? undefined : one.limit;
  });
  expect(found).toEqual([]);
});

test('deeper is never safer: no depth limit is less used, all else equal', () => {
  const found = offences(5000, 6, (subject, random) => {
    const further = random.next() * 1e-3;
    const deeper: Subject = {
      ...subject,
      settings: { ...subject.settings, depth: subject.settings.depth + further },
      tracks: subject.tracks.map((track) => ({ ...track, ceiling: track.ceiling + further })),
    };
    const after = new Map(assessSafety(deeper, []).map((margin) => [margin.limit, margin]));
    return assessSafety(subject, [])
      .filter(({ level }) => level === 'stroke')
      .find(({ limit, value, isBroken }) => {
        const later = after.get(limit);
        return later === undefined || later.value < value || (isBroken && !later.isBroken);
      })?.limit;
  });
  expect(found).toEqual([]);
});

test('whatever binds is broken if anything is', () => {
  const found = offences(3000, 8, (subject) => {
    const margins = assessSafety(subject, []);
    const binding = bindingOf(margins);
    return binding?.isBroken === !isInside(margins) ? undefined : binding?.limit;
  });
  expect(found).toEqual([]);
});

/** Every number the envelope looks at, set to NaN one at a time. */
const spoilers: Record<string, (subject: Subject) => Subject> = {
  depth: (s) => ({ ...s, settings: { ...s.settings, depth: Number.NaN } }),
  passes: (s) => ({ ...s, settings: { ...s.settings, passes: Number.NaN } }),
  interval: (s) => ({ ...s, course: { sessions: 2, interval: Number.NaN } }),
  'an interval nobody states': (s) => ({ ...s, course: { sessions: 2, interval: undefined } }),
  ...Object.fromEntries(
    (['ceiling', 'dermalBorder', 'withinLogSd', 'strokesPerPass', 'channelDiameter'] as const).map((key) => [
      key,
      (s: Subject): Subject => ({
        ...s,
        tracks: s.tracks.map((t, i) => (i === 0 ? { ...t, [key]: Number.NaN } : t)),
      }),
    ]),
  ),
  'an empty list of tracks': (s) => ({ ...s, tracks: [] }),
};

/** "inside" or "outside"; "refused" where a share of draws that are not numbers has no quantiles. */
const verdictOf = (subject: Subject): string => {
  try {
    return isInside(assessSafety(subject, [])) ? 'inside' : 'outside';
  } catch (error) {
    if (error instanceof RangeError) return 'refused';
    throw error;
  }
};

test.each(Object.entries(spoilers))('%s that is not a number never passes', (_, spoil) => {
  const found = offences(2000, 9, (subject) =>
    verdictOf(spoil(subject)) === 'inside' ? 'inside' : undefined,
  );
  expect(found).toEqual([]);
});
