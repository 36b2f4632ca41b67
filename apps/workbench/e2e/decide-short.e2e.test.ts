import { expect, test } from 'vitest';
import { aid, useBrowser } from './open.ts';

const open = useBrowser();

/** Words a person reads without pressing anything, in the parts that say what it is, what it does and what it may do. */
const core = ['how', 'help', 'harm', 'heat', 'options', 'weeks'] as const;

test('what is there without a press is short; the rest is folded, and all of it is printed', async () => {
  const { page } = await open(aid);
  await page
    .getByRole('img', { name: /Of 100 people like those studied/ })
    .first()
    .waitFor();
  const words = await page.evaluate(
    (ids) =>
      ids
        // Words of pictures are looked at, not read.
        .flatMap((id) => [
          ...document.querySelectorAll<HTMLElement>(`#${id} :is(h3, p, li, dt, dd, summary)`),
        ])
        .filter((each) => each.checkVisibility() && each.closest('svg') === null)
        .flatMap((each) => each.innerText.split(/\s+/)).length,
    core,
  );
  expect(words).toBeGreaterThan(200);
  // Two minutes and a half at 240 words a minute.
  expect(words).toBeLessThan(640);
  const folded = page.locator('details.more');
  const count = await folded.count();
  expect(count).toBeGreaterThan(8);
  expect(await page.locator('details.more[open]').count()).toBe(0);
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      document.body.dataset['opened'] = String(document.querySelectorAll('details.more[open]').length);
    });
  });
  await page.pdf({ format: 'A4' });
  expect(await page.locator('body').getAttribute('data-opened')).toBe(String(count));
  expect(await page.locator('details.more[open]').count()).toBe(0);
});
