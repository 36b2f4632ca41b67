import { expect, test } from 'vitest';
import { accepted, axeFaults, expectSound, phone, routes, useBrowser } from './open.ts';

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
