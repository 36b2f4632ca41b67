import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, axeFaults, desktop, expectSound, useBrowser } from './open.ts';

const open = useBrowser();
const root = fileURLToPath(new URL('../../../', import.meta.url));
const example = join(root, 'examples/cheek-acne-scars/case.json');

let opened: Awaited<ReturnType<typeof open>>;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-e2e-'));
  opened = await open('#/plan', { viewport: desktop, stored: accepted });
  page = opened.page;
  await page.getByRole('heading', { name: 'Courses' }).waitFor({ timeout: 30_000 });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const saved = async (button: string): Promise<string> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path(), 'utf8');
};

const reason = 'fewest passes that reach the scar';

test('two courses stand side by side, what differs first', async () => {
  await page.getByText('Side by side').click();
  await page.getByLabel('With this one').selectOption('C');
  const table = page.getByRole('table', { name: 'Course A beside course C' });
  const rows = await table.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      isSame: row.querySelector('th')?.textContent?.includes('(the same)') ?? false,
      cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    })),
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.every(({ isSame, cells: [left, right] }) => (left === right) === isSame)).toBe(true);
  expect(rows.map(({ isSame }) => isSame)).toEqual(rows.map(({ isSame }) => isSame).toSorted());
});

test('a choice is recorded with its reason and dates, and is there after the page is opened again', async () => {
  await page.getByLabel('Course', { exact: true }).selectOption({ label: 'Course B' });
  await page.getByLabel('First session on').fill('2026-12-07');
  await page.getByLabel('Why this one').fill(reason);
  await page.getByRole('button', { name: 'Record the choice' }).click();
  await page.getByRole('heading', { name: 'Chosen: course B' }).waitFor();
  const sessions = await page.locator('.sessions li').allTextContents();
  expect(sessions[0]).toBe('Session 1: Monday, 7 December 2026, day 0');
  expect(sessions.length).toBeGreaterThan(2);
  expect(sessions.every((session, i) => session.startsWith(`Session ${i + 1}: Monday`))).toBe(true);
  expect(await page.locator('.months [data-selected]').count()).toBe(sessions.length);
  await page.getByText('Saved on this device').waitFor();
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByRole('heading', { name: 'Chosen: course B' }).waitFor({ timeout: 30_000 });
  expect(await page.getByLabel('Why this one').inputValue()).toBe(reason);
});

test('the course is the one that the command line writes', async () => {
  const json: unknown = JSON.parse(await saved('Save course (JSON)'));
  execFileSync(
    process.execPath,
    [
      join(root, 'apps/cli/src/main.ts'),
      'plan',
      example,
      '--choose',
      'B',
      '--reason',
      reason,
      '--no-reasons',
      '--out',
      folder,
    ],
    { stdio: 'ignore' },
  );
  expect(json).toEqual(JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8')));
  expect(await saved('Save course (HTML)')).toBe(readFileSync(join(folder, 'course.html'), 'utf8'));
});

test('course and report are printed from a frame that runs no script', async () => {
  await page.evaluate(() => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        return {
          addEventListener: () => undefined,
          print: () => document.body.setAttribute('data-printed', `${this.title}, ${this.sandbox.value}`),
        };
      },
    });
  });
  for (const [button, title] of [
    ['Print, or save as PDF', 'Chosen course'],
    ['Print report, or save as PDF', 'Report'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await page.locator(`body[data-printed^="${title}"]`).waitFor();
    expect(await page.locator('body').getAttribute('data-printed')).toBe(
      `${title}, allow-same-origin allow-modals`,
    );
  }
});

test('a device sheet of the user joins the plan, and a file that is none says why', async () => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a device sheet' }).click();
  await (await chooser).setFiles(example);
  await page.getByText('This file is no device sheet').waitFor();
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a device sheet' }).click();
  await (await again).setFiles(join(root, 'examples/thigh-stretch-marks/device.json'));
  const { name }: { name: string } = JSON.parse(
    readFileSync(join(root, 'examples/thigh-stretch-marks/device.json'), 'utf8'),
  );
  await page.locator('.own-sheets').getByText(name).waitFor();
  const courses = page.locator('.cards').getByText(name);
  await courses.first().waitFor({ timeout: 30_000 });
  expect(await courses.count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await courses.first().waitFor({ state: 'detached', timeout: 30_000 });
});

test('nothing serious is found by axe with everything open', async () => {
  expect(await axeFaults(page)).toEqual([]);
  expectSound(opened);
});
