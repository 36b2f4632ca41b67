// `npm test`: installs what the tests need (packages, the older Node of the host check, a browser), then runs them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { compileCache, ensureInstalled, handOver, root } from './install.mjs';

const ensureOlderNode = () => {
  const folder = join(root, 'tools', 'hosts');
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return;
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`npm ci in tools/hosts failed:\n${run.stderr}`);
};

try {
  ensureInstalled('all');
  ensureOlderNode();
  const CHROME = await ensureBrowser();
  process.chdir(root);
  process.exitCode = handOver(
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    ['run', ...process.argv.slice(2)],
    // Commands that tests run as processes keep what they compile, as the launcher does.
    { CHROME, NODE_COMPILE_CACHE: compileCache },
  );
} catch (error) {
  process.stderr.write(`npm test: ${error.message}\n`);
  process.exitCode = 1;
}
