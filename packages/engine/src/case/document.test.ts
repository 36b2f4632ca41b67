import { expect, test } from 'vitest';
import { z } from 'zod';
import { caseDocument, caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { readCase } from './case.ts';
import { readDocument } from './document.ts';

test.each([
  ['titel=x', 'titel', 'title'],
  ['person.fototype=II', 'person.fototype', 'phototype'],
  ['measured[0].eror=1 mm', 'measured[0].eror', 'error'],
])('%s: the nearest known key is offered', (assignment, path, nearest) => {
  const problem = problemsOf(() => caseWith(assignment)).find((one) => one.path === path);
  expect(problem).toMatchObject({ problem: 'unknown key', remedy: expect.stringContaining(`"${nearest}"`) });
  expect(problem?.allowed?.split(', ')).toContain(nearest);
});

test('an unknown screening item is refused', () => {
  const problems = problemsOf(() => caseWith('screening.keloids=no'));
  expect(problems).toMatchObject([{ path: 'screening.keloids', given: '"no"' }]);
});

test('the same unknown key in two places is held against the keys of each place', () => {
  const problems = problemsOf(() => caseWith('person.are=1', 'site.are=1'));
  expect(problems.map(({ path, remedy }) => [path, /"(.*)"/.exec(remedy)?.[1]])).toEqual([
    ['person.are', 'age'],
    ['site.are', 'area'],
  ]);
});

test('a long value is shown shortened', () => {
  const [problem] = problemsOf(() => caseWith(`person.sex=${'x'.repeat(500)}`));
  expect(problem?.given.length).toBe(78);
});

test('a union is explained by its branch that got furthest', () => {
  const schema = z.object({
    depth: z.union([z.strictObject({ a: z.number(), b: z.number() }), z.strictObject({ fixed: z.number() })]),
  });
  expect(problemsOf(() => readDocument(schema, { depth: { fixed: 'deep' } }))).toMatchObject([
    { path: 'depth.fixed', given: '"deep"', allowed: 'a number' },
  ]);
});

test('a union of text and fields is explained by that of what is given', () => {
  const text = z.string().refine((value) => value.endsWith('m'), 'is no length');
  const schema = z.object({ depth: z.union([text, z.strictObject({ least: text, most: text })]) });
  expect(problemsOf(() => readDocument(schema, { depth: { least: '1 s', most: '2 m' } }))).toMatchObject([
    { path: 'depth.least', problem: 'is no length' },
  ]);
  expect(problemsOf(() => readDocument(schema, { depth: '1 s' }))).toMatchObject([
    { path: 'depth', problem: 'is no length' },
  ]);
});

test('a union of words and fields is explained by its fields, or says which there are', () => {
  const flow = z.string().refine((value) => value.endsWith('W'), 'is no power');
  const fields = z.union([z.strictObject({ flow, blood: z.number() }), z.strictObject({ rate: z.number() })]);
  const schema = z.object({ perfusion: z.union([z.literal('none'), fields]) });
  expect(problemsOf(() => readDocument(schema, { perfusion: { flow: '1 s', blood: 2 } }))).toMatchObject([
    { path: 'perfusion.flow', problem: 'is no power' },
  ]);
  expect(problemsOf(() => readDocument(schema, { perfusion: '7 W' }))).toMatchObject([
    { path: 'perfusion', allowed: 'none, { flow, blood }, { rate }' },
  ]);
  expect(problemsOf(() => readDocument(z.object({ perfusion: fields }), { perfusion: '7 W' }))).toMatchObject(
    [{ path: 'perfusion', problem: 'is not an object', allowed: '{ flow, blood }, { rate }' }],
  );
  expect(problemsOf(() => readDocument(schema, { perfusion: { speed: 1 } }))).toContainEqual(
    expect.objectContaining({ path: 'perfusion.speed', allowed: 'rate' }),
  );
});

test('what is given stays as it was', () => {
  const document = caseDocument();
  const before = structuredClone(document);
  readCase(document);
  expect(document).toEqual(before);
});
