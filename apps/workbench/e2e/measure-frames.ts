// How many frames a second the block draws while its time is scrubbed, drawn by the processor alone:
//   node apps/workbench/e2e/measure-frames.ts
// Prints the median over eleven seconds, and what the busiest process of the browser needs of a core for a frame, which
// tells the rate on a machine that does nothing else. Fails where neither comes to twenty.
import { chromium } from 'playwright';
import { buildSite, siteFolder } from '../../cli/src/serve/build-site.ts';
import { serveSite } from '../../cli/src/serve/serve-site.ts';

const least = 20;

buildSite();
const { url, close } = await serveSite(siteFolder, 0);
const browser = await chromium.launch({
  executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.addInitScript(() => localStorage.setItem('percuta-context-of-use', 'accepted'));
await page.goto(`${url}#/lab?example=cheek-rf`);
await page.locator('.block-room canvas').waitFor({ timeout: 120_000 });
await page.getByRole('slider', { name: 'Time since the first session' }).press('Home');
await page.getByRole('button', { name: 'Play' }).click();
const session = await browser.newBrowserCDPSession();
/** Seconds of a core that each process of the browser has used. */
const used = async (): Promise<ReadonlyMap<number, number>> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
};
const before = await used();
// Each step of the thumb is a time that has been painted; frames in which nothing moved do not count.
const gaps = await page.evaluate(
  () =>
    new Promise<number[]>((resolve) => {
      const found: number[] = [];
      let [last, shown] = [performance.now(), ''];
      const began = last;
      const frame = (now: number): void => {
        const text = document.querySelector('.scrub-thumb')?.getAttribute('style') ?? '';
        if (text !== shown) {
          found.push(now - last);
          [last, shown] = [now, text];
        }
        if (now - began < 11_000) requestAnimationFrame(frame);
        else resolve(found);
      };
      requestAnimationFrame(frame);
    }),
);
const after = await used();
await browser.close();
await close();
const sorted = gaps.toSorted((a, b) => a - b);
const rate = 1000 / (sorted[Math.floor(sorted.length / 2)] ?? Infinity);
const slow = 1000 / (sorted[Math.floor(sorted.length * 0.9)] ?? Infinity);
const busiest = Math.max(...Array.from(after, ([id, time]) => time - (before.get(id) ?? 0)));
const alone = gaps.length / busiest;
process.stdout.write(
  `${rate.toFixed(0)} frames a second in the median, ${slow.toFixed(0)} at the slowest tenth, over ${gaps.length} frames; ` +
    `${((1000 * busiest) / gaps.length).toFixed(1)} ms of a core for a frame in the busiest process, or ${alone.toFixed(0)} frames a second on free cores\n`,
);
process.exitCode = Math.max(rate, alone) >= least ? 0 : 1;
