import { expect, test } from 'vitest';
import { accepted, axeFaults, desktop, expectSound, useBrowser } from './open.ts';

const open = useBrowser();

test('another depth is tried by a slider: picture and limits follow, and the plan stays', async () => {
  const opened = await open('#/plan', { viewport: desktop, stored: accepted });
  const { page } = opened;
  await page.getByRole('heading', { name: 'Courses', exact: true }).waitFor({ timeout: 30_000 });
  const hash = await page.getByTestId('result-hash').textContent();
  const slider = page.getByRole('slider', { name: 'Depth that is set' });
  expect(await slider.getAttribute('aria-valuetext')).toBe('0.5 mm');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('img', { name: 'Course A at 0.75 mm in this skin' }).waitFor({ timeout: 30_000 });
  await page.getByText('Outside the limits at this depth in this skin:', { exact: false }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('As planned.').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Inside all limits at this depth in this skin.', { exact: false }).waitFor();
  expect(await page.getByRole('img', { name: 'Course A at 0.25 mm in this skin' }).isVisible()).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the planned depth' }).click();
  await page.getByRole('img', { name: 'Course A in this skin' }).waitFor();
  expect(await page.getByTestId('result-hash').textContent()).toBe(hash);
  expectSound(opened);
});
