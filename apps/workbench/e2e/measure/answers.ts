// From a person's hand to the picture that answers it.
import type { Page } from 'playwright';
import { desktop, lab, labDrawn, middle, onPage, type Measured, type Site } from './measured.ts';

/** ms from setting a range input to the frame after a picture with a title was drawn. */
const sliderToPicture = (page: Page, to: number, title: string): Promise<number> =>
  page.evaluate(
    ({ to: value, title: wanted }) =>
      new Promise<number>((resolve) => {
        const slider = document.querySelector<HTMLInputElement>('.depth-trial input');
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        if (slider === null || set === undefined) throw new Error('no slider of depth');
        const began = performance.now();
        const look = (): void => {
          const titles = [...document.querySelectorAll('.picture svg title')];
          if (titles.some(({ textContent }) => textContent === wanted))
            requestAnimationFrame(() => resolve(performance.now() - began));
          else requestAnimationFrame(look);
        };
        set.call(slider, String(value));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        look();
      }),
    { to, title },
  );

const titleAt = (depth: number): string => `Course A at ${depth} mm in this skin`;

const slid = (site: Site): Promise<readonly number[]> =>
  onPage(site, '#/plan', desktop, async (page) => {
    const slider = page.getByRole('slider', { name: 'Depth that is set' });
    await slider.waitFor({ timeout: 60_000 });
    await page.getByText('The reasons are in the report.').waitFor({ timeout: 300_000 });
    // The first makes the plan again in a worker of its own.
    await sliderToPicture(page, 2, titleAt(0.75));
    const times: number[] = [];
    for (const at of [3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3]) {
      times.push(await sliderToPicture(page, at, titleAt((at + 1) / 4)));
    }
    return times;
  });

const howSlid = (times: readonly number[]): string =>
  `median of ${times.length} depths of course A in 2000 draws, Plan; slowest ${Math.round(Math.max(...times))} ms`;

/**
 * Depths of the first course of the first example, one after the other: in a browser that paints pages itself, and in one
 * whose graphics card the processor acts, where each frame of any page costs a tenth of a second before it is seen.
 */
export const depthSlider = async (painted: Site, emulated: Site): Promise<readonly Measured[]> => {
  const times = await slid(painted);
  const slow = await slid(emulated);
  return [
    {
      name: 'slider to new depth distribution',
      value: middle(times),
      unit: 'ms',
      goal: { direction: 'at most', bound: 100 },
      how: `${howSlid(times)}; no graphics card`,
    },
    {
      name: 'the same with an emulated graphics card',
      value: middle(slow),
      unit: 'ms',
      how: howSlid(slow),
    },
  ];
};

/** A pulse with another voltage each time, from the press to the frame in which all faces of its block stand. */
export const pulseAgain = (site: Site): Promise<readonly Measured[]> =>
  onPage(site, lab, desktop, async (page) => {
    await labDrawn(page);
    const times: number[] = [];
    for (const volts of [49, 48, 47, 46, 45, 44, 43]) {
      const field = page.getByLabel('generator.channels[0].control.voltage');
      await field.fill(`${volts} V`);
      await field.press('Enter');
      times.push(
        await page.evaluate(
          (number) =>
            new Promise<number>((resolve) => {
              const button = [...document.querySelectorAll('button')].find(
                ({ textContent }) => textContent === 'Run',
              );
              const began = performance.now();
              const look = (): void => {
                const shown = document.querySelector<HTMLSelectElement>('.lab-picks select')?.value;
                const block = document.querySelector('.block-room canvas:not([data-unfinished])');
                if (shown === String(number) && block !== null)
                  requestAnimationFrame(() =>
                    requestAnimationFrame(() => resolve(performance.now() - began)),
                  );
                else requestAnimationFrame(look);
              };
              button?.click();
              look();
            }),
          times.length + 2,
        ),
      );
    }
    return [
      {
        name: 'RF pulse run again and drawn',
        value: middle(times) / 1000,
        unit: 's',
        goal: { direction: 'at most', bound: 1 },
        how: `median of ${times.length} voltages, two needles for 100 ms and a second of cooling, one worker, Lab; slowest ${(Math.max(...times) / 1000).toFixed(2)} s`,
      },
    ];
  });
