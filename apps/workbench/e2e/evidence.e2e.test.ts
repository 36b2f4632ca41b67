import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claims, screeningItems, studies } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { axeFaults, desktop, expectSound, phone, routes, sidewaysScroll, useBrowser } from './open.ts';

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
  const mathematics = page.getByRole('region', { name: 'Mathematics' });
  await mathematics.getByText(/^(\d+) of \1 hold\.$/).waitFor();
  await mathematics.getByText('None is missed. Nearest to its bound is', { exact: false }).waitFor();
  const predictions = page.getByRole('region', { name: 'Predictions' });
  await predictions.getByText('Missed: in-skin depth', { exact: false }).waitFor();
  expect(await predictions.getByRole('row').nth(1).textContent()).toContain('misses');
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
      '--no-reasons',
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

test('trust: reports and benchmarks are read on a phone, and one leads to another', async () => {
  const opened = await open('#/trust?view=reports&page=benchmarks%2Fworkbench', { viewport: phone });
  const { page } = opened;
  await page.getByRole('heading', { name: 'The workbench: times, memory, Lighthouse' }).waitFor();
  const row = page.getByRole('row', { name: /^slider to new depth distribution/ });
  expect(
    await row
      .getByRole('cell')
      .nth(2)
      .evaluate((cell) => getComputedStyle(cell, '::before').content),
  ).toBe('"asked for: "');
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  expect(
    await page
      .getByRole('group', { name: 'Table of the page' })
      .first()
      .evaluate((table) => table.scrollWidth > table.clientWidth),
  ).toBe(false);
  expect(await axeFaults(page)).toEqual([]);

  await page.getByLabel('Page', { exact: true }).selectOption('benchmarks/rf-needles');
  await page.getByRole('button', { name: 'comparison with peers' }).press('Enter');
  await page.getByRole('heading', { name: 'Heat: beside other codes' }).waitFor();
  expect(page.url()).toContain('page=benchmarks%2Fheat-peers');
  await page.getByLabel('Page', { exact: true }).selectOption('generated/heat-verification');
  await page.getByRole('img', { name: 'Errors of a temperature by the length of steps' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expectSound(opened);
});
