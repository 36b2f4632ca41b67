// Every page as it looks, on a phone and a desktop, in light and dark, against pictures that were looked at:
//   PERCUTA_PICTURES=compare node tools/test.mjs apps/workbench/e2e/pictures.e2e.test.ts
// and with `renew` the pictures are made anew. By command alone: other machines draw other letters, and it takes a minute.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { accepted, desktop, phone, routes, settle, useBrowser } from './open.ts';
import { pictureFault } from './pictures.ts';

const open = useBrowser();
const sizes = { phone, desktop } as const;
const schemes = ['light', 'dark'] as const;
const names = Object.keys(routes).filter((name): name is keyof typeof routes => name in routes);

/** In one colour scheme, at every size. */
const faultsIn = async (page: Page, name: keyof typeof routes, scheme: string): Promise<string[]> => {
  const faults: (string | undefined)[] = [];
  for (const on of ['phone', 'desktop'] as const) {
    await page.setViewportSize(sizes[on]);
    faults.push(await pictureFault(page, `${name}-${on}-${scheme}`, on));
  }
  return faults.filter((fault) => fault !== undefined);
};

test.skipIf(process.env['PERCUTA_PICTURES'] === undefined).each(names)('%s looks as it did', async (name) => {
  const { page } = await open(routes[name], {
    viewport: phone,
    deviceScaleFactor: 0.75,
    stored: accepted,
    reducedMotion: 'reduce',
  });
  await settle(name, page);
  // Benefit against downtime is worked out from a year of healing of every course.
  if (name === 'plan') await page.locator('.running').waitFor({ state: 'detached', timeout: 120_000 });
  const faults: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    faults.push(...(await faultsIn(page, name, colorScheme)));
  }
  expect(faults).toEqual([]);
});
