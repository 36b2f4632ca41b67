import {
  screeningIds,
  screeningItems,
  type Route,
  type ScreeningId,
  type ScreeningItem,
} from '@percuta/evidence';
import { createRandom } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../case/case.ts';
import { caseWith } from '../testing/case.ts';
import { mayProceed, screen, type Screening } from './screening.ts';

const cleared = caseWith();
const byPerson = screeningItems().filter(({ answered_by }) => answered_by === 'person');
const applies = (item: ScreeningItem, route: Route) => item.applies_to.includes(route);

const withAnswers = (answers: Partial<Record<ScreeningId, Answer>>) => ({
  ...cleared,
  screening: { ...cleared.screening, ...answers },
});

test('"no" to everything proceeds', () => {
  expect(screen(cleared, 'needling')).toEqual({ verdict: 'proceed', findings: [], unanswered: [] });
});

/** The strictest verdict the actions of an item can mean. */
const strictestOf = ({ actions }: ScreeningItem): Screening['verdict'] => {
  const has = (...wanted: string[]) => actions.some((action) => wanted.includes(action));
  if (has('exclude', 'exclude-zone')) return 'exclude';
  if (has('refer')) return 'refer';
  if (has('defer')) return 'defer';
  return has('proceed-with-change', 'exclude-use') ? 'proceed with change' : 'proceed';
};

describe.each(['needling', 'rf'] as const)('%s', (route) => {
  test.each(byPerson.filter((item) => applies(item, route)).map((item) => [item.id, item] as const))(
    'yes to %s alone leads to its strictest verdict',
    (id, item) => {
      const screening = screen(withAnswers({ [id]: 'yes' }), route);
      expect(screening.verdict).toBe(strictestOf(item));
      expect(screening.findings.map((finding) => finding.item.id)).toEqual([id]);
    },
  );

  test.each(byPerson.filter((item) => !applies(item, route)).map(({ id }) => [id]))(
    '%s is of the other route and holds nothing up',
    (id) => {
      for (const answer of ['yes', 'not asked'] as const) {
        expect(screen(withAnswers({ [id]: answer }), route)).toEqual(screen(cleared, route));
      }
    },
  );

  test.each(byPerson.filter((item) => applies(item, route)).map(({ id }) => [id]))(
    '%s unanswered is not cleared',
    (id) => {
      const { [id]: dropped, ...rest } = cleared.screening;
      expect(dropped).toBe('no');
      for (const screening of [rest, { ...rest, [id]: 'not asked' as const }]) {
        const result = screen({ ...cleared, screening }, route);
        expect(result.verdict).toBe('incomplete');
        expect(result.unanswered.map((item) => item.id)).toEqual([id]);
        expect(mayProceed(result)).toBe(false);
      }
    },
  );
});

describe('what the case answers itself', () => {
  test.each([
    ['person.age=17 years', 'age-under-18', 'exclude'],
    ['person.age=18 years', 'age-18-21', 'proceed with change'],
    ['person.age=21.9 years', 'age-18-21', 'proceed with change'],
    ['person.phototype=IV', 'phototype-dark', 'proceed with change'],
    ['person.phototype=VI', 'phototype-dark', 'proceed with change'],
    ['person.smoking=current', 'smoking', 'proceed with change'],
    ['site.touches[0]=lip vermilion', 'orbital-rim', 'exclude'],
    ['site.id=lower_eyelid', 'orbital-rim', 'exclude'],
  ])('%s: %s, %s', (assignment, id, verdict) => {
    const screening = screen(caseWith(assignment), 'needling');
    expect(screening.verdict).toBe(verdict);
    expect(screening.findings.map(({ item }) => item.id)).toEqual([id]);
  });

  test.each(['person.age=22 years', 'person.phototype=III', 'person.smoking=former'])(
    '%s: nothing',
    (assignment) => {
      expect(screen(caseWith(assignment), 'needling').verdict).toBe('proceed');
    },
  );

  const itself = ['age-under-18', 'age-18-21', 'phototype-dark', 'smoking', 'orbital-rim'] as const;

  test.each(itself)('a "yes" to %s counts although the case says otherwise', (id) => {
    const screening = screen(withAnswers({ [id]: 'yes' }), 'needling');
    expect(screening.findings.map(({ item }) => item.id)).toEqual([id]);
    expect(screening.unanswered).toEqual([]);
  });

  test.each([
    ['person.age=17 years', 'age-under-18'],
    ['person.phototype=V', 'phototype-dark'],
    ['person.smoking=current', 'smoking'],
    ['site.id=lower_eyelid', 'orbital-rim'],
  ] as const)('%s stands against a "no" to %s', (assignment, id) => {
    const plain = screen(caseWith(assignment), 'needling');
    for (const answer of ['no', 'not asked']) {
      expect(screen(caseWith(assignment, `screening.${id}=${answer}`), 'needling')).toEqual(plain);
    }
  });

  test('smoking that nobody asked about is unanswered', () => {
    const screening = screen(caseWith('person.smoking=not asked'), 'needling');
    expect(screening.unanswered.map(({ id }) => id)).toEqual(['smoking']);
  });

  test('every item is asked of the person or answered by the case', () => {
    const answered = new Set(['phototype-dark', 'smoking', 'age-under-18', 'age-18-21', 'orbital-rim']);
    expect(screeningIds.filter((id) => !answered.has(id))).toEqual(byPerson.map(({ id }) => id));
  });
});

