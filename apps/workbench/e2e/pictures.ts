import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diff } from '@blazediff/core';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';

/** Pictures of the pages as they were looked at and found right. */
const kept = join(import.meta.dirname, 'pictures');
/** Pictures that differ, beside what was kept, for whoever looks into it; not part of the repository. */
const differing = join(import.meta.dirname, 'pictures-differing');

/**
 * The part of all pixels that may differ. Other builds of the browser draw the edge of a letter otherwise, which the
 * comparison leaves out, and a number that changes by a digit moves a few letters; a panel that moves, is clipped or
 * loses its colour is several times as much.
 */
const tolerance = 0.02;
/** How far a colour may be away before its pixel counts, of 1. */
const colourTolerance = 0.15;
/** The part by which the length of a page may change with the words of its results. */
const lengthTolerance = 0.04;
/** The upper part of a page is kept: what is below repeats it. */
const tallest = { phone: 1700, desktop: 1300 } as const;

/** Nothing moves, and nothing stands there that differs from one machine to the next. */
const still = `
  *, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
  code, pre, kbd { font-family: Inter, sans-serif !important; }
  ::-webkit-scrollbar { display: none; }`;

/** The picture with 32 steps of each colour: a third smaller, and no step is as much as counts. */
const coarse = (picture: PNG): PNG => {
  for (const [i, value] of picture.data.entries())
    picture.data[i] = Math.round((value * 31) / 255) * (255 / 31);
  return picture;
};

const rows = (picture: PNG, height: number): Uint8Array =>
  picture.data.subarray(0, picture.width * height * 4);

/** What keeps a picture from being the one that was kept; nothing where they agree. */
const differenceOf = (name: string, drawn: PNG, before: PNG): string | undefined => {
  if (drawn.width !== before.width) return `${name} is ${drawn.width} px wide, kept with ${before.width} px`;
  const height = Math.min(drawn.height, before.height);
  if (Math.abs(drawn.height - before.height) > lengthTolerance * before.height) {
    return `${name} is ${drawn.height} px long, kept with ${before.height} px`;
  }
  const shown = new PNG({ width: drawn.width, height });
  const count = diff(rows(drawn, height), rows(before, height), shown.data, drawn.width, height, {
    threshold: colourTolerance,
  });
  const part = count / (drawn.width * height);
  if (part <= tolerance) return undefined;
  mkdirSync(differing, { recursive: true });
  writeFileSync(join(differing, `${name}.difference.png`), PNG.sync.write(shown));
  return `${name} differs in ${(100 * part).toFixed(2)} % of its pixels, at most ${100 * tolerance} % may; see ${differing}`;
};

/** Whether pictures are made again instead of compared. */
const renews = (): boolean => process.env['PERCUTA_PICTURES'] === 'renew';

/** Waits until letters are there and two frames have been painted. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let n = 0; n < 2; n += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
  });

/**
 * Compares the page as it stands with the picture kept under a name. Returns why they differ, or nothing. With
 * `PERCUTA_PICTURES=renew` the picture is kept instead.
 */
export const pictureFault = async (
  page: Page,
  name: string,
  on: keyof typeof tallest,
): Promise<string | undefined> => {
  await page.addStyleTag({ content: still });
  await painted(page);
  const size = page.viewportSize();
  if (size === null) throw new Error('a page without a size cannot be compared');
  const full = await page.evaluate(() => document.documentElement.scrollHeight);
  const taken = await page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width: size.width, height: Math.min(full, tallest[on]) },
  });
  const file = join(kept, `${name}.png`);
  if (renews()) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(
      file,
      PNG.sync.write(coarse(PNG.sync.read(taken)), {
        colorType: 2,
        deflateLevel: 9,
        deflateStrategy: 0,
        filterType: 0,
      }),
    );
    return undefined;
  }
  if (!existsSync(file)) return `no picture is kept as ${file}`;
  const fault = differenceOf(name, PNG.sync.read(taken), PNG.sync.read(readFileSync(file)));
  if (fault !== undefined) writeFileSync(join(differing, `${name}.drawn.png`), taken);
  return fault;
};
