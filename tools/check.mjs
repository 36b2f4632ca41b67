// `npm run check`: everything that is not a test. Each line is one command; the first that fails ends it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, nodeToUse, root } from './install.mjs';

ensureInstalled('all');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const checks = [
  ['types', [bin('tsc'), '-p', '.']],
  ['lint', [bin('oxlint'), '--quiet']],
  ['format', [bin('oxfmt'), '--check', '.']],
  ['kernels', [nodeToUse(), 'tools/kernels/build.ts', '--check']],
  ['reactions', [nodeToUse(), 'tools/heal/generate-reactions.ts', '--check']],
  ['layers', [nodeToUse(), 'tools/check-layers.ts']],
  ['size', [nodeToUse(), 'tools/check-size.ts']],
  ['provenance', [nodeToUse(), 'tools/check-provenance.ts']],
  ['public documentation', [nodeToUse(), 'tools/documented/check-docs.ts']],
  ['generated docs', [nodeToUse(), 'tools/generate-docs.ts', '--check']],
];
for (const [name, [command, ...args]] of checks) {
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  const text = `${run.stdout ?? ''}${run.stderr ?? ''}`.trim();
  process.stdout.write(`${run.status === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
  if (run.status !== 0) {
    process.stdout.write(`${text}\n`);
    process.exitCode = 1;
    break;
  }
}
