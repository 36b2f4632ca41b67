// What stands in the page before its scripts: links to the doors, in the colours that the person chose.
import { tokens } from '@percuta/figures';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { aid, desktop, expectSound, routes, useBrowser } from './open.ts';

const open = useBrowser();

/** Opens the page again with its scripts held back; what is returned lets them come. */
const openHeld = async (page: Page): Promise<() => void> => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(/\/assets\/start-/, async (route) => {
    await released;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.locator('header.top .door').last().waitFor();
  expect(await page.getByRole('heading').count()).toBe(0);
  return release;
};

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.textContent);

const stops = [
  ['Percuta', 1],
  ['Decide', 2],
  ['Evidence', 5],
] as const;

test.each(stops)('who has tabbed to "%s" before the scripts ran is still there after', async (name, tabs) => {
  const opened = await open(aid, { viewport: desktop });
  const { page } = opened;
  const release = await openHeld(page);
  for (let tab = 0; tab < tabs; tab += 1) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(name);
  release();
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The link is another: that of the page did not know which door is open.
  await page.locator('header.top .door.active').waitFor();
  expect(await focused(page)).toBe(name);
  await page.keyboard.press('Tab');
  expect(await focused(page)).not.toBe(name);
  expectSound(opened);
});

test('who has tabbed nowhere before the scripts ran begins at the top', async () => {
  const { page } = await open(aid, { viewport: desktop });
  const release = await openHeld(page);
  await page.keyboard.press('Tab');
  await page.mouse.click(5, 500);
  release();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const choices = [
  ['light', 'dark', 'dark'],
  ['dark', 'light', 'light'],
  ['light', 'auto', 'light'],
  ['dark', 'auto', 'dark'],
] as const;

test.each(choices)(
  'a %s system and the choice "%s" are %s from the first frame on',
  async (system, choice, seen) => {
    const opened = await open(routes.pick, {
      colorScheme: system,
      stored: { 'mantine-color-scheme-value': choice },
    });
    const { page } = opened;
    const release = await openHeld(page);
    expect(await ground(page)).toBe(rgb(tokens.bg[seen]));
    release();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await ground(page)).toBe(rgb(tokens.bg[seen]));
    expectSound(opened);
    await page.context().close();
  },
);

test('nothing is ever drawn without the head', async () => {
  const { page } = await open(routes.trust, { viewport: desktop });
  await page.addInitScript(() => {
    Object.assign(globalThis, { headless: 0 });
    const look = (): void => {
      if (document.body?.querySelector('#root') && !document.querySelector('header.top'))
        Object.assign(globalThis, { headless: 1 });
      requestAnimationFrame(look);
    };
    look();
  });
  const release = await openHeld(page);
  release();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'headless'))).toBe(0);
});
