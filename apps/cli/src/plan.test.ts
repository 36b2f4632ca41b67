import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.testing.ts';

const cheek = 'examples/cheek-acne-scars/case.json';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

test('a plan prints a screen, writes its files whole and can be replayed bit for bit', () => {
  const planned = runCli('plan', cheek, '--out', join(folder, 'a'));
  expect(planned.code).toBe(0);
  // On a slow machine a word every 20 s of how far it is, and nothing else.
  expect(planned.err.replace(/^\d+ of \d+ [^\n]+, after \d+ s\n/gm, '')).toBe('');
  expect(planned.out).toContain('tip-leaves-dermis');
  expect(planned.out).toContain('matters most');
  expect(planned.out).toContain('Simulated, but not weighed in plans yet: heal, appearance;');
  expect(readdirSync(join(folder, 'a')).toSorted()).toEqual([
    'manifest.json',
    'plan.json',
    'reasons.json',
    'report.html',
  ]);

  const manifest = json('a/manifest.json');
  expect(Number.isInteger(manifest.seed)).toBe(true);
  const plan = json('a/plan.json');
  expect(plan.candidates.length).toBeGreaterThan(0);
  for (const rejected of plan.rejected) expect(rejected.binding.limit).toMatch(/^[a-z-]+$/);

  const replayed = runCli('replay', join(folder, 'a', 'manifest.json'));
  expect(replayed.code).toBe(0);
  expect(replayed.out).toContain(manifest.hashes.result);

  manifest.hashes.stages.puncture = '0';
  writeFileSync(join(folder, 'changed.json'), JSON.stringify(manifest));
  const changed = runCli('replay', join(folder, 'changed.json'));
  expect(changed.code).toBe(1);
  expect(changed.out).toContain('stage: puncture');
});

test('no safe plan leaves with 3, a refusal with 4, both with their reasons', () => {
  const none = runCli('plan', 'examples/crows-feet-no-safe-plan/case.json', '--json', '--draws', '256');
  expect(none.code).toBe(3);
  expect(JSON.parse(none.out)).toMatchObject({ status: 'no safe plan', candidates: [] });
  const refused = runCli('plan', 'examples/orbital-rim-refused/case.json', '--json');
  expect(refused.code).toBe(4);
  expect(JSON.parse(refused.out).reasons[0].because).toContain('orbital rim');
  const unanswered = runCli('plan', cheek, '--json', '--set', 'screening.keloid=not asked');
  expect(unanswered.code).toBe(4);
  expect(JSON.parse(unanswered.out).screening).toMatchObject({
    verdict: 'incomplete',
    unanswered: ['keloid'],
  });
});

test('bad input names every problem at once and leaves with 2, writing nothing', () => {
  const out = join(folder, 'none');
  const bad = runCli(
    'plan',
    cheek,
    '--out',
    out,
    ...['person.age=40 mm', 'person.sx=female', 'site.area=900 m2'].flatMap((set) => ['--set', set]),
  );
  expect(bad.code).toBe(2);
  expect(bad.out).toBe('');
  expect(bad.err).toContain('person.age');
  expect(bad.err).toContain('did you mean "sex"?');
  expect(bad.err).toMatch(/site\.area: .*5000 cm2/);
  expect(readdirSync(folder)).not.toContain('none');
});

test('a missing file, no JSON, an unknown device, parameter and flag each say what to do', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{ "kind": ');
  expect(runCli('plan', 'nowhere.json')).toMatchObject({
    code: 2,
    err: expect.stringContaining('does not exist'),
  });
  expect(runCli('plan', broken)).toMatchObject({ code: 2, err: expect.stringContaining('is not JSON') });
  expect(runCli('plan', cheek, '--set', 'devices[0]=skinpen_precison').err).toContain(
    'did you mean "skinpen_precision"?',
  );
  expect(runCli('plan', cheek, '--parameter', 'puncture.gab=1 um').err).toContain('is not a parameter');
  expect(runCli('plan', cheek, '--drows', '3')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--draws'),
  });
});

