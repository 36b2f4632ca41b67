// What keeps the main thread from answering: tasks longer than 50 ms, in each door, while it opens and while it is used.
import type { Page } from 'playwright';
import { desktop, lab, labDrawn, onPage, type Measured, type Site } from './measured.ts';

declare global {
  interface Window {
    longest: number;
  }
}

const watch = (): void => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
};

/** The longest task since the last time it was asked for, ms; 0 below 50. */
const longest = async (page: Page): Promise<number> => {
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const found = window.longest;
    window.longest = 0;
    return found;
  });
};

interface Door {
  readonly name: string;
  readonly route: string;
  readonly ready: (page: Page) => Promise<unknown>;
  readonly use: (page: Page) => Promise<unknown>;
}

const doors: readonly Door[] = [
  {
    name: 'Decide',
    route: '#/decide?site=cheek&problem=atrophic-acne-scars&skin=IV',
    ready: (page) => page.locator('.time-section svg').waitFor({ timeout: 60_000 }),
    use: async (page) => {
      await page.getByRole('slider').first().focus();
      for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'Plan',
    route: '#/plan',
    ready: (page) => page.getByText('The reasons are in the report.').waitFor({ timeout: 300_000 }),
    use: async (page) => {
      await page.getByText('Edit the case').click();
      await page.getByLabel('Title').fill('Another title');
      await page.getByRole('button', { name: /^Show course C/ }).click();
      await page.getByRole('slider', { name: 'Depth that is set' }).focus();
      for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(2000);
    },
  },
  {
    name: 'Lab',
    route: lab,
    ready: labDrawn,
    use: async (page) => {
      const time = page.getByRole('slider', { name: 'Time since the first session' });
      await time.press('Home');
      for (let i = 0; i < 60; i += 1) await time.press('ArrowRight');
      for (const cut of await page.locator('.cuts input').all()) {
        for (let i = 0; i < 5; i += 1) await cut.press('ArrowRight');
      }
    },
  },
  {
    name: 'Evidence',
    route: '#/evidence',
    ready: (page) => page.locator('figure svg').first().waitFor({ timeout: 60_000 }),
    use: async (page) => {
      const select = page.locator('main select').first();
      const values = await select
        .locator('option')
        .evaluateAll((all) => all.map((each) => each.getAttribute('value')));
      for (const value of values.slice(0, 4)) await select.selectOption(value);
    },
  },
  {
    name: 'Trust',
    route: '#/trust',
    ready: (page) => page.locator('h2').first().waitFor(),
    use: (page) => page.mouse.wheel(0, 4000),
  },
];

export const longTasks = async (site: Site): Promise<readonly Measured[]> => {
  const found: Measured[] = [];
  for (const { name, route, ready, use } of doors) {
    const measures = await onPage(
      site,
      route,
      desktop,
      async (page) => {
        await ready(page);
        const opening = await longest(page);
        await use(page);
        return [opening, await longest(page)] as const;
      },
      watch,
    );
    const [opening, using] = measures;
    found.push(
      {
        name: `longest task while ${name} opens`,
        value: opening,
        unit: 'ms',
        how: 'reading scripts and first drawing included; 0 where none is over 50 ms',
      },
      {
        name: `longest task while ${name} is used`,
        value: using,
        unit: 'ms',
        goal: { direction: 'at most', bound: 50 },
        how: '0 where none is over 50 ms',
      },
    );
  }
  return found;
};
