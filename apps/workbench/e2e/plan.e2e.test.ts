import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults, desktop, expectSound, useBrowser } from './open.ts';

const open = useBrowser();
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One page for all that follow: each test leaves the first example as it found it, or comes after those that need it. */
let opened: Awaited<ReturnType<typeof open>>;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-e2e-'));
  opened = await open('#/plan', { viewport: desktop });
  page = opened.page;
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true }));

const resultHash = async (): Promise<string> =>
  (await page.getByTestId('result-hash').textContent({ timeout: 30_000 }))?.trim() ?? '';

const caseTitle = () => page.getByRole('heading', { level: 1 }).textContent();

test('Plan opens behind its context of use', async () => {
  await page.getByRole('heading', { name: 'Before you plan' }).waitFor();
  expect(await page.getByLabel('Phototype').count()).toBe(0);
  await page.getByRole('button', { name: 'I understand, open Plan' }).click();
  await page.getByRole('heading', { name: 'Courses' }).waitFor();
  await page.getByText('Edit the case').click();
});

test('the first example gives the same hash as the command line', async () => {
  const hash = await resultHash();
  execFileSync(
    process.execPath,
    [
      join(root, 'apps/cli/src/main.ts'),
      'plan',
      join(root, 'examples/cheek-acne-scars/case.json'),
      '--no-reasons',
      '--out',
      folder,
    ],
    { stdio: 'ignore' },
  );
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(hash).toBe(manifest.hashes.result);
  expectSound(opened);
});

test('a fault stands at its field; undo takes it back, and the plan is that of before', async () => {
  const before = await resultHash();
  const age = page.getByLabel('Age');
  await age.fill('40 mm');
  await page.getByRole('status').getByText('1 to put right').waitFor();
  expect(await age.getAttribute('aria-invalid')).toBe('true');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByText('Earlier values').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('status').getByText('The case is complete.').waitFor();
  expect(await age.inputValue()).toBe('34 years');
  expect(await resultHash()).toBe(before);
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(await age.inputValue()).toBe('40 mm');
  await page.getByRole('button', { name: 'Undo' }).click();
});

test('a computation that is called off ends, and the last plan stays', async () => {
  const before = await resultHash();
  await page.getByLabel('Phototype').selectOption('V');
  // What stands beside the last plan may still be worked out, with a button of its own.
  const ofPlan = page.locator('.running:not(.plan-body .running)');
  await ofPlan.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Called off. The last plan stays.').waitFor();
  expect(await resultHash()).toBe(before);
  await page.getByRole('button', { name: 'Undo' }).click();
});

test('the report is shown without running anything of its own', async () => {
  await page.getByRole('button', { name: 'Show the report' }).click();
  const report = page.frameLocator('iframe[title="Report"]');
  expect(await report.getByRole('heading', { level: 1 }).textContent()).toContain('Cheek');
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
});

test('a refused case says why and what would change it', async () => {
  const title = 'Lower eyelid, fine lines (inside the orbital rim)';
  await page.getByLabel('Choose a case').selectOption({ label: title });
  await page.getByRole('heading', { name: 'Why it is refused' }).waitFor();
  expect(await page.locator('.refusal').textContent()).toContain('Would change it');
  expect(await page.locator('.cards').count()).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
});

test('answers of a person become a case that is not complete until a clinician fills it', async () => {
  const file = join(folder, 'answers.json');
  const answers = {
    kind: 'percuta answers',
    version: 1,
    site: 'cheek',
    indication: 'atrophic-acne-scars',
    said: [{ text: 'The area has had radiation.', answer: 'yes', screening: ['radiation'] }],
    values: [],
    questions: [],
  };
  writeFileSync(file, JSON.stringify(answers));
  await page.locator('.case-bar input[type=file]').setInputFiles(file);
  await page.getByRole('status').getByText('3 to put right').waitFor();
  expect(await caseTitle()).toContain("From a person's answers");
  writeFileSync(file, '{"kind":"something"}');
  await page.locator('.case-bar input[type=file]').setInputFiles(file);
  await page.getByRole('alert').getByText('This file is neither a case nor answers').waitFor();
});

test('a change is planned again, kept over a reload, and forgotten with all others', async () => {
  await page.getByLabel('Choose a case').selectOption({ label: 'Cheek, atrophic acne scars' });
  const before = await resultHash();
  await page.getByLabel('Phototype').selectOption('VI');
  await page.waitForFunction(
    (old) => document.querySelector('[data-testid="result-hash"]')?.textContent?.trim() !== old,
    before,
  );
  await page.getByLabel('Title').fill('Kept over a reload');
  await page.waitForTimeout(600);
  await page.reload();
  await page.getByRole('heading', { name: 'Plan: Kept over a reload' }).waitFor();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('heading', { name: 'Plan: Cheek, atrophic acne scars' }).waitFor();
  expect(await page.getByLabel('Phototype').inputValue()).toBe('IV');
});
