import { expect, test } from 'vitest';
import { simulatedManifest } from './command-line.ts';
import { accepted, axeFaults, desktop, expectSound, useBrowser } from './open.ts';

const open = useBrowser();
const options = { viewport: desktop, stored: accepted };

test('surfaces of equal temperature are drawn inside of the block, and taken away again', async () => {
  const opened = await open('#/lab?example=lab%2Fneedle-pair', options);
  const { page } = opened;
  const canvas = page.locator('.block-room canvas').first();
  await canvas.waitFor({ timeout: 45_000 });
  const picture = (): Promise<string> =>
    canvas.evaluate((drawn) => (drawn instanceof HTMLCanvasElement ? drawn.toDataURL() : ''));
  await expect.poll(async () => (await picture()).length, { timeout: 20_000 }).toBeGreaterThan(5000);
  // Faces are made one in a frame.
  await page.waitForTimeout(1000);
  const solid = await picture();
  const surfaces = page.getByRole('group', { name: 'Surfaces inside' });
  await surfaces.getByLabel('50 °C').check();
  await expect.poll(picture).not.toBe(solid);
  const glass = await picture();
  await surfaces.getByLabel('60 °C').check();
  await expect.poll(picture).not.toBe(glass);
  await surfaces.getByLabel('60 °C').uncheck();
  await surfaces.getByLabel('50 °C').uncheck();
  await expect.poll(picture, { timeout: 10_000 }).toBe(solid);
  const slider = page.getByRole('slider', { name: 'from the front' });
  await slider.focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowLeft');
  await expect.poll(picture, { timeout: 10_000 }).not.toBe(solid);
  expectSound(opened);
});

// Few places in the skin: what is asked is whether draws by several workers are those of one thread.
const coarse = { 'heal.n_layers': '1', 'heal.N_r': '8' };

test('draws give bands in the plots and intervals in the numbers, stand in the link, and are those of the command line', async () => {
  const fix = encodeURIComponent(JSON.stringify(coarse));
  const opened = await open(`#/lab?example=cheek-acne-scars&fix=${fix}`, { ...options, cores: 3 });
  const { page } = opened;
  let started = 0;
  page.on('worker', () => (started += 1));
  await page.getByText('Central values alone: no interval.', { exact: false }).waitFor({ timeout: 60_000 });
  await page.getByLabel('Draws').selectOption({ label: '8 draws' });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('heading', { name: 'Run 2 against Run 1' }).waitFor({ timeout: 90_000 });
  expect(page.url()).toContain('ensemble=8');
  expect(started).toBeGreaterThanOrEqual(2);
  const fixed = Object.entries(coarse).flatMap(([name, value]) => ['--parameter', `${name}=${value}`]);
  expect(
    simulatedManifest('examples/cheek-acne-scars/protocol.json', '--ensemble', '8', ...fixed),
  ).toMatchObject({ hashes: { result: await page.locator('.lab-head code').textContent() } });
  const all = page.getByRole('button', { name: /^Show all/ });
  if ((await all.count()) > 0) await all.click();
  const bands = page.locator('.plots path[fill-opacity="0.18"]');
  await expect.poll(() => bands.count(), { timeout: 10_000 }).toBeGreaterThan(2);
  const collagen = await page.getByRole('row', { name: /^net collagen at the end/ }).textContent();
  expect(collagen).toMatch(/\d % \([−\d.]+ to [−\d.]+\)/);
  expect(await axeFaults(page)).toEqual([]);
  expectSound(opened);
});
