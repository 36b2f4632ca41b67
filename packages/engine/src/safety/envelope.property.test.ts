import { createRandom, type Random } from '@percuta/numerics';
import { expect, test } from 'vitest';
import type { MeasuredThickness } from '../case/case.ts';
import { isPercutaError } from '../error.ts';
import {
  definedLimits,
  expectedLimits,
  isBroken,
  isOfTheDevice,
  standsAlone,
  type Defined,
} from '../testing/broken-by-definition.ts';
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

/** A bound set in the case: no looser than the default, but where the case names one bound for several devices. */
const tightened = (random: Random, defined: ReadonlyMap<string, Defined>): Adjustment => {
  const { id, direction } = pickLimit(random);
  const { value, byDefault } = defined.get(id) ?? { value: 1, byDefault: undefined };
  if (byDefault === undefined || isOfTheDevice(id))
    return { limit: id, value: near(random, byDefault ?? value) };
  const step = random.next() < 0.2 ? 0 : random.next() * Math.abs(byDefault);
  return { limit: id, value: direction === 'at most' ? byDefault - step : byDefault + step };
};

const overridden = (random: Random, defined: ReadonlyMap<string, Defined>): Adjustment => {
  const { id } = pickLimit(random);
  const override = { reason: 'a reason of ten letters', name: 'Dr A. Example' };
  return { limit: id, value: near(random, defined.get(id)?.byDefault ?? 1), override };
};

const brokenIds = (margins: readonly Margin[]): string[] =>
  margins.filter((margin) => margin.isBroken).map(({ limit }) => limit);

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

const count = (times: Map<string, number>, id: string) => times.set(id, (times.get(id) ?? 0) + 1);

test('100 000 courses: what is broken by definition is reported broken, and nothing that is broken is inside', () => {
  const timesBroken = new Map<string, number>();
  const timesAlone = new Map<string, number>();
  let inside = 0;
  const found = offences(100_000, 1, (subject, random) => {
    const defined = definedLimits(subject);
    const adjustments = random.next() < 0.5 ? [] : [tightened(random, defined), overridden(random, defined)];
    const margins = assessSafety(subject, adjustments);
    const expected = expectedLimits(subject, adjustments, defined);
    const broken = [...expected].flatMap(([id, one]) => (isBroken(one) ? [id] : []));
    for (const id of broken) {
      count(timesBroken, id);
      if (defined.get(id)?.byDefault === undefined) count(timesAlone, id);
    }
    if (broken.length === 0) inside += 1;
    const isSame = margins.length === expected.size && brokenIds(margins).join() === broken.join();
    const isFair = isInside(margins) === (broken.length === 0);
    return isSame && isFair ? undefined : `${brokenIds(margins).join()} for ${broken.join()}`;
  });
  expect(found).toEqual([]);
  // Every limit was met broken, by a bound of the case alone where it may be, and enough was inside to say something.
  expect(limits.filter(({ id }) => (timesBroken.get(id) ?? 0) < 500)).toEqual([]);
  expect(limits.filter(({ id }) => standsAlone(id) && (timesAlone.get(id) ?? 0) < 50)).toEqual([]);
  expect(inside).toBeGreaterThan(2000);
}, 300_000);

test('values, bounds and the share used are those of the definitions', () => {
  const found = offences(6000, 2, (subject, random) => {
    const adjustments = random.next() < 0.5 ? [] : [tightened(random, definedLimits(subject))];
    const expected = expectedLimits(subject, adjustments);
    const margins = assessSafety(subject, adjustments);
    if (margins.length !== expected.size) return 'another number of limits';
    return margins.find(({ limit, value, bound, used, isBroken }) => {
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
    const tighter = tightened(random, definedLimits(subject));
    const after = isInside(assessSafety(subject, [tighter]));
    if (before && !after) closed += 1;
    return after && !before ? tighter.limit : undefined;
  });
  expect(found).toEqual([]);
  expect(closed).toBeGreaterThan(50);
});

/** The bound in force with an adjustment, "none" where the limit does not apply, or "refused". */
const outcomeOf = (subject: Subject, adjustment: Adjustment): number | string => {
  try {
    const margins = assessSafety(subject, [adjustment]);
    return margins.find(({ limit }) => limit === adjustment.limit)?.bound ?? 'none';
  } catch (error) {
    if (isPercutaError(error, 'BadInput')) return 'refused';
    throw error;
  }
};

test('a limit meant to be tightened cannot be loosened: it is refused, or holds where a device has its own', () => {
  const outcomes = new Map<string, number>();
  const found = offences(4000, 4, (subject, random) => {
    const { id, direction } = pickLimit(random);
    const bound = definedLimits(subject).get(id)?.byDefault;
    if (bound === undefined || bound <= 0) return undefined;
    const looser = direction === 'at most' ? bound * 1.01 : bound * 0.99;
    const outcome = outcomeOf(subject, { limit: id, value: looser });
    count(outcomes, id);
    return outcome === (isOfTheDevice(id) ? bound : 'refused') ? undefined : `${id}: ${outcome}`;
  });
  expect(found).toEqual([]);
  expect(overridable.filter(({ id }) => !outcomes.has(id))).toEqual([]);
});

test('a bound of the case alone holds for an age and for depths, and makes no other limit apply', () => {
  const outcomes = new Map<string, number>();
  const found = offences(6000, 10, (subject, random) => {
    const { id } = pickLimit(random);
    const { value, byDefault } = definedLimits(subject).get(id) ?? { value: 1, byDefault: 1 };
    if (byDefault !== undefined) return undefined;
    const bound = near(random, value);
    const outcome = outcomeOf(subject, { limit: id, value: bound });
    count(outcomes, id);
    return outcome === (standsAlone(id) ? bound : 'none') ? undefined : `${id}: ${outcome}`;
  });
  expect(found).toEqual([]);
  expect([...outcomes.keys()].sort()).toEqual([
    'anaesthetic-area',
    'coagulation-reaches-fat',
    'hazard-reach',
    'heat-reaches-epidermis',
    'indication-cap',
    'interval',
    'label-age',
    'label-depth',
    'label-phototype',
    'phototype-cap',
    'vaporisation',
  ]);
});

test('an override moves the limit it names and no other', () => {
  const found = offences(5000, 5, (subject, random) => {
    const one = overridden(random, definedLimits(subject));
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

const spoilt = (changes: Partial<MeasuredThickness>): MeasuredThickness => ({
  layer: 'dermis',
  method: 'ultrasound',
  value: 5e-3,
  error: 0.1e-3,
  ...changes,
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
  'a reading of the dermis': (s) => ({
    ...s,
    given: { ...s.given, measured: [spoilt({ value: Number.NaN })] },
  }),
  'the error of a reading': (s) => ({
    ...s,
    given: { ...s.given, measured: [spoilt({ error: Number.NaN })] },
  }),
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
