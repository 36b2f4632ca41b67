import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const flag = fileURLToPath(new URL('without-maglev.ts', import.meta.url));

/** A loop that is hot enough for every compiler of V8, by what a process says of its compilers. */
const hot = `
const work = (n) => { let sum = 0; for (let i = 0; i < n; i += 1) sum += Math.sqrt(i); return sum; };
for (let k = 0; k < 300; k += 1) work(20000);
`;

const compilersIn = (before: string): string =>
  spawnSync(process.execPath, ['--trace-opt', '--input-type=module', '-e', `${before}\n${hot}`], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  }).stdout;

test('what the command line runs is compiled without Maglev, and all the same compiled', () => {
  expect(compilersIn('')).toContain('target MAGLEV');
  const own = compilersIn(`await import(${JSON.stringify(flag)});`);
  expect(own).not.toContain('target MAGLEV');
  expect(own).toContain('target TURBOFAN');
});

test('so are tests', () => {
  expect(process.execArgv).toContain('--no-maglev');
});
