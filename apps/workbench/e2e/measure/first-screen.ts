// The first screen of Decide on a slow phone: what is loaded, and how long until a person can begin.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { siteFolder } from '../../../cli/src/serve/build-site.ts';
import { onPage, type Measured, type Site } from './measured.ts';

const smallPhone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const slowdown = 4;

/** Scripts the page asks for before anything is pressed, gzipped, kB. */
const scripts = (site: Site): Promise<number> =>
  onPage(site, '#/decide', smallPhone, async (page) => {
    await page.getByRole('button', { name: 'Show me what is known' }).waitFor();
    const names = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => name.endsWith('.js')),
    );
    const bytes = [...new Set(names)]
      .filter((name) => name.includes('/assets/'))
      .map((name) => gzipSync(readFileSync(join(siteFolder, name)), { level: 9 }).length);
    return bytes.reduce((sum, each) => sum + each, 0) / 1000;
  });

/** ms until the first choice can be made, and from the last choice to the aid, on a processor slowed down. */
const slowed = (site: Site): Promise<readonly [number, number]> =>
  onPage(site, '#/trust', smallPhone, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const began = performance.now();
    await page.goto(`${site.url}#/decide`);
    await page.reload();
    await page.getByRole('button', { name: 'Show me what is known' }).waitFor();
    const first = performance.now() - began;
    await page.getByRole('group', { name: 'Place', exact: true }).getByLabel('the cheek').check();
    await page.getByLabel('acne scars').check();
    await page.getByLabel('Rarely burns, tans well (IV)').check();
    const pressed = performance.now();
    await page.getByRole('button', { name: 'Show me what is known' }).click();
    await page.getByRole('heading', { level: 1, name: /Could needling help/ }).waitFor();
    return [first, performance.now() - pressed];
  });

export const firstScreen = async (site: Site): Promise<readonly Measured[]> => {
  const [first, aid] = await slowed(site);
  const how = `360 px, processor ${slowdown} times slower`;
  return [
    {
      name: 'JavaScript of the first screen of Decide, gzipped',
      value: await scripts(site),
      unit: 'kB',
      goal: { direction: 'at most', bound: 250 },
      how: 'every script the page asks for before anything is pressed',
    },
    { name: 'first screen of Decide, slowed down', value: first / 1000, unit: 's', how },
    { name: 'from the choice to the aid, slowed down', value: aid / 1000, unit: 's', how },
  ];
};
