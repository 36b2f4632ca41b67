import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '@percuta/engine';
import type { Download, Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { commandLine, root, simulatedManifest } from './command-line.ts';
import {
  accepted,
  axeFaults,
  desktop,
  expectSound,
  launch,
  phone,
  sidewaysScroll,
  useBrowser,
} from './open.ts';

const open = useBrowser();
const pair = '#/lab?example=lab%2Fneedle-pair';
const array = '#/lab?example=cheek-rf';

const ready = (page: Page) => page.locator('.block-room canvas').first().waitFor({ timeout: 45_000 });
const lab = async (route: string, options: Parameters<typeof open>[1] = {}) => {
  const opened = await open(route, { viewport: desktop, stored: accepted, ...options });
  await ready(opened.page);
  return opened;
};
const hashIn = async (page: Page): Promise<string> =>
  (await page.locator('.lab-head code').textContent()) ?? '';

/** Texts of the files that a press saves. */
const saved = async (page: Page, name: string, count: number): Promise<Map<string, string>> => {
  const files: Download[] = [];
  page.on('download', (file) => files.push(file));
  await page
    .getByRole('group', { name: 'Take it with you' })
    .getByRole('button', { name, exact: true })
    .click();
  await expect.poll(() => files.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  const texts = await Promise.all(
    files.map(async (file) => [file.suggestedFilename(), readFileSync(await file.path(), 'latin1')] as const),
  );
  return new Map(texts);
};

test('a heat problem is run, changed, run again and compared; the numbers are those of the command line', async () => {
  const opened = await lab(pair);
  const { page } = opened;
  await page.getByRole('heading', { name: 'Two insulated needles, 50 V for 100 ms' }).waitFor();
  const written: unknown = JSON.parse(
    commandLine('simulate', join(root, 'examples/lab/needle-pair.json'), '--json'),
  );
  expect(await hashIn(page)).toBe(hashOf(written));

  await page.getByText('generator', { exact: false }).first().waitFor();
  const volts = page.getByLabel('channels 1 · control · voltage (V) generator.channels[0].control.voltage');
  await volts.fill('40 V');
  await volts.press('Enter');
  await page.getByText('Earlier values', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('heading', { name: 'Run 2 against Run 1' }).waitFor({ timeout: 45_000 });
  const peak = page.getByRole('row', { name: /^highest temperature/ });
  const [own, other, difference] = await peak.getByRole('cell').allTextContents();
  expect(Number.parseFloat(own ?? '')).toBeLessThan(Number.parseFloat(other ?? ''));
  expect(difference).toMatch(/^\u2212\d+(\.\d+)? K$/);
  const sum = page.getByRole('region', { name: 'What the difference does' });
  expect(await sum.textContent()).toContain(
    `channels 1 · control · voltage 40 V in place of 50 V. By that: highest temperature ${own} in place of ${other}, a difference of ${difference}`,
  );
  expect(await sum.textContent()).toMatch(/volume of skin burn [\d.]+ mm³ in place of [\d.]+ mm³/);

  await page.getByRole('button', { name: 'Difference of the runs' }).click();
  await page.getByRole('heading', { name: /^Difference of the runs at/ }).waitFor();
  await page.getByLabel('Show both runs side by side').check();
  await expect.poll(() => page.locator('.block-room').count()).toBe(2);
  expect(await axeFaults(page)).toEqual([]);

  const again = await open(new URL(page.url()).hash, { viewport: desktop, stored: accepted });
  await ready(again.page);
  expect(await hashIn(again.page)).toBe(await hashIn(page));
  expectSound(opened);
});

test('a protocol has the manifest of the command line, needle currents, healing to a year, and its files', async () => {
  const opened = await lab(array);
  const { page } = opened;
  const manifest = simulatedManifest('examples/cheek-rf/protocol.json');
  expect(manifest).toMatchObject({ hashes: { result: await hashIn(page) } });

  await page.getByRole('heading', { name: 'Needle by needle' }).waitFor();
  await page.getByText('All 16 needles as a table').click();
  expect(
    await page.getByRole('region', { name: 'Needle by needle' }).getByRole('row').count(),
  ).toBeGreaterThan(16);

  const png = await saved(page, 'PNG', 1);
  expect(png.get('block.png')?.slice(1, 4)).toBe('PNG');
  // An empty picture of this size would be far smaller.
  expect(png.get('block.png')?.length ?? 0).toBeGreaterThan(20_000);
  const json = await saved(page, 'JSON', 1);
  expect(JSON.parse(json.get('result.json') ?? '')).toMatchObject({ kind: 'percuta simulation' });
  const vtk = await saved(page, 'VTK', 1);
  expect([...vtk.values()].join('')).toContain('<VTKFile type="RectilinearGrid"');
  const csv = await saved(page, 'CSV', 2);
  expect([...csv.values()].some((text) => text.startsWith('time (days),'))).toBe(true);
  const svg = await saved(page, 'SVG', 5);
  expect([...svg.values()].every((text) => text.startsWith('<svg'))).toBe(true);
  expectSound(opened);
});

test('by keyboard alone: time, block, what is shown, and running', async () => {
  const { page } = await lab(pair, { viewport: phone });
  const slider = page.getByRole('slider', { name: 'Time since the first session' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('1 µs');
  const text = page.locator('.facts').first();
  await expect.poll(() => text.textContent()).toContain('No tissue is above 50 °C.');
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => text.textContent()).toContain('Tissue above 50 °C lies');
  await page.keyboard.press('End');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('1.1 s');

  const block = page.getByRole('application', { name: /Block of skin/ });
  await block.focus();
  const picture = () =>
    page.locator('.block-room canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const before = await picture();
  await page.keyboard.press('ArrowRight');
  await expect.poll(picture).not.toBe(before);
  await page.keyboard.press('0');
  await expect.poll(picture).toBe(before);
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('slider');
});

test('a run can be called off, and a wrong setting is told with what to do', async () => {
  const { page } = await lab(pair);
  const duration = page.getByLabel('end.at');
  await page.getByText('end (1)').click();
  await duration.fill('300 s');
  await duration.press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Called off. The last result stays.').waitFor();
  await duration.fill('3 mm');
  await duration.press('Enter');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('is a length, expected a time');
  expect(await page.locator('.block-room canvas').count()).toBe(1);
});

test('parameters say why they have their values, and can be overridden', async () => {
  const { page } = await lab(array);
  await page.getByLabel('Search constants').fill('heat.bodyTemperature');
  await page.getByText('Why this value').first().click();
  const own = page.getByLabel(/^A value of your own, with its unit/).first();
  await own.fill('35 °C');
  await own.press('Enter');
  await page.getByText('Overridden: 35 °C').waitFor();
  expect(page.url()).toContain('fix=');
});

test('without WebGL the front face is shown flat, and says so', async () => {
  const browser = await launch('--disable-3d-apis');
  const page = await (await browser.newContext({ viewport: phone })).newPage();
  await page.addInitScript(() => localStorage.setItem('percuta-context-of-use', 'accepted'));
  await page.goto(`${inject('site')}${pair}`);
  await page.getByText('This browser cannot draw in three dimensions here', { exact: false }).waitFor({
    timeout: 45_000,
  });
  const colours = await page.locator('canvas.flat-face').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return new Set(Array.from({ length: data.length / 4 }, (_, n) => `${data[4 * n]},${data[4 * n + 1]}`))
      .size;
  });
  expect(colours).toBeGreaterThan(8);
  expect(await axeFaults(page)).toEqual([]);
  await browser.close();
});

test('a protocol of needles alone shows its wound, on a phone and in the dark, without faults of access', async () => {
  const { page } = await lab('#/lab?example=cheek-acne-scars', { viewport: phone, colorScheme: 'dark' });
  await page.getByRole('heading', { name: /^Wound at/ }).waitFor();
  await page.getByLabel('Zone', { exact: true }).selectOption('1');
  await ready(page);
  expect(await axeFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});
