import { expect, test } from 'vitest';
import { accepted, axeFaults, desktop, expectSound, phone, routes, useBrowser } from './open.ts';

const open = useBrowser();

test('on a phone the case is a line, the plan begins on the first screen, and the line opens the form', async () => {
  const opened = await open(routes.plan, { viewport: phone, stored: accepted });
  const { page } = opened;
  await page.getByRole('heading', { name: 'Courses', exact: true }).waitFor({ timeout: 45_000 });
  const line = page.getByText('The case is complete. Screening:', { exact: false });
  expect(await line.isVisible()).toBe(true);
  const verdict = await page.locator('.verdict').first().boundingBox();
  expect((verdict?.y ?? Infinity) + (verdict?.height ?? 0)).toBeLessThanOrEqual(phone.height);

  expect(await page.getByLabel('Age').isVisible()).toBe(false);
  await line.press('Enter');
  await page.getByText('Edit the case').press('Enter');
  const age = page.getByLabel('Age');
  await age.fill('40 mm');
  await age.press('Tab');
  await line.waitFor({ state: 'detached' });
  expect(await page.locator('.case-fold > summary').textContent()).toContain('1 to put right');
  expect(await axeFaults(page)).toEqual([]);
  expectSound(opened);
});

test('the bar of the course leads to the comparison, the report and the choice', async () => {
  const opened = await open(routes.plan, { viewport: desktop, stored: accepted });
  const { page } = opened;
  await page.getByRole('heading', { name: 'Courses', exact: true }).waitFor({ timeout: 45_000 });
  const bar = page.getByRole('group', { name: 'Course that is shown' });
  await bar.getByRole('button', { name: 'Compare two' }).click();
  expect(await page.getByRole('table', { name: 'Course A beside course B' }).isVisible()).toBe(true);
  await bar.getByRole('button', { name: 'Report' }).click();
  const at = () => page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent);
  expect(await at()).toBe('Report');
  await page.getByRole('button', { name: 'Show course C' }).click();
  await bar.getByRole('button', { name: 'Choose C' }).click();
  expect(await at()).toBe('Settle on a course');
  expect(await page.getByLabel('Course', { exact: true }).locator('option:checked').textContent()).toBe(
    'Course C',
  );
  await page.getByRole('button', { name: 'Record the choice' }).click();
  await page.getByRole('heading', { name: 'Chosen: course C' }).waitFor();
  await page.getByRole('button', { name: 'Show course B' }).click();
  await bar.getByRole('button', { name: 'Choose B' }).click();
  const offered = page.getByLabel('Course', { exact: true });
  expect(await offered.locator('option:checked').textContent()).toBe('Course B');
  await offered.selectOption({ label: 'Course D' });
  expect(await bar.getByRole('button', { name: 'Choose D' }).isVisible()).toBe(true);
  expectSound(opened);
});
