// The built workbench in headless Chromium beside what is asked of it; run by tools/workbench/measure.mjs.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { buildSite, siteFolder } from '../../../cli/src/serve/build-site.ts';
import { serveSite } from '../../../cli/src/serve/serve-site.ts';
import { depthSlider, pulseAgain } from './answers.ts';
import { firstScreen } from './first-screen.ts';
import { frames } from './frames.ts';
import { longTasks } from './long-tasks.ts';
import { isMet, type Measured, type Site } from './measured.ts';
import { onPhone, overRuns } from './memory.ts';

const kept = fileURLToPath(new URL('../../../../docs/benchmarks/results/workbench.json', import.meta.url));

const line = (measured: Measured): string => {
  const { name, value, unit, goal, how } = measured;
  const asked =
    goal === undefined ? '' : `, ${goal.direction} ${goal.bound}: ${isMet(measured) ? 'met' : 'MISSED'}`;
  return `${name}: ${Number(value.toPrecision(3))} ${unit}${asked} (${how})\n`;
};

/** Builds the site and measures it in a browser; resolves to whether every goal is met. */
export const measureWorkbench = async (executablePath: string): Promise<boolean> => {
  buildSite();
  const { url, close } = await serveSite(siteFolder, 0);
  const launch = (...args: readonly string[]) =>
    chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
  const painting = await launch('--disable-gpu');
  const browser = await launch('--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader');
  const site: Site = { browser, url };
  const slider = (): Promise<readonly Measured[]> => depthSlider({ browser: painting, url }, site);
  const found: Measured[] = [];
  for (const measure of [firstScreen, slider, pulseAgain, frames, longTasks, onPhone, overRuns]) {
    const measures = await measure(site);
    for (const each of measures) process.stdout.write(line(each));
    found.push(...measures);
  }
  const result = {
    browser: `Chromium ${browser.version()}`,
    processor: cpus()[0]?.model,
    cores: cpus().length,
    measures: found.map((each) => ({
      ...each,
      value: Number(each.value.toPrecision(3)),
      ...(each.goal && { met: isMet(each) }),
    })),
  };
  writeFileSync(kept, `${JSON.stringify(result, undefined, 2)}\n`);
  await Promise.all([painting.close(), browser.close()]);
  await close();
  return found.every((each) => isMet(each) !== false);
};
