import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';

export const phone = { width: 390, height: 844 };
export const smallPhone = { width: 360, height: 740 };
export const desktop = { width: 1440, height: 900 };

export const aid = '#/decide?site=cheek&problem=atrophic-acne-scars&skin=IV';
export const routes = {
  pick: '#/decide',
  aid,
  results: '#/evidence',
  studies: '#/evidence?view=studies',
  claims: '#/evidence?view=claims',
  screening: '#/evidence?view=screening',
  trust: '#/trust',
  plan: '#/plan',
  lab: '#/lab?example=lab%2Fneedle-pair',
} as const;

/** Waits for what a page computes or draws after it has opened. */
export const settle = async (name: keyof typeof routes, page: Page): Promise<void> => {
  if (name === 'plan') await page.getByRole('heading', { name: 'Courses' }).waitFor();
  if (name === 'trust')
    await page
      .getByText(/^\d+ of \d+ hold\.$/)
      .nth(1)
      .waitFor();
  if (name === 'lab') await page.locator('.block-room canvas').waitFor();
  if (name === 'aid') await page.locator('.time-section svg').waitFor();
  if (name === 'aid' || name === 'results') await page.locator('figure svg').first().waitFor();
};

interface Opened {
  readonly page: Page;
  /** Requests that went elsewhere, and complaints of the page. */
  readonly faults: readonly string[];
}

interface Opening extends BrowserContextOptions {
  /** Where the site is served, if not where all tests share it. */
  readonly site?: string;
  /** Kept in the local storage before the page runs. */
  readonly stored?: Readonly<Record<string, string>>;
  /** Cores that the page is told the device has. */
  readonly cores?: number;
}

const watch = (page: Page, site: string): string[] => {
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !/^(data|blob):/.test(url)) faults.push(`request to ${url}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
};

/** Starts a browser of its own. Letters are drawn without hinting, alike in every build of Chromium. */
export const launch = (...flags: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none', ...flags],
  });

/**
 * One browser for a file of tests; pages are opened with storage of their own. A page ends with the test that opened it,
 * since one that is left goes on computing beside the next; one opened before all tests stays for all. Nothing is kept for
 * use without a network unless asked for: to fetch and check the whole site takes a fifth of the time of a test.
 */
export const useBrowser = () => {
  let browser: Browser;
  let ofTest: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(() => {
    ofTest = [];
  });
  afterEach(async () => {
    await Promise.all(ofTest.map((context) => context.close()));
  });
  return async (
    route: string,
    { stored = {}, cores, site = inject('site'), ...options }: Opening = {},
  ): Promise<Opened> => {
    const context = await browser.newContext({ viewport: phone, serviceWorkers: 'block', ...options });
    ofTest.push(context);
    await context.addInitScript((entries) => {
      for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
    }, stored);
    await context.addInitScript((count) => {
      if (count !== undefined) Object.defineProperty(navigator, 'hardwareConcurrency', { value: count });
    }, cores);
    const page = await context.newPage();
    const faults = watch(page, site);
    await page.goto(`${site}${route}`);
    await page.locator('h1, noscript').filter({ visible: true }).first().waitFor();
    return { page, faults };
  };
};

/** What axe finds serious or critical, as "rule: where". The people of icon arrays, hundreds of marks in a picture with a name, are left out. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .exclude('svg circle')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
};

/** How far the page is wider than the window, px. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

export const expectSound = ({ faults }: Opened): void => {
  expect(faults).toEqual([]);
};

/** Plan behind its statement, already accepted. */
export const accepted = { 'percuta-context-of-use': 'accepted' };
