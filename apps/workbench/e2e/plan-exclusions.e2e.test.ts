// Part of the area is left out in Plan, as a clinician does it: add, mend, undo, remove.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { accepted, axeFaults, expectSound, phone, routes, useBrowser } from './open.ts';

const open = useBrowser();

const group = (page: Page) =>
  page.locator('details.group', { has: page.locator('> summary', { hasText: /^Left out$/ }) }).first();

const openForm = async () => {
  const opened = await open(routes.plan, { viewport: phone, stored: accepted });
  const { page } = opened;
  const fold = page.locator('.case-fold');
  await fold.waitFor();
  if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').press('Enter');
  await page.getByText('Edit the case').press('Enter');
  await group(page).locator('> summary').press('Enter');
  return opened;
};

test('a mole is left out of the area on a phone', async () => {
  const opened = await openForm();
  const { page } = opened;
  const left = group(page);
  await left.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await left.getByLabel('Why').selectOption('mole');
  const area = left.getByLabel('Area left out');
  await area.fill('700 cm2');
  await left.getByText(/leaves less than 0.5 cm2.*at most 59.5 cm2/).waitFor();
  expect(await area.getAttribute('aria-invalid')).toBe('true');
  await area.fill('3 cm2');
  await left.getByText(/leaves less than/).waitFor({ state: 'detached' });
  await page.locator('.case-summary').getByText('mole 3 cm2').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await left.getByRole('button', { name: 'Remove 1' }).press('Enter');
  await area.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  expect(await area.inputValue()).toBe('3 cm2');
  expectSound(opened);
}, 40_000);
