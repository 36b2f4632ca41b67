import { describe, expect, test } from 'vitest';
import { caseDocument } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { readCase } from './case.ts';
import { migrate, type Migration } from './migrations.ts';

const rename: Migration = {
  from: 1,
  name: 'depth is called protrusion',
  migrate: ({ depth, ...rest }) => ({ ...rest, protrusion: depth }),
};
const wrap: Migration = {
  from: 2,
  name: 'protrusion belongs to the device',
  migrate: ({ protrusion, ...rest }) => ({ ...rest, device: { protrusion } }),
};

describe('steps', () => {
  test('run from the version of the document to the current one, in order of version', () => {
    const old = { kind: 'note', version: 1, depth: '1 mm' };
    const current = { kind: 'note', version: 3, device: { protrusion: '1 mm' } };
    expect(migrate(old, 'note', 3, [wrap, rename])).toEqual(current);
    expect(migrate({ kind: 'note', version: 2, protrusion: '1 mm' }, 'note', 3, [rename, wrap])).toEqual(
      current,
    );
    expect(migrate(current, 'note', 3, [rename, wrap])).toEqual(current);
  });

  test('leave the stored document as it was', () => {
    const old = Object.freeze({ kind: 'note', version: 1, depth: '1 mm' });
    migrate(old, 'note', 3, [rename, wrap]);
    expect(old).toEqual({ kind: 'note', version: 1, depth: '1 mm' });
  });
});

test.each([
  ['newer', 2, '2'],
  ['older than any', 0, '0'],
  ['broken', 1.5, '1.5'],
  ['in words', 'one', '"one"'],
  ['missing', undefined, 'nothing'],
])('a version that is %s is refused with the versions that can be read', (_, version, given) => {
  const problems = problemsOf(() => readCase({ ...Object(caseDocument()), version }));
  expect(problems).toEqual([
    {
      path: 'version',
      given,
      problem: 'is not a version this Percuta reads',
      allowed: '1 to 1',
      remedy: expect.stringContaining('newer Percuta'),
    },
  ]);
});

test.each([[null], ['text'], [3], [[]], [undefined]])('%j is no document', (input) => {
  expect(problemsOf(() => readCase(input))).toMatchObject([{ path: '', problem: 'is not a JSON object' }]);
});

test('another kind of document is refused by its kind', () => {
  const problems = problemsOf(() => readCase({ ...Object(caseDocument()), kind: 'percuta protocol' }));
  expect(problems).toMatchObject([
    { path: 'kind', given: '"percuta protocol"', allowed: '"percuta case"', remedy: 'give a percuta case' },
  ]);
});
