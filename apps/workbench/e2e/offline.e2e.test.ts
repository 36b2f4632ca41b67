import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { siteFolder } from '../../cli/src/serve/build-site.ts';
import { serveSite, type Served } from '../../cli/src/serve/serve-site.ts';
import { accepted, desktop, expectSound, routes, useBrowser } from './open.ts';

const open = useBrowser();

let folder: string;
let served: Served;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-site-'));
  cpSync(siteFolder, folder, { recursive: true });
  served = await serveSite(folder, 0);
});
afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** Waits until the site is kept, which is once its worker is in charge of the page. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    });
  });

test('after one visit every door opens without a network, and Plan plans', async () => {
  const opened = await open(routes.pick, {
    site: served.url,
    viewport: desktop,
    stored: accepted,
    serviceWorkers: 'allow',
  });
  const { page } = opened;
  await kept(page);
  await served.close();
  for (const route of Object.values(routes)) {
    await page.goto(`${served.url}${route}`);
    await page.reload();
    await page.locator('h1').first().waitFor();
  }
  // What the page waits for before it is painted is asked for by no other file.
  const scheme = await page.evaluate(async () => {
    const stored = await caches.match('./scheme.js', { ignoreSearch: true });
    return stored?.text();
  });
  expect(scheme).toContain('dataset.mantineColorScheme');
  await page.goto(`${served.url}${routes.plan}`);
  await page.reload();
  const hash = page.getByTestId('result-hash');
  expect(await hash.textContent({ timeout: 30_000 })).toMatch(/^\s*[0-9a-f]{16}/);
  expectSound(opened);
});

test('a newer version waits until it is asked for', async () => {
  const { page } = await open(routes.pick, { site: served.url, serviceWorkers: 'allow' });
  await kept(page);
  expect(await page.getByText('A newer version of Percuta is ready').count()).toBe(0);
  const { port } = new URL(served.url);
  await served.close();
  appendFileSync(join(folder, 'service-worker.js'), '\n// another version\n');
  for (const packed of ['gz', 'br']) rmSync(join(folder, `service-worker.js.${packed}`));
  served = await serveSite(folder, Number(port));
  await page.reload();
  await page.getByText('A newer version of Percuta is ready').waitFor();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use it' }).click();
  await reloaded;
  await page.locator('h1').first().waitFor();
  expect(await page.getByText('A newer version of Percuta is ready').count()).toBe(0);
});
