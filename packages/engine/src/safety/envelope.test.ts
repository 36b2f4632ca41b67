import { deviceSheet } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { penSheet } from '../testing/sheet.ts';
import { shallowTrack, subjectWith } from '../testing/subject.ts';
import { adjustmentsOf } from './adjustments.ts';
import { assessSafety, bindingOf, isInside, marginsAt } from './envelope.ts';
import type { Subject } from './limit.ts';
import { limits } from './limits.ts';

const day = 86_400;
const marginOf = (subject: Subject, id: string) =>
  assessSafety(subject, []).find(({ limit }) => limit === id);

test('a gentle course with a labelled device is inside', () => {
  expect(assessSafety(subjectWith(), []).filter((margin) => margin.isBroken)).toEqual([]);
  expect(isInside(assessSafety(subjectWith(), []))).toBe(true);
});

test('every limit has a name of its own and a remedy', () => {
  expect(new Set(limits.map(({ id }) => id)).size).toBe(limits.length);
  for (const { title, remedy } of limits) expect(Math.min(title.length, remedy.length)).toBeGreaterThan(5);
});

test('every margin says where its bound comes from', () => {
  const given = caseWith(
    'person.phototype=V',
    'anaesthesia.kind=topical',
    'anaesthesia.product=cream',
    'anaesthesia.area_limit=100 cm2',
  );
  const heats = [{ belowTip: 0, toEpidermis: 1e-4, vapour: 0 }];
  const margins = assessSafety(subjectWith({ given, heats }), []);
  expect(margins.map(({ limit }) => limit).sort()).toEqual(limits.map(({ id }) => id).sort());
  for (const { sources, reason } of margins) expect(sources.length > 0 || reason !== undefined).toBe(true);
});

/** What stands exactly on a bound keeps it, the next number beyond does not. */
const onTheBound: readonly (readonly [string, Subject, Subject])[] = [
  ['passes', at({ passes: 10 }), at({ passes: 11 })],
  ['label-depth', at({ depth: 1.5e-3 }), at({ depth: 1.5e-3 * (1 + Number.EPSILON) })],
  ['indication-cap', at({ depth: 3e-3 }), at({ depth: 3e-3 * (1 + Number.EPSILON) })],
  ['interval', every(28 * day), every(28 * day - 1)],
  ['label-age', aged('22 years'), aged('21.99 years')],
  ['anaesthetic-area', numb('40 cm2'), numb('39.99 cm2')],
  ['exclusion-zone', subjectWith(), subjectWith({ given: caseWith('site.touches[0]=mole') })],
  ['phototype-cap', dark({ depth: 1.5e-3 }), dark({ depth: 1.51e-3 })],
];

test.each(onTheBound)('%s is kept when reached and broken beyond', (id, on, beyond) => {
  expect(marginOf(on, id)).toMatchObject({ isBroken: false });
  expect(marginOf(beyond, id)).toMatchObject({ isBroken: true });
  expect(marginOf(beyond, id)?.used).toBeGreaterThanOrEqual(1);
});

/** Draws of which the first run their channels together. */
const together = (events: number, draws: number) =>
  Array.from({ length: draws }, (_, i) =>
    i < events ? { ...shallowTrack, strokesPerPass: 1e9 } : shallowTrack,
  );

test('a counted chance is held against its limit by its upper bound', () => {
  // Clopper and Pearson, one-sided 95 %: 1 of 20 may be 21.61 %, 0 of 59 may be 4.951 %, 0 of 58 may be 5.034 %.
  expect(marginOf(subjectWith({ tracks: together(1, 20) }), 'coverage')).toMatchObject({
    value: 0.05,
    upper: expect.closeTo(0.2161, 4),
    isBroken: true,
  });
  expect(marginOf(subjectWith({ tracks: together(0, 59) }), 'coverage')).toMatchObject({
    value: 0,
    used: expect.closeTo(0.99, 2),
    isBroken: false,
  });
  expect(marginOf(subjectWith({ tracks: together(0, 58) }), 'coverage')?.isBroken).toBe(true);
});

