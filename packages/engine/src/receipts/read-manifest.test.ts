import { expect, test } from 'vitest';
import { setValue } from '../case/set-value.ts';
import { caseDocument } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { protocolDocument } from '../testing/protocol.ts';
import { readManifest } from './read-manifest.ts';

const plain = () => ({
  kind: 'percuta manifest',
  version: 1,
  engine: '0.1.0',
  command: 'plan',
  seed: 5,
  draws: 16,
  inputs: { document: caseDocument(), sheets: [] },
  hashes: { input: 'a', data: { screening: 'b' }, stages: { skin: 'c' }, result: 'd' },
  stages: [{ name: 'skin', version: 1 }],
  parameters: [{ name: 'puncture.gap', value: '30 um', overridden: '50 um' }, { name: 'skin.withinShare' }],
  platform: 'here',
});

const read = (...assignments: readonly string[]) =>
  readManifest(assignments.reduce<unknown>(setValue, plain()));

test('what a replay needs is read, the rest is kept', () => {
  expect(read()).toEqual(plain());
});

test.each([
  ['a case', caseDocument()],
  ['a protocol', protocolDocument()],
  ['a plan', { ...plain(), kind: 'percuta plan' }],
  ['a document without a kind', { version: 1 }],
])('%s is refused as another kind', (_, document) => {
  expect(problemsOf(() => readManifest(document))).toMatchObject([
    { path: 'kind', problem: 'is another kind of document', allowed: '"percuta manifest"' },
  ]);
});

test.each([[null], ['percuta manifest'], [[plain()]]])('%j is no document', (document) => {
  expect(problemsOf(() => readManifest(document))).toMatchObject([
    { path: '', problem: 'is not a JSON object' },
  ]);
});

test.each([
  ['version=2', 'version'],
  ['command=bake', 'command'],
  ['seed=-1', 'seed'],
  ['seed=1.5', 'seed'],
  ['draws=0', 'draws'],
  ['draws=1000000000000', 'draws'],
  ['hashes.result=1', 'hashes.result'],
  ['hashes.data.screening=1', 'hashes.data.screening'],
  ['hashes.further=e', 'hashes.further'],
  ['inputs.sheets=none', 'inputs.sheets'],
  ['parameters[0].overridden=1', 'parameters[0].overridden'],
])('%s is refused at %s', (assignment, path) => {
  expect(problemsOf(() => read(assignment)).map((problem) => problem.path)).toEqual([path]);
});
