// Plan as somebody uses it who has no pointer: every step by Tab, arrows, Enter and Space, and focus never nowhere.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { desktop, expectSound, useBrowser } from './open.ts';

const open = useBrowser();

let opened: Awaited<ReturnType<typeof open>>;
let page: Page;
beforeAll(async () => {
  opened = await open('#/plan', { viewport: desktop });
  page = opened.page;
}, 30_000);

/** What has the focus, by the name that is read out. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return '';
    const labels = 'labels' in active && active.labels instanceof NodeList ? [...active.labels] : [];
    const named = [active.getAttribute('aria-label'), ...labels.map(({ textContent }) => textContent)];
    return (
      named.find((name) => name !== null && name !== '') ??
      active.textContent ??
      active.tagName
    ).trim();
  });

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes on (or back) by Tab until what has the focus begins with a name. */
const tabTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const seen: string[] = [];
  for (let i = 0; i < 250; i += 1) {
    const at = await focused();
    if (typeof name === 'string' ? at.startsWith(name) : name.test(at)) return;
    seen.push(at);
    await press(key);
  }
  throw new Error(`${key} does not reach ${name}; it went by ${seen.join(' | ')}`);
};

/** Waits until focus stands somewhere, as it does after what had it has gone. */
const somewhere = (): Promise<unknown> =>
  page.waitForFunction(() => {
    const active = document.activeElement;
    return active !== null && active !== document.body && !active.matches(':disabled');
  });

const saved = async (): Promise<string> => {
  const download = page.waitForEvent('download');
  await press('Enter');
  return readFileSync(await (await download).path(), 'utf8');
};

test('the statement is accepted, and focus stands in the desk behind it', async () => {
  await tabTo('I understand, open Plan');
  await press('Enter');
  await page.getByRole('heading', { name: 'Courses', exact: true }).waitFor({ timeout: 30_000 });
  await somewhere();
  await tabTo('Edit the case');
  await press('Enter');
  expect(await page.getByLabel('Title').isVisible()).toBe(true);
});

test('a field is changed, the change undone and made again', async () => {
  await tabTo('Title');
  await press('ControlOrMeta+a');
  await page.keyboard.type('By keyboard');
  await page.getByRole('heading', { name: 'Plan: By keyboard' }).waitFor();
  await tabTo('Undo', 'Shift+Tab');
  for (let i = 0; i < 40; i += 1) await press('Enter');
  expect(await focused()).toBe('Undo');
  await page.getByRole('heading', { name: 'Plan: Cheek, atrophic acne scars' }).waitFor();
  await tabTo('Redo');
  for (let i = 0; i < 40; i += 1) await press('Enter');
  expect(await focused()).toBe('Redo');
  await page.getByRole('heading', { name: 'Plan: By keyboard' }).waitFor();
});

test('every field of the case is a stop', async () => {
  await tabTo('Choose a case', 'Shift+Tab');
  const stops = new Set<string>();
  const inRail = () => page.evaluate(() => document.activeElement?.closest('.rail') !== null);
  for (let i = 0; i < 200 && (await inRail()); i += 1) {
    stops.add(await page.evaluate(() => document.activeElement?.id ?? ''));
    await press('Tab');
    expect(await focused()).not.toBe('');
  }
  const fields = await page
    .locator('.rail :is(input, select, textarea)')
    .evaluateAll((all) =>
      all
        .filter((field) => field.checkVisibility() && !field.matches(':disabled, [type=file], [type=radio]'))
        .map(({ id }) => id),
    );
  expect(fields.length).toBeGreaterThan(20);
  expect(fields.filter((id) => !stops.has(id))).toEqual([]);
});

test('an entry is added and taken out, and focus stays beside it', async () => {
  await tabTo('Choose a case', 'Shift+Tab');
  await tabTo('Further zones');
  await press('Enter');
  await tabTo(/^Add$/);
  await press('Enter');
  await tabTo('Remove 1');
  await press('Enter');
  await somewhere();
  expect(await focused()).toBe('Further zones');
});

test('the chart is walked with arrows and a course taken', async () => {
  await page.getByRole('group', { name: 'Courses by benefit and downtime' }).waitFor({ timeout: 60_000 });
  await tabTo('Title', 'Shift+Tab');
  await page
    .getByRole('group', { name: 'Courses by benefit and downtime' })
    .getByRole('button')
    .first()
    .waitFor();
  for (let i = 0; i < 200; i += 1) {
    if (await page.evaluate(() => document.activeElement?.matches('.chart-mark') === true)) break;
    await press('Tab');
  }
  for (let i = 0; i < 60 && !(await focused()).startsWith('Course C:'); i += 1) await press('ArrowRight');
  for (let i = 0; i < 60 && !(await focused()).startsWith('Course C:'); i += 1) await press('ArrowLeft');
  expect(await focused()).toMatch(/^Course C:/);
  await press('Enter');
  expect(await page.locator('.card.chosen .letter').textContent()).toBe('C');
});

test('the course is chosen with a day and a reason, and saved', async () => {
  await tabTo('First session on');
  await page.keyboard.type('01122027');
  await tabTo('Why this one');
  await page.keyboard.type('walked by keyboard');
  await tabTo('Record the choice');
  await press('Enter');
  await page.getByRole('heading', { name: 'Chosen: course C' }).waitFor();
  expect(await page.locator('.sessions li').first().textContent()).toContain('2027');
  await page.getByRole('button', { name: 'Save course (JSON)' }).waitFor({ timeout: 30_000 });
  await tabTo('Save course (JSON)');
  expect(JSON.parse(await saved())).toHaveProperty('reason', 'walked by keyboard');
});

test('the report is shown and the case saved as a file', async () => {
  await tabTo('Show the report');
  await press('Enter');
  await page.locator('iframe[title="Report"]').waitFor();
  await somewhere();
  await tabTo('Save case as file', 'Shift+Tab');
  expect(JSON.parse(await saved())).toMatchObject({ title: 'By keyboard' });
});

test('a case is deleted, and focus stands where the next can be chosen', async () => {
  await tabTo('Delete this case');
  await press('Enter');
  await somewhere();
  expect(await focused()).toBe('Delete this case');
  expectSound(opened);
});
