// What a number rests on is one press away, behind every door.
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { accepted, axeFaults, desktop, expectSound, routes, settle, useBrowser } from './open.ts';

const open = useBrowser();

/** A work as references are cited: its year stands in it. */
const cited = /\b(?:19|20)\d\d\b/;

const opened = async (name: 'aid' | 'plan' | 'lab' | 'results'): Promise<Page> => {
  const { page } = await open(routes[name], { viewport: desktop, stored: accepted });
  await settle(name, page);
  return page;
};

/** Opens one by keyboard and returns each origin it names. */
const originsOf = async (panel: Locator): Promise<string[]> => {
  await panel.locator('summary').first().press('Enter');
  await panel.locator('dd, li').first().waitFor();
  return panel.locator('dd, li').allTextContents();
};

const panelsOf = (page: Page, name: RegExp): Promise<Locator[]> =>
  page
    .locator('details')
    .filter({ has: page.locator(':scope > summary', { hasText: name }), visible: true })
    .all();

/** There are as many panels of a name, every one names where it comes from, and at least one cites a dated work. */
const expectRests = async (page: Page, name: RegExp, least: number): Promise<void> => {
  const panels = await panelsOf(page, name);
  expect(panels.length).toBeGreaterThanOrEqual(least);
  const origins: string[] = [];
  for (const panel of panels) origins.push(...(await originsOf(panel)));
  expect(origins.filter((text) => text.trim() === '')).toEqual([]);
  expect(origins.some((text) => cited.test(text))).toBe(true);
};

test('Decide: what will help, what can go wrong and the weeks name their works', async () => {
  const page = await opened('aid');
  await expectRests(page, /^Where this comes from$/, 3);
  expect(await axeFaults(page)).toEqual([]);
});

test('Plan: depths, limits, course, chart and counts name where they come from', async () => {
  const page = await opened('plan');
  const depths = (await panelsOf(page, /^What these depths rest on$/)).map(originsOf);
  expect((await Promise.all(depths)).flat().join(' ')).toContain('skin atlas');
  await expectRests(page, /^Where each limit comes from$/, 1);
  await expectRests(page, /^What course [A-Z] rests on$/, 2);
  await expectRests(page, /^Where these counts come from/, 1);
  await expectRests(page, /^What this rests on/, 1);
});

test('Lab: every constant says why it has its value', async () => {
  const page = await opened('lab');
  const whys = (await panelsOf(page, /^Why this value$/)).slice(0, 3);
  expect(whys.length).toBe(3);
  for (const why of whys) {
    await why.locator('summary').first().press('Enter');
    const origins = await originsOf(why.locator('details.sources'));
    expect(origins.filter((text) => text.trim() !== '').length).toBeGreaterThan(0);
  }
});

test('Evidence: each scale and the harms name their studies', async () => {
  const view = await open(routes.results, { viewport: desktop });
  await settle('results', view.page);
  const scales = await view.page.getByRole('heading', { level: 3, name: /people/ }).count();
  expect(scales).toBeGreaterThan(0);
  await expectRests(view.page, /^Where this comes from$/, scales + 1);
  expect(await axeFaults(view.page)).toEqual([]);
  expectSound(view);
});
