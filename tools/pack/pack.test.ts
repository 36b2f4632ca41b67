import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packAll } from './pack.ts';
import { isTest, readWorkspace, root } from '../sources.ts';

let folder = '';
let project = '';

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { cwd: project, encoding: 'utf8' });

/** Code blocks of `@example` in the comments of the packages. */
const examples = readWorkspace()
  .files.filter(({ path }) => path.startsWith('packages/') && !isTest(path))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/@example\n \* ```ts\n([^]*?) \* ```/g)].map(
      ([, code = '']) => [path, code.replaceAll(/^ \* ?/gm, '')] as const,
    ),
  );

/** What the example says it prints: the comments behind its console.log calls. */
const promised = (code: string): string[] =>
  [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = '']) => text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-pack-'));
  project = join(folder, 'project');
  mkdirSync(project);
  const tarballs = packAll(join(folder, 'packed'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  const installed = run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs);
  if (installed.status !== 0) throw new Error(installed.stderr);
  for (const name of ['case.json', 'protocol.json', 'delivered.json']) {
    cpSync(join(root, 'examples', 'cheek-acne-scars', name), join(project, name));
  }
  cpSync(join(root, 'validation', 'puncture', 'measurements.json'), join(project, 'measurements.json'));
  cpSync(join(root, 'examples', 'lab', 'heat-without-needles.json'), join(project, 'problem.json'));
  examples.forEach(([, code], i) => writeFileSync(join(project, `example-${i}.ts`), code));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }), 60_000);

test('what is packed holds no sources and no tests', () => {
  const listed = run('find', 'node_modules/@percuta', '-name', '*.ts', '-not', '-name', '*.d.ts');
  expect(listed.stdout).toBe('');
  expect(run('find', 'node_modules/@percuta', '-name', '*.test.*').stdout).toBe('');
});

test('the main functions of the engine have an example', () => {
  const all = examples.map(([, code]) => code).join('\n');
  for (const name of ['readCase', 'readProtocol', 'planCourse', 'simulate', 'screen', 'validatePuncture']) {
    expect(all).toContain(`${name}(`);
  }
});

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])(
  'the examples of the documentation type-check against all declarations: %s, resolved as %s',
  (module, resolution) => {
    const options = {
      '--module': module,
      '--moduleResolution': resolution,
      '--target': 'es2024',
      '--skipLibCheck': 'false',
      '--typeRoots': join(root, 'node_modules', '@types'),
      '--types': 'node',
    };
    const files = examples.map((_, i) => `example-${i}.ts`);
    const flags = Object.entries(options).flat();
    const checked = run(
      join(root, 'node_modules', '.bin', 'tsc'),
      '--noEmit',
      '--strict',
      ...flags,
      ...files,
    );
    expect(checked.stdout).toBe('');
  },
);

test('installed elsewhere, every example prints what it says', () => {
  const imports = examples.map((_, i) => `console.log('example ${i}'); await import('./example-${i}.ts');`);
  writeFileSync(join(project, 'examples.mjs'), imports.join('\n'));
  const { status, stdout, stderr } = run(process.execPath, 'examples.mjs');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const expected = examples.flatMap(([, code], i) => [`example ${i}`, ...promised(code)]);
  expect(stdout.trim().split('\n')).toEqual(expected);
});

test('the report is rendered from the installed packages', () => {
  const code = `
    import { readFileSync } from 'node:fs';
    import { renderPlan } from '@percuta/document';
    import { catalogueSheets, defaultRun, manifestOfPlan, planCourse, readCase, reportManifestOf } from '@percuta/engine';
    const document = JSON.parse(readFileSync('case.json', 'utf8'));
    const given = readCase(document);
    const sheets = catalogueSheets(given);
    const plan = planCourse(given, sheets, { ...defaultRun, draws: 64 });
    const manifest = manifestOfPlan(plan, sheets, { ...defaultRun, draws: 64 }, { document, sheets: [] }, '');
    console.log(renderPlan(plan, reportManifestOf(manifest)).slice(0, 15));
  `;
  writeFileSync(join(project, 'report.mjs'), code);
  expect(run(process.execPath, 'report.mjs')).toMatchObject({ status: 0, stdout: '<!doctype html>\n' });
});

test('a plan made from the packages is the plan made here, bit for bit', () => {
  const body = (source: string): string => `
    import { readFileSync } from 'node:fs';
    import { catalogueSheets, defaultRun, hashOf, planCourse, readCase, writePlan } from '${source}';
    const given = readCase(JSON.parse(readFileSync(${JSON.stringify(join(project, 'case.json'))}, 'utf8')));
    console.log(hashOf(writePlan(planCourse(given, catalogueSheets(given), { ...defaultRun, draws: 64 }))));
  `;
  writeFileSync(join(project, 'hash.mjs'), body('@percuta/engine'));
  const here = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', body(join(root, 'packages/engine/src/index.ts'))],
    { encoding: 'utf8', cwd: root },
  );
  const there = run(process.execPath, 'hash.mjs');
  expect(there.stdout).toMatch(/^[0-9a-f]{64}\n$/);
  expect(there.stdout).toBe(here.stdout);
});
