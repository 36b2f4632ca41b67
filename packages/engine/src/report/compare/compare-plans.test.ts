import { deviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { planCourse } from '../../plan-course.ts';
import { writePlan } from '../../plan/write-plan.ts';
import { caseWith } from '../../testing/case.ts';
import { problemsOf } from '../../testing/problems.ts';
import { comparePlans } from './compare-plans.ts';

const written = (...assignments: readonly string[]): unknown =>
  JSON.parse(
    JSON.stringify(
      writePlan(
        planCourse(caseWith(...assignments), [deviceSheet('skinpen_precision')], {
          draws: 64,
          seed: 1,
          overrides: {},
        }),
      ),
    ),
  );
const plain = written();
const measured = written(
  'measured[0].layer=skin',
  'measured[0].method=ultrasound',
  'measured[0].value=2.2 mm',
  'measured[0].error=0.1 mm',
);

describe('comparePlans', () => {
  const { inputs, counts, limits, courses, statuses } = comparePlans([plain, measured]);

  test('names the inputs that differ, and no other', () => {
    expect(inputs.map(({ path }) => path)).toEqual([
      'measured[0].layer',
      'measured[0].method',
      'measured[0].value',
      'measured[0].error',
    ]);
    expect(inputs[2]?.values).toEqual([undefined, '2.2 mm']);
  });

  test('a measured thickness opens depths that were outside by the limit it moves', () => {
    expect(statuses).toEqual(['planned', 'planned']);
    const [less = 0, more = 0] = (counts[0]?.values ?? []).map(Number);
    expect(more).toBeGreaterThan(less);
    const opened = courses.filter(
      ({ standings: [before, after] }) => before?.place === 'outside' && after?.place === 'front',
    );
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.map(({ standings: [before] }) => before?.limit)).toContain('tip-leaves-dermis');
    expect(limits.map(({ path }) => path)).toContain('tip-leaves-dermis');
  });

  test('the same plan twice differs in nothing', () => {
    const same = comparePlans([plain, plain, plain]);
    expect(same.inputs).toEqual([]);
    expect(same.courses.every(({ standings }) => standings.every(({ place }) => place === 'front'))).toBe(
      true,
    );
  });

  test('a refused plan has no courses; other inputs are compared as well', () => {
    const refused = written('screening.keloid=not asked');
    const compared = comparePlans(
      [plain, refused],
      [new Map([['draws', '64']]), new Map([['draws', '128']])],
    );
    expect(compared.statuses).toEqual(['planned', 'refused']);
    expect(compared.inputs.map(({ path }) => path)).toEqual(['screening.keloid', 'draws']);
    expect(compared.courses.every(({ standings: [, there] }) => there?.place === 'not there')).toBe(true);
  });

  test('what is no plan is refused', () => {
    expect(problemsOf(() => comparePlans([plain, { kind: 'percuta case', version: 1 }]))[0]?.path).toBe(
      'plans[1].kind',
    );
  });
});
