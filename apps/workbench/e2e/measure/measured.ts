import type { Browser, BrowserContextOptions, Page } from 'playwright';

/** One measure of the workbench beside what is asked for. */
export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Left out where nothing is asked for. */
  readonly goal?: { readonly direction: 'at most' | 'at least'; readonly bound: number };
  /** What was counted, and over how many. */
  readonly how: string;
}

/** A page of the site behind the statement of the clinician's doors. */
export interface Site {
  readonly browser: Browser;
  readonly url: string;
}

export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Opens a route in a context of its own, and closes it after the work. `before` runs in the page ahead of its scripts. */
export const onPage = async <T>(
  { browser, url }: Site,
  route: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
  before?: () => void,
): Promise<T> => {
  const context = await browser.newContext(options);
  await context.addInitScript(() => localStorage.setItem('percuta-context-of-use', 'accepted'));
  if (before !== undefined) await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(`${url}${route}`);
  const done = await work(page);
  await context.close();
  return done;
};

/** Undefined where nothing is asked for. */
export const isMet = ({ value, goal }: Measured): boolean | undefined =>
  goal && (goal.direction === 'at most' ? value <= goal.bound : value >= goal.bound);

export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const lab = '#/lab?example=lab%2Fneedle-pair';

/** Waits for the block of the Lab to be drawn. */
export const labDrawn = (page: Page): Promise<void> =>
  page.locator('.block-room canvas').first().waitFor({ timeout: 120_000 });
