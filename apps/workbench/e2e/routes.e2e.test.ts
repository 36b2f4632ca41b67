import { expect, test } from 'vitest';
import {
  accepted,
  axeFaults,
  desktop,
  expectSound,
  phone,
  routes,
  settle,
  sidewaysScroll,
  smallPhone,
  useBrowser,
} from './open.ts';

const open = useBrowser();
const names = Object.keys(routes).filter((name): name is keyof typeof routes => name in routes);

test.each(names)('%s: axe finds nothing serious in light or dark, on phone or desktop', async (name) => {
  const opened = await open(routes[name], { viewport: phone, colorScheme: 'light', stored: accepted });
  const { page } = opened;
  await settle(name, page);
  expect(await axeFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(desktop);
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  expectSound(opened);
});

/** Texts on the page that came from no catalogue: outside of content, with letters, without brackets. */
const unbracketed = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (
      parent === null ||
      parent.closest('[data-content], style, script, noscript, option, textarea') !== null
    )
      continue;
    if (/[a-zA-Z]{2}/.test(words) && !words.includes('⟦') && !words.includes('⟧')) found.push(words);
  }
  return found;
};

test.each(names)('%s: no word is written into the page, and longer words fit a small phone', async (name) => {
  const { page } = await open(routes[name], {
    viewport: smallPhone,
    stored: { ...accepted, 'percuta-pseudo-locale': 'on' },
  });
  if (name === 'plan') await page.locator('.cards').waitFor();
  if (name === 'lab') await page.locator('.block-room canvas').waitFor();
  if (name === 'aid') await page.locator('.time-section svg').waitFor();
  expect(await page.evaluate(unbracketed)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});

test('an address that leads nowhere says so and shows the way', async () => {
  const opened = await open('#/somewhere');
  await opened.page.getByRole('link', { name: 'To the start', exact: true }).click();
  await opened.page.getByRole('heading', { name: 'Thinking about needling?' }).waitFor();
  expect(opened.faults).toEqual([]);
});
