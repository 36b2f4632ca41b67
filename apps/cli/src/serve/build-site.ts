import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** The built site. */
export const siteFolder = join(root, 'apps', 'workbench', 'dist');

/** Everything the site is made from. */
const inputs = [
  'package-lock.json',
  'examples/*/*.json',
  'packages/*/{package.json,src/**,data/**}',
  'apps/workbench/{index.html,package.json,vite.config.ts,public/**,site/**,src/**}',
];

const sourceHash = (): string => {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

/** Compressed copies beside each file of text, for servers that send it as it lies there, as `percuta serve` does. */
const compress = (): void => {
  for (const name of globSync('**/*.{js,css,html,json,svg}', { cwd: siteFolder })) {
    const file = join(siteFolder, name);
    const text = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(text));
  }
};

/** Builds the site unless it is there and made from what is there; returns whether it did. Throws with the words of Vite. */
export const buildSite = (): boolean => {
  const stamp = join(siteFolder, '.built-from');
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) throw new Error('the workbench is not installed; start it with ./percuta serve');
  const run = spawnSync(process.execPath, [vite, 'build', 'apps/workbench', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    // Of whatever starts it, a test for one: the site is never one for developing.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`the workbench could not be built:\n${run.stdout}${run.stderr}`);
  compress();
  writeFileSync(stamp, hash);
  return true;
};