test('the strictest of several findings decides and is told first', () => {
  const screening = screen(
    withAnswers({ filler: 'yes', tan: 'yes', keloid: 'yes', anticoagulant: 'yes' }),
    'needling',
  );
  expect(screening.verdict).toBe('exclude');
  expect(screening.findings.map(({ action }) => action)).toEqual([
    'exclude',
    'refer',
    'defer',
    'proceed-with-change',
  ]);
});

describe('an anaesthetic that must not be used', () => {
  const load = { 'anaesthetic-load': 'yes' } as const;
  const topical = { kind: 'topical', product: 'cream', area_limit: 0.01 } as const;

  test('excludes where the plan makes use of one', () => {
    const screening = screen({ ...withAnswers(load), anaesthesia: topical }, 'needling');
    expect(screening).toMatchObject({ verdict: 'exclude', findings: [{ action: 'exclude' }] });
  });

  test.each([undefined, { kind: 'none' } as const])(
    'changes the plan where it does not (%j)',
    (anaesthesia) => {
      const given = { ...withAnswers(load), ...(anaesthesia === undefined ? {} : { anaesthesia }) };
      expect(screen(given, 'needling')).toMatchObject({
        verdict: 'proceed with change',
        findings: [{ action: 'exclude-use' }],
      });
    },
  );

  test('no other answer is changed by it', () => {
    for (const { id } of byPerson.filter(({ id }) => id !== 'anaesthetic-load')) {
      const given = withAnswers({ [id]: 'yes' });
      expect(screen({ ...given, anaesthesia: topical }, 'rf')).toEqual(screen(given, 'rf'));
    }
  });
});

test('a stop stands although other questions are open', () => {
  expect(screen(withAnswers({ keloid: 'yes', tan: 'not asked' }), 'needling').verdict).toBe('exclude');
  expect(screen(withAnswers({ filler: 'yes', tan: 'not asked' }), 'needling').verdict).toBe('incomplete');
});

const permissive: readonly Screening['verdict'][] = [
  'exclude',
  'refer',
  'defer',
  'incomplete',
  'proceed with change',
  'proceed',
];

/** Where one "yes" in place of a "no" let a random person through, of `count` persons. */
const letThrough = (count: number): string[] => {
  const random = createRandom(1);
  const ids = screeningIds;
  const answer = (yes: number): Answer =>
    random.next() < yes ? 'yes' : random.next() < 0.02 ? 'not asked' : 'no';
  return Array.from({ length: count }, () => {
    const yes = random.next() * 0.2;
    const answers = Object.fromEntries(ids.map((id) => [id, answer(yes)]));
    const id = ids[random.integer(ids.length)] ?? 'keloid';
    const route = random.next() < 0.5 ? 'needling' : 'rf';
    const before = screen(withAnswers({ ...answers, [id]: 'no' }), route).verdict;
    const after = screen(withAnswers({ ...answers, [id]: 'yes' }), route).verdict;
    return permissive.indexOf(after) > permissive.indexOf(before) ? `${id}: ${before} to ${after}` : '';
  }).filter((offence) => offence !== '');
};

test('a "yes" in place of a "no" never makes the verdict more permissive', () => {
  expect(letThrough(4000)).toEqual([]);
});
