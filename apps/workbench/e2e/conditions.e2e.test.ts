// What a person sees where something is missing: each in a browser that lacks it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { siteFolder } from '../../cli/src/serve/build-site.ts';
import { serveSite } from '../../cli/src/serve/serve-site.ts';
import { accepted, axeFaults, desktop, expectSound, launch, routes, smallPhone, useBrowser } from './open.ts';

const open = useBrowser();
const planned = (page: Page) => page.getByTestId('result-hash').textContent({ timeout: 45_000 });

test('without WebAssembly a run says so and what to do, and all that was entered stays', async () => {
  const { page } = await open(routes.pick, { viewport: desktop, stored: accepted });
  await page.context().route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete self.WebAssembly;\n${await response.text()}` });
  });
  await page.goto(`${inject('site')}${routes.lab}`);
  const alert = page.getByRole('alert');
  await alert.getByText('This browser does not run WebAssembly', { exact: false }).waitFor();
  expect(await page.getByLabel('electrodes[0].pitch').inputValue()).toBe('1 mm');
  expect(await axeFaults(page)).toEqual([]);
});

test('where memory is short a run says how much it needs, and less can be asked for', async () => {
  const browser = await launch('--js-flags=--wasm-max-mem-pages=40');
  const page = await browser.newPage({ viewport: desktop });
  await page.addInitScript(() => localStorage.setItem('percuta-context-of-use', 'accepted'));
  await page.goto(`${inject('site')}${routes.lab}`);
  const text = await page.getByRole('alert').textContent({ timeout: 30_000 });
  expect(text).toMatch(/need \d+ MiB, but only \d+ MiB may be used; take a coarser grid/);
  expect(await page.getByRole('button', { name: 'Run', exact: true }).isEnabled()).toBe(true);
  await browser.close();
});

/** Every store of the browser refuses, as in windows that may keep nothing. */
const denyStorage = (): void => {
  for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
    Object.defineProperty(globalThis, name, {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
};

/** The store is there, and has no room. */
const fillStorage = (): void => {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
};

test.each([
  ['denied', denyStorage, 'The operation is insecure.'],
  ['full', fillStorage, 'The quota has been exceeded.'],
])('with storage %s Plan works, says that nothing is kept, and saves to a file', async (_, spoil, reason) => {
  const { page } = await open(routes.pick, { viewport: desktop });
  await page.context().addInitScript(spoil);
  await page.goto(`${inject('site')}${routes.plan}`);
  await page.reload();
  const go = page.getByRole('button', { name: 'I understand, open Plan' });
  await go.click();
  expect(await planned(page)).toMatch(/^\s*[0-9a-f]{16}/);
  await page.getByText('Edit the case').click();
  const title = page.getByLabel('Title');
  await title.fill('Not to be lost');
  const told = page.getByText(/^Not saved on this device: .* Save the case as a file to keep it\.$/);
  expect(await told.textContent()).toContain(reason);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save case as file' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('Not to be lost');
  expect(await title.inputValue()).toBe('Not to be lost');
});

test('a host that sends no headers gives the same plan, on one thread', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-site-'));
  cpSync(siteFolder, folder, { recursive: true });
  writeFileSync(join(folder, 'headers.json'), '{}');
  const bare = await serveSite(folder, 0);
  const hashes: (string | null)[] = [];
  for (const [site, isIsolated] of [
    [bare.url, false],
    [inject('site'), true],
  ] as const) {
    const opened = await open(routes.plan, { site, viewport: desktop, stored: accepted });
    expect(await opened.page.evaluate(() => globalThis.crossOriginIsolated)).toBe(isIsolated);
    hashes.push(await planned(opened.page));
    expectSound(opened);
    await opened.page.context().close();
  }
  expect(hashes[0]).toBe(hashes[1]);
  await bare.close();
  rmSync(folder, { recursive: true });
});

test('a case file that cannot be read says why, and the open case stays', async () => {
  const opened = await open(routes.plan, { viewport: desktop, stored: accepted });
  const { page } = opened;
  const input = page.locator('.case-bar input[type=file]');
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  for (const buffer of [
    Buffer.from('{"version": 1, "title"'),
    Buffer.from([0, 255, 1, 254]),
    Buffer.from(''),
  ]) {
    await input.setInputFiles({ name: 'case.json', mimeType: 'application/json', buffer });
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
  }
  expect(await axeFaults(page)).toEqual([]);
  expectSound(opened);
});

test('links with what nobody wrote open, and leave out what they do not understand', async () => {
  for (const route of [
    '#/decide?site=nowhere&problem=%5B1%5D&skin=IX',
    '#/decide?v=9&site=cheek&problem=atrophic-acne-scars&skin=IV&unknown=%7B',
    '#/evidence?view=nothing&problem=3',
    '#/lab?v=9&example=lab%2Fneedle-pair&set=%5B%5D&at=-1',
    '#/lab?example=not%2Fthere',
  ]) {
    const opened = await open(route, { viewport: desktop, stored: accepted });
    if (route.includes('v=9')) {
      await opened.page.getByRole('note').getByText('later version', { exact: false }).first().waitFor();
    }
    expect(await opened.page.locator('.fault').allTextContents()).toEqual([]);
    expectSound(opened);
    await opened.page.context().close();
  }
});

test('the page may run no script of others and reach no other host', async () => {
  const { page } = await open(routes.pick);
  const policy = await page.evaluate(async () => {
    const response = await fetch('./');
    return response.headers.get('content-security-policy') ?? '';
  });
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("connect-src 'self';");
  const tried = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline script ran"';
    document.body.append(script);
    const sent = await fetch('https://example.org/').then(
      () => 'sent',
      () => 'refused',
    );
    return [document.title, sent];
  });
  expect(tried).toEqual(['Percuta', 'refused']);
});

test('without scripts the page says what it needs, and does not ask to wait', async () => {
  const { page } = await open(routes.pick, { viewport: smallPhone, javaScriptEnabled: false });
  const said = page.locator('noscript p');
  expect(await said.textContent()).toContain('needs JavaScript for it');
  expect((await said.boundingBox())?.y).toBeLessThan(smallPhone.height / 2);
  expect(await page.getByText('One moment…').isVisible()).toBe(false);
});

/** The head of the page, with its script or without. */
const headOf = async (javaScriptEnabled: boolean) => {
  const { page } = await open(routes.pick, { viewport: desktop, javaScriptEnabled });
  const head = page.locator('header.top');
  const names = await head.getByRole('link').allTextContents();
  const box = await head.boundingBox();
  const colour = await head.evaluate((node) => getComputedStyle(node).backgroundColor);
  await page.context().close();
  return { names, height: box?.height, colour };
};

test('before any script the head of the page stands where it will stand', async () => {
  const without = await headOf(false);
  expect(without.names).toEqual(['Percuta', 'Decide', 'Plan', 'Lab', 'Evidence', 'Trust']);
  expect(without).toEqual(await headOf(true));
});
