import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the command line writes to its output; paths as seen from the root. */
export const commandLine = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** The manifest of a simulation by the command line. */
export const simulatedManifest = (protocol: string, ...flags: readonly string[]): unknown => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-lab-'));
  try {
    commandLine('simulate', protocol, '--out', folder, ...flags);
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
