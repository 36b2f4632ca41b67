// Installs what a fresh clone lacks, and nothing when it is all there. Plain JavaScript without dependencies:
// it runs before there is a node_modules folder, on whatever Node the shell has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.percuta-installed');
const lockFolder = join(root, '.percuta-installing');

/** Where Node keeps what it has compiled, from one command to the next. */
export const compileCache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'percuta');

/** The Node of the lockfile, or undefined where npm has no binary for this platform. */
export const pinnedNode = () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = `${platform}-${process.arch}` === 'darwin-arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
};

/** True where this process runs on the pinned Node already. */
export const isPinned = () => {
  const pinned = pinnedNode();
  return pinned !== undefined && realpathSync(pinned) === realpathSync(process.execPath);
};

/** The Node to hand over to: the pinned one, else this one when it can run TypeScript files itself. */
export const nodeToUse = () => {
  const pinned = pinnedNode();
  if (pinned) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `percuta needs Node 22.18 or later; this is ${process.versions.node} and npm has no pinned Node for ` +
      `${process.platform} ${process.arch}. Install a newer Node and run the command again.`,
  );
};

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const installed = () => (existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : '');

const sufficient = (hash, scope) => {
  const stamp = installed();
  return stamp === `${hash} all` || (scope === 'run' && stamp === `${hash} run`);
};

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** One installer at a time: a folder is made atomically, and one left by a killed process expires. */
const withLock = (work) => {
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs;
      if (age > 300_000 || waited > 300_000) rmdirSync(lockFolder);
      else sleep(200);
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lockFolder);
  }
};

/**
 * Makes node_modules match the lockfile. `scope` is 'run' (what the commands need) or 'all' (tests and tools
 * too); true where it had to. Throws with npm's own words when npm fails; the stamp is written last, so a broken-off
 * install is repeated.
 */
export const ensureInstalled = (scope) => {
  const hash = lockHash();
  if (sufficient(hash, scope)) return false;
  withLock(() => {
    if (sufficient(hash, scope)) return;
    if (process.stderr.isTTY) process.stderr.write('percuta: installing (first run)…\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    if (scope === 'run') args.push('--omit=dev');
    const run = spawnSync(npm, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    if (run.status !== 0) {
      throw new Error(`npm ci failed:\n${run.error?.message ?? `${run.stdout}${run.stderr}`}`);
    }
    writeFileSync(stampFile, `${hash} ${scope}\n`);
  });
  return true;
};

/** Goes on with a file in this process, which saves starting another; compiled code is kept in a folder. */
export const startHere = async (file, cache) => {
  process.env.NODE_COMPILE_CACHE = cache;
  nodeModule.enableCompileCache(cache);
  process.argv[1] = file;
  await import(pathToFileURL(file).href);
};

/** What a shell expects of a process that Ctrl-C ended. */
const interrupted = 130;

/**
 * Runs a file on the pinned Node with this process's streams and returns its exit code. Ctrl-C goes to both; this
 * process outlives it, so that the other can put its things away before the shell returns.
 */
export const handOver = (file, args, env = {}) => {
  process.on('SIGINT', () => undefined);
  const run = spawnSync(nodeToUse(), [file, ...args], {
    cwd: process.cwd(),
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (run.error) throw run.error;
  return run.status ?? (run.signal === 'SIGINT' ? interrupted : 1);
};
