import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claims, screeningItems, studies } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { axeFaults, desktop, expectSound, routes, useBrowser } from './open.ts';

const open = useBrowser();
const root = fileURLToPath(new URL('../../../', import.meta.url));

test('results: people, certainty, forest and funnel plots, and another question redraws them', async () => {
  const opened = await open(routes.results, { viewport: desktop });
  const { page } = opened;
  const pictures = page.getByRole('img');
  await pictures.first().waitFor();
  const before = await pictures.count();
  expect(before).toBeGreaterThanOrEqual(4);
  await page.getByLabel('Problem').selectOption('enlarged-pores');
  await page.getByText('No figure of benefit', { exact: false }).waitFor();
  expect(await pictures.count()).toBeLessThan(before);
  expect(page.url()).toContain('problem=enlarged-pores');
  expect(await axeFaults(page)).toEqual([]);
  expectSound(opened);
});

test('studies: every one is there, and filters take away', async () => {
  const { page } = await open(routes.studies, { viewport: desktop });
  const total = studies().length;
  await page.getByText(`${total} of ${total} studies`).waitFor();
  await page.getByLabel('Design').selectOption('randomised');
  const randomised = studies().filter(({ design }) => design === 'randomised').length;
  await page.getByText(`${randomised} of ${total} studies`).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Search').fill('zzz');
  await page.getByText('No study passes these filters.').waitFor();
  expect(await page.locator('.study').count()).toBe(0);
});

test('claims and screening rules are all there', async () => {
  const { page } = await open(routes.claims, { viewport: desktop });
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(claims().length);
  await page.getByRole('button', { name: 'Screening rules' }).click();
  await page.getByText('The questions before a course.').waitFor();
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(screeningItems().length);
});

test('trust: checks are computed here, and a manifest of the command line is the same here', async () => {
  const opened = await open(routes.trust, { viewport: desktop });
  const { page } = opened;
  await page
    .getByRole('region', { name: 'Mathematics' })
    .getByRole('button', { name: 'Run the checks' })
    .click();
  await page.getByText(/^(\d+) of \1 hold\.$/).waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Parameters' }).click();
  await page.getByLabel('Search').fill('puncture.gap');
  await page.getByText('puncture.gap', { exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);

  const folder = mkdtempSync(join(tmpdir(), 'percuta-e2e-'));
  execFileSync(
    process.execPath,
    [
      join(root, 'apps/cli/src/main.ts'),
      'plan',
      join(root, 'examples/cheek-acne-scars/case.json'),
      '--draws',
      '64',
      '--out',
      folder,
    ],
    { stdio: 'ignore' },
  );
  await page.getByRole('button', { name: 'Manifests' }).click();
  await page.locator('input[type=file]').setInputFiles(join(folder, 'manifest.json'));
  await page.getByText('The same: every hash agrees.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  rmSync(folder, { recursive: true });
  expect(opened.faults).toEqual([]);
});