test('an override is printed with its reason and name, and a locked limit cannot be overridden', () => {
  const given = JSON.parse(readFileSync(cheek, 'utf8'));
  const override = {
    limit: 'tip-leaves-dermis',
    value: '20 %',
    reason: 'scars tethered to the fat',
    name: 'Dr N. N.',
  };
  writeFileSync(join(folder, 'override.json'), JSON.stringify({ ...given, overrides: [override] }));
  const loosened = runCli(
    'plan',
    join(folder, 'override.json'),
    '--draws',
    '256',
    '--no-reasons',
    '--out',
    join(folder, 'o'),
  );
  expect(loosened.code).toBe(0);
  expect(loosened.out).toContain('OVERRIDDEN: tip-leaves-dermis set to 20 % by Dr N. N.');
  expect(readFileSync(join(folder, 'o', 'report.html'), 'utf8')).toContain('scars tethered to the fat');
  const locked = { ...override, limit: 'exclusion-zone', value: '1' };
  writeFileSync(join(folder, 'locked.json'), JSON.stringify({ ...given, overrides: [locked] }));
  expect(runCli('plan', join(folder, 'locked.json'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('cannot be overridden'),
  });
});

test("a device sheet of one's own is planned with, embedded in the manifest and replayed", () => {
  const thigh = 'examples/thigh-stretch-marks';
  const out = join(folder, 'own');
  const args = ['--device', `${thigh}/device.json`, '--draws', '256', '--no-reasons', '--out', out];
  const planned = runCli('plan', `${thigh}/case.json`, ...args);
  expect(planned.code).toBe(0);
  expect(planned.out).not.toContain('matters most');
  expect(readdirSync(out)).not.toContain('reasons.json');
  const devices = json('own/plan.json').candidates.map(({ device }: { device: string }) => device);
  expect(devices).toContain('own-stamp');
  expect(runCli('replay', join(out, 'manifest.json')).code).toBe(0);
});

test('a choice is written as a course with its reason; --json prints the plan alone, as the file, and runs agree', () => {
  const out = join(folder, 'chosen');
  const args = ['plan', cheek, '--draws', '256', '--json'];
  const chosen = runCli(...args, '--out', out, '--choose', 'B', '--reason', 'fewer passes');
  expect(chosen.code).toBe(0);
  expect(chosen.out).toBe(readFileSync(join(out, 'plan.json'), 'utf8'));
  expect(runCli(...args).out).toBe(chosen.out);
  expect(JSON.parse(chosen.out).status).toBe('planned');
  const course = json('chosen/course.json');
  expect(course).toMatchObject({ kind: 'percuta course', reason: 'fewer passes' });
  expect(json('chosen/plan.json').candidates.map(({ id }: { id: string }) => id)).toContain(course.chosen.id);
  expect(course.plan.result_hash).toBe(json('chosen/manifest.json').hashes.result);
  expect(readFileSync(join(out, 'course.html'), 'utf8')).toContain('fewer passes');
});

test('a course outside the envelope cannot be chosen', () => {
  const [rejected] = json('chosen/plan.json').rejected;
  const args = ['--draws', '256', '--out', join(folder, 'no')];
  const outside = runCli('plan', cheek, ...args, '--choose', rejected.id);
  expect(outside).toMatchObject({ code: 2, err: expect.stringContaining('outside the envelope') });
  const unasked = runCli('plan', cheek, '--reason', 'none', '--out', join(folder, 'no'));
  expect(unasked).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--choose') });
  const blank = runCli('plan', cheek, '--choose', 'A', '--reason', '  ', '--out', join(folder, 'no'));
  expect(blank).toMatchObject({ code: 2, out: '', err: expect.stringContaining('says nothing') });
  expect(readdirSync(folder)).not.toContain('no');
});

test('compare names what differs between plans, seed and parameters included', () => {
  const other = join(folder, 'other');
  const changes = ['--seed', '5', '--parameter', 'puncture.gap=50 um', '--set', 'person.phototype=II'];
  runCli('plan', cheek, '--draws', '256', '--no-reasons', '--out', other, ...changes);
  const plans = [join(folder, 'a', 'plan.json'), join(other, 'plan.json')];
  const compared = JSON.parse(runCli('compare', ...plans, '--json').out);
  expect(compared.inputs.map(({ path }: { path: string }) => path)).toEqual([
    'person.phototype',
    'run: seed',
    'run: draws',
    'run: puncture.gap',
  ]);
  expect(runCli('compare', ...plans).out).toContain('tip-leaves-dermis');
  expect(runCli('compare', plans[0] ?? '')).toMatchObject({
    code: 2,
    err: expect.stringContaining('two or more'),
  });
});

test('the value of measuring the skin first is told beside the plan', () => {
  const out = join(folder, 'measured');
  const run = runCli('plan', cheek, '--draws', '64', '--no-reasons', '--out', out, '--if-measured', '0.1 mm');
  expect(run.code).toBe(0);
  expect(run.out).toContain('If the skin were measured first');
  expect(json('measured/measurement.json').readings).toHaveLength(7);
  expect(runCli('plan', cheek, '--if-measured', '3 s')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--if-measured'),
  });
});
