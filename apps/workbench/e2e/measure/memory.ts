// Memory of a page: what its scripts hold, with its workers, after garbage was collected; and of its process as Linux counts it.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { desktop, lab, labDrawn, onPage, phone, type Measured, type Site } from './measured.ts';

declare global {
  interface Performance {
    measureUserAgentSpecificMemory: () => Promise<{ readonly bytes: number }>;
  }
}

const mega = 1e6;

/** Of all scripts, DOM and memories of WebAssembly of a page and its workers, MB. The browser collects garbage for it. */
const held = (page: Page): Promise<number> =>
  page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes / 1e6);

/** Of the largest process that shows pages, its share of what it shares with others included, MB. */
const ofProcess = async ({ browser }: Site): Promise<number> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1];
      return (Number(kilobytes) * 1024) / mega;
    });
  return Math.max(...sizes);
};

const routes = [
  ['Decide', '#/decide?site=cheek&problem=atrophic-acne-scars&skin=IV', '.time-section svg'],
  ['Plan', '#/plan', '.cards'],
  ['Lab', lab, '.block-room canvas'],
] as const;

export const onPhone = async (site: Site): Promise<readonly Measured[]> => {
  const found: Measured[] = [];
  for (const [name, route, sign] of routes) {
    const sizes = await onPage(site, route, phone, async (page) => {
      await page.locator(sign).first().waitFor({ timeout: 120_000 });
      await page.waitForTimeout(2000);
      return [await ofProcess(site), await held(page)] as const;
    });
    const [process, scripts] = sizes;
    found.push({
      name: `memory of ${name} on a phone`,
      value: process,
      unit: 'MB',
      goal: { direction: 'at most', bound: 300 },
      how: `of the process (PSS); scripts and workers hold ${Math.round(scripts)} MB of it once garbage is collected`,
    });
  }
  return found;
};

/** Of the line of least squares through values at 1, 2, 3 … */
const slopeOf = (values: readonly number[]): number => {
  const mid = (values.length + 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [above, below] = values.reduce(
    ([up, down], value, i) => [up + (i + 1 - mid) * (value - mean), down + (i + 1 - mid) ** 2],
    [0, 0],
  );
  return above / below;
};

const runs = 50;
const every = 10;

/** The same page runs fifty pulses, each another. */
export const overRuns = (site: Site): Promise<readonly Measured[]> =>
  onPage(site, lab, desktop, async (page) => {
    await labDrawn(page);
    const sizes: number[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const field = page.getByLabel('generator.channels[0].control.voltage');
      await field.fill(`${50 - run / 10} V`);
      await field.press('Enter');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.waitForFunction(
        (number) => document.querySelector<HTMLSelectElement>('.lab-picks select')?.value === String(number),
        run + 1,
        { timeout: 60_000 },
      );
      if (run % every === 0) sizes.push(await held(page));
    }
    return [
      {
        name: 'growth of memory over 50 runs',
        value: slopeOf(sizes) / every,
        unit: 'MB a run',
        goal: { direction: 'at most', bound: 0.1 },
        how: `line of least squares through ${sizes.map((size) => Math.round(size)).join(', ')} MB held after every ten runs of two needles, garbage collected`,
      },
    ];
  });
