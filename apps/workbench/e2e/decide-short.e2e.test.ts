import { expect, test } from 'vitest';
import { aid, sidewaysScroll, smallPhone, useBrowser } from './open.ts';

const open = useBrowser();

/** Words a person reads without pressing anything, in the parts that say what it is, what it does and what it may do. */
const core = ['how', 'help', 'harm', 'heat', 'options', 'weeks'] as const;

test('what is there without a press is short; the rest is folded, and all of it is printed', async () => {
  const { page } = await open(aid);
  await page
    .getByRole('img', { name: /Of 100 people like those studied/ })
    .first()
    .waitFor();
  // What the section shows is said below it once it is drawn.
  await page.locator('.time-section svg').waitFor({ timeout: 30_000 });
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

/** ms that a person waits after a press without wondering. */
const patience = 5000;

test('on a small phone four times slower than this machine Decide is walked to its end', async () => {
  const { page } = await open('#/decide', { viewport: smallPhone });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  page.setDefaultTimeout(patience);
  await page.getByRole('group', { name: 'Place', exact: true }).getByLabel('the cheek').check();
  await page.getByLabel('acne scars').check();
  await page.getByLabel('Rarely burns, tans well (IV)').check();
  await page.getByRole('button', { name: 'Show me what is known' }).click();
  await page.getByRole('heading', { level: 1, name: /Could needling help/ }).waitFor();
  await page
    .getByRole('img', { name: /Of 100 people like those studied/ })
    .first()
    .waitFor();
  // The section of skin comes after what is read first, and keeps nobody waiting.
  await page.locator('.time-section svg').waitFor({ timeout: 30_000 });
  await page.getByRole('slider').first().press('ArrowRight');
  const radiation = page.getByRole('group', { name: 'The area has had radiation.' });
  await radiation.getByLabel('No', { exact: true }).check();
  await page.getByText('1 of 14 answered', { exact: false }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my answers for a clinician' }).click();
  expect(await (await download).failure()).toBeNull();
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});
