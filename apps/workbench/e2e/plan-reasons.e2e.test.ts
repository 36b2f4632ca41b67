import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { accepted, axeFaults, desktop, expectSound, useBrowser } from './open.ts';

const open = useBrowser();

let opened: Awaited<ReturnType<typeof open>>;
let page: Page;
beforeAll(async () => {
  opened = await open('#/plan', { viewport: desktop, stored: accepted });
  page = opened.page;
  await page.getByRole('heading', { name: 'Courses', exact: true }).waitFor({ timeout: 30_000 });
}, 60_000);

const chart = () => page.getByRole('group', { name: 'Courses by benefit and downtime' });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

const saved = async (button: string): Promise<string> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path(), 'utf8');
};

test('benefit stands against downtime, refused courses with their reasons among the marks', async () => {
  await chart().waitFor({ timeout: 60_000 });
  const offered = chart().getByRole('button', { name: /^Course [A-Z]:/ });
  const refused = chart().getByRole('button', { name: /^Refused, \d+:/ });
  expect(await offered.count()).toBe(await page.locator('.cards > li').count());
  expect(await refused.count()).toBeGreaterThan(3);
  for (const name of await refused.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))) {
    expect(name).toContain('Would change it:');
  }
});

test('arrow keys reach every mark; a refused one says why and is not chosen', async () => {
  const [marks, reached] = [await chart().getByRole('button').count(), new Set<string>()];
  await chart().locator('[tabindex="0"]').focus();
  for (let i = 0; i < marks; i += 1) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < marks; i += 1) {
    reached.add(await focused());
    await page.keyboard.press('ArrowRight');
  }
  expect(reached.size).toBe(marks);
  const refused = chart().getByRole('button', { name: 'Refused, 1:' });
  await refused.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.chart-said').textContent()).toContain('Refused, 1:');
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.locator('.card.chosen .letter').textContent()).toBe('A');
  await chart().getByRole('button', { name: 'Course C:' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.card.chosen .letter').textContent()).toBe('C');
});

test('the reasons of the course on the page are told, and join the report', async () => {
  await page.getByText('The reasons are in the report.').waitFor({ timeout: 90_000 });
  const why = page.locator('section', {
    has: page.getByRole('heading', { name: 'Why course C, and what would change it' }),
  });
  for (const head of ['Most used limit:', 'Matters most:', 'Skin measured first', 'If not as planned:']) {
    await why.getByText(head).first().waitFor();
  }
  await why.getByText('Tips that pass through the dermis: 756 courses outside').click();
  await why.getByText('inside.').first().waitFor();
  expect(JSON.parse(await saved('Save reasons (JSON)'))).toHaveProperty('courses');
  expect(await saved('Save report (HTML)')).toContain('Most used limit');
});

test('sessions stand on a calendar once the first has a date', async () => {
  await page.getByRole('img', { name: 'Course C on the calendar' }).waitFor();
  await page.getByLabel('First session on').fill('2027-01-12');
  await page.getByRole('button', { name: 'Record the choice' }).click();
  const drawn = page.getByRole('img', { name: 'Course C on the calendar' }).locator('text');
  await drawn.getByText('Jan 12').waitFor();
  expect(await drawn.getByText('judge the result').count()).toBe(1);
});

test('reasons that are called off can be asked for again', async () => {
  await page.getByText('Edit the case').click();
  await page.getByLabel('Phototype').selectOption('III');
  await page
    .getByText('How long each course shows')
    .or(page.getByText('Earlier values.'))
    .first()
    .waitFor({ timeout: 30_000 });
  await page.locator('.panel', { has: chart() }).getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Called off: not worked out.').first().waitFor();
  expect(await page.getByRole('button', { name: 'Compute again' }).count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Undo' }).click();
});

test('nothing serious is found by axe', async () => {
  await page.getByText('The reasons are in the report.').waitFor({ timeout: 90_000 });
  expect(await axeFaults(page)).toEqual([]);
  expectSound(opened);
});
