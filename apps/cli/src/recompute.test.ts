import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.testing.ts';

const example = 'examples/cheek-acne-scars';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  runCli('plan', `${example}/case.json`, '--draws', '512', '--no-reasons', '--out', folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('delivered sessions are held against their plan, and the record of it is written', () => {
  const out = join(folder, 'out');
  const args = ['recompute', join(folder, 'plan.json'), '--delivered', `${example}/delivered.json`];
  const told = runCli(...args, '--out', out);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toContain('How to go on');
  const written = JSON.parse(readFileSync(join(out, 'recomputed.json'), 'utf8'));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(written.plan.result_hash).toBe(manifest.hashes.result);
  expect(written.sessions).toHaveLength(2);
  expect(runCli(...args, '--json').out).toBe(readFileSync(join(out, 'recomputed.json'), 'utf8'));
});

test('a record that cannot be, and a file that is no plan, leave with 2 and write nothing', () => {
  const bad = join(folder, 'bad.json');
  const record = JSON.parse(readFileSync(`${example}/delivered.json`, 'utf8'));
  writeFileSync(bad, JSON.stringify({ ...record, sessions: [] }));
  const out = join(folder, 'none');
  const plan = join(folder, 'plan.json');
  const refused = runCli('recompute', plan, '--delivered', bad, '--out', out);
  expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('sessions') });
  const noPlan = runCli('recompute', `${example}/case.json`, '--delivered', bad, '--out', out);
  expect(noPlan).toMatchObject({ code: 2, err: expect.stringContaining('is no plan') });
  expect(readdirSync(folder)).not.toContain('none');
});

test('a plan that comes out otherwise is told before anything else, on a terminal and in the record', () => {
  const made = join(folder, 'made');
  mkdirSync(made);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const stages = { ...manifest.hashes.stages, skin: 'f00d' };
  const changed = { ...manifest, engine: '0.0.1', hashes: { ...manifest.hashes, stages } };
  writeFileSync(join(made, 'manifest.json'), JSON.stringify(changed));
  cpSync(join(folder, 'plan.json'), join(made, 'plan.json'));
  const args = ['recompute', join(made, 'plan.json'), '--delivered', `${example}/delivered.json`];
  const told = runCli(...args);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^Notice: .*not the one that was made \(made by engine 0\.0\.1, .*stage: skin/);
  expect(JSON.parse(runCli(...args, '--json').out).plan.not_as_made).toEqual(['stage: skin']);
});

test.each([
  [
    'an edited plan',
    'plan.json',
    (text: string) => text.replace('"status": "planned"', '"status": "refused"'),
  ],
  ['a manifest of another plan', 'manifest.json', (text: string) => text.replace(/("plan": ")./, '$1x')],
])('%s does not pass beside what it was written with', (_, name, edit) => {
  const made = mkdtempSync(join(tmpdir(), 'percuta-edited-'));
  for (const one of ['plan.json', 'manifest.json']) {
    const text = readFileSync(join(folder, one), 'utf8');
    const written = one === name ? edit(text) : text;
    expect(written === text).toBe(one !== name);
    writeFileSync(join(made, one), written);
  }
  const plan = join(made, 'plan.json');
  const refused = { code: 2, out: '', err: expect.stringContaining(`${plan}: is not the document`) };
  expect(runCli('recompute', plan, '--delivered', `${example}/delivered.json`)).toMatchObject(refused);
  expect(runCli('compare', join(folder, 'plan.json'), plan)).toMatchObject(refused);
  expect(runCli('replay', join(made, 'manifest.json'))).toMatchObject(refused);
  rmSync(made, { recursive: true });
});

test('a course that names another plan does not pass, and a plan set out otherwise does', () => {
  const made = mkdtempSync(join(tmpdir(), 'percuta-course-'));
  cpSync(join(folder, 'manifest.json'), join(made, 'manifest.json'));
  const course = join(made, 'course.json');
  writeFileSync(course, JSON.stringify({ kind: 'percuta course', plan: { result_hash: 'f00d' } }));
  const args = ['--delivered', `${example}/delivered.json`];
  expect(runCli('recompute', course, ...args)).toMatchObject({
    code: 2,
    err: expect.stringContaining('course.json: is not the document'),
  });
  const plan = join(made, 'plan.json');
  writeFileSync(
    plan,
    JSON.stringify(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')), undefined, 4),
  );
  expect(runCli('recompute', plan, ...args)).toMatchObject({ code: 0, err: '' });
  rmSync(made, { recursive: true });
});

test.each(['in the case', 'by flag'])(
  'a plan with a device sheet of its own is found again: %s',
  (how) => {
    const own = mkdtempSync(join(tmpdir(), 'percuta-own-'));
    const sheet = JSON.parse(readFileSync('packages/evidence/data/devices/skinpen_precision.json', 'utf8'));
    const given = JSON.parse(readFileSync(`${example}/case.json`, 'utf8'));
    const sheets = how === 'in the case' ? { sheets: ['own.json'] } : {};
    writeFileSync(join(own, 'own.json'), JSON.stringify({ ...sheet, id: 'own-pen', name: 'Own pen' }));
    writeFileSync(join(own, 'case.json'), JSON.stringify({ ...given, devices: [], ...sheets }));
    const flag = how === 'by flag' ? ['--device', join(own, 'own.json')] : [];
    const out = join(own, 'plan');
    runCli('plan', join(own, 'case.json'), ...flag, '--draws', '64', '--no-reasons', '--out', out);
    const record = JSON.parse(readFileSync(`${example}/delivered.json`, 'utf8'));
    writeFileSync(join(own, 'delivered.json'), JSON.stringify({ ...record, course: 'A' }));
    const told = runCli('recompute', join(out, 'plan.json'), '--delivered', join(own, 'delivered.json'));
    rmSync(own, { recursive: true });
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('Delivered of own-pen_');
    expect(told.out).not.toContain('Notice');
  },
  60_000,
);