test('limits that do not apply are left out: none is invented', () => {
  const ids = assessSafety(subjectWith({ course: { sessions: 1, interval: undefined } }), []).map(
    (m) => m.limit,
  );
  expect(ids).not.toContain('interval');
  expect(ids).not.toContain('phototype-cap');
  expect(ids).not.toContain('anaesthetic-area');
});

const withOwn = (subject: Subject, limit: string, value: string) => {
  const given = { ...subject.given, limits: [{ limit, value }] };
  const margins = assessSafety({ ...subject, given }, adjustmentsOf(given));
  return margins.find((margin) => margin.limit === limit);
};

test.each([
  ['phototype-cap', '0.4 mm', subjectWith(), true],
  ['phototype-cap', '0.5 mm', subjectWith(), false],
  ['indication-cap', '0.4 mm', subjectWith({ given: caseWith('concern.indication=laxity') }), true],
  ['label-depth', '0.4 mm', subjectWith({ sheet: deviceSheet('micropen') }), true],
  ['label-age', '36 years', subjectWith({ sheet: penSheet() }), true],
  ['label-age', '35 years', subjectWith({ sheet: penSheet() }), false],
])('%s of %s in the case holds where nothing else sets one', (limit, value, subject, isBroken) => {
  expect(marginOf(subject, limit)).toBeUndefined();
  expect(withOwn(subject, limit, value)).toMatchObject({
    isBroken,
    isOverridden: false,
    sources: [],
    reason: 'set in the case',
  });
});

test.each([
  ['anaesthetic-area', '1 cm2', subjectWith()],
  ['interval', '90 days', subjectWith({ course: { sessions: 1, interval: undefined } })],
  ['hazard-reach', '0 %', subjectWith({ given: caseWith('site.id=flank') })],
  ['label-phototype', '9', subjectWith({ sheet: penSheet() })],
])('%s in the case does not apply where it has nothing to say', (limit, value, subject) => {
  expect(marginOf(subject, limit)).toBeUndefined();
  expect(withOwn(subject, limit, value)).toBeUndefined();
});

test('where nothing at all is allowed every one counts as a whole limit and more', () => {
  const given = caseWith('site.touches[0]=mole', 'site.touches[1]=eyebrow');
  expect(marginOf(subjectWith({ given }), 'exclusion-zone')).toMatchObject({ value: 2, bound: 0, used: 3 });
});

test('a bound below nothing is used up by anything', () => {
  const margin = withOwn(subjectWith(), 'label-depth', '-1 mm');
  expect(margin?.bound).toBeLessThan(0);
  expect(margin?.isBroken).toBe(true);
  expect(margin?.used).toBeGreaterThan(1);
});

test('of several broken limits the one broken most binds', () => {
  const margins = assessSafety(at({ passes: 50, depth: 2e-3 }), []);
  expect(bindingOf(margins)?.limit).toBe('passes');
});

test('of kept limits one binds that the settings move, not the calendar or the person', () => {
  const margins = assessSafety(every(28 * day), []);
  expect(margins.find(({ limit }) => limit === 'interval')?.used).toBe(1);
  expect(['stroke', 'session']).toContain(bindingOf(margins)?.level);
});

test('nothing binds where nothing was assessed', () => {
  expect(bindingOf([])).toBeUndefined();
});

test('a level gives the limits of that level only', () => {
  expect(new Set(marginsAt('session', subjectWith(), []).map(({ level }) => level))).toEqual(
    new Set(['session']),
  );
});

function at(settings: Partial<Subject['settings']>): Subject {
  const plain = subjectWith();
  return { ...plain, settings: { ...plain.settings, ...settings } };
}

function every(interval: number): Subject {
  return subjectWith({ course: { sessions: 3, interval } });
}

function aged(age: string): Subject {
  return subjectWith({ given: caseWith(`person.age=${age}`) });
}

function numb(limit: string): Subject {
  const cream = ['anaesthesia.kind=topical', 'anaesthesia.product=cream', `anaesthesia.area_limit=${limit}`];
  return subjectWith({ given: caseWith(...cream) });
}

function dark(settings: Partial<Subject['settings']>): Subject {
  return { ...at(settings), given: caseWith('person.phototype=V') };
}
