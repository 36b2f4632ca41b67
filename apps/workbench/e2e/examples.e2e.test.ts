// Every example case is planned to the same result in the page and by the command line, heat and zones included.
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, desktop, useBrowser } from './open.ts';

const run = promisify(execFile);
const open = useBrowser();
const root = fileURLToPath(new URL('../../../', import.meta.url));
/** All but the one that `plan.e2e.test.ts` holds. */
const cases = globSync('examples/*/case.json', { cwd: root })
  .filter((file) => !file.includes('cheek-acne-scars'))
  .sort();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-examples-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Hash of the result that the command line writes. */
const byCommand = async (file: string): Promise<string> => {
  const out = join(folder, file.replaceAll('/', '-'));
  const program = join(root, 'apps/cli/src/main.ts');
  const args = [program, 'plan', join(root, file), '--no-reasons', '--out', out];
  await run(process.execPath, args).catch((error: unknown) => {
    // A case with no safe plan, or a refused one, has files and an exit code of its own.
    if (!(error instanceof Error && 'code' in error && (error.code === 3 || error.code === 4))) throw error;
  });
  return JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).hashes.result;
};

/** The same of the page, each case in a page of its own. */
const inPage = async (file: string): Promise<string> => {
  const { page } = await open('#/plan', { viewport: desktop, stored: accepted });
  const { title } = JSON.parse(readFileSync(join(root, file), 'utf8'));
  await page.getByLabel('Choose a case').selectOption({ label: title });
  await page.getByRole('heading', { level: 1, name: `Plan: ${title}` }).waitFor();
  const hash = await page.getByTestId('result-hash').textContent({ timeout: 90_000 });
  await page.context().close();
  return hash?.trim() ?? '';
};

test.each(cases)(
  '%s',
  async (file) => {
    const [own, other] = await Promise.all([inPage(file), byCommand(file)]);
    expect(own).toBe(other);
  },
  120_000,
);
