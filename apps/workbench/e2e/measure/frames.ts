// How many frames a second the block draws while its time is scrubbed, drawn by the processor alone.
import { desktop, labDrawn, middle, onPage, type Measured, type Site } from './measured.ts';

/** Over eleven seconds of play; what the busiest process of the browser needs of a core tells how much room is left. */
export const frames = (site: Site): Promise<readonly Measured[]> =>
  onPage(site, '#/lab?example=cheek-rf', desktop, async (page) => {
    await labDrawn(page);
    await page.getByRole('slider', { name: 'Time since the first session' }).press('Home');
    await page.getByRole('button', { name: 'Play' }).click();
    const session = await site.browser.newBrowserCDPSession();
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
    const sorted = gaps.toSorted((a, b) => a - b);
    const rate = 1000 / middle(gaps);
    const slow = 1000 / (sorted[Math.floor(sorted.length * 0.9)] ?? Infinity);
    const busiest = Math.max(...Array.from(after, ([id, time]) => time - (before.get(id) ?? 0)));
    return [
      {
        name: 'frames while time is scrubbed',
        value: rate,
        unit: 'a second',
        goal: { direction: 'at least', bound: 20 },
        how: `median of ${gaps.length}, drawn by the processor alone; ${slow.toFixed(0)} at the slowest tenth; a frame takes ${((1000 * busiest) / gaps.length).toFixed(1)} ms of a core in the busiest process`,
      },
    ];
  });
