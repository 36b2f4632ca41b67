// What comes out of a printer: the aid and the report of a plan as PDF, page by page.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { accepted, aid, desktop, settle, useBrowser } from './open.ts';

const open = useBrowser();

interface Sheet {
  readonly text: string;
  /** How far down the lowest text stands, of the height of the sheet. */
  readonly filled: number;
  /** The lowest and highest place of a text across the sheet, of its width. */
  readonly across: readonly [number, number];
}

const sheetsOf = async (pdf: Buffer): Promise<readonly Sheet[]> => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return Promise.all(
    text.map(async (own, n) => {
      const sheet = await document.getPage(n + 1);
      const [, , width, height] = sheet.view;
      const { items } = await sheet.getTextContent();
      const written = items.flatMap((item) => ('transform' in item && item.str.trim() !== '' ? [item] : []));
      const lefts = written.map(({ transform }) => transform[4] / (width ?? 1));
      const rights = written.map(({ transform, width: long }) => (transform[4] + long) / (width ?? 1));
      return {
        text: own,
        filled: 1 - Math.min(...written.map(({ transform }) => transform[5])) / (height ?? 1),
        across: [Math.min(...lefts), Math.max(...rights)],
      };
    }),
  );
};

/** Every page holds a good deal, and no text runs over its edge. */
const expectWhole = (sheets: readonly Sheet[]): void => {
  for (const [n, { text, filled, across }] of sheets.entries()) {
    expect(text.length).toBeGreaterThan(150);
    if (n < sheets.length - 1) expect(filled).toBeGreaterThan(0.45);
    expect(across[0]).toBeGreaterThan(0.01);
    expect(across[1]).toBeLessThan(0.995);
  }
};

/** Letters and digits alone: a line's end takes spaces away, and some fonts have commas that no text stands behind. */
const closed = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');

const printed = (page: Page): Promise<Buffer> => page.pdf({ format: 'A4', preferCSSPageSize: true });

test('the aid on paper: every part in its order, nothing to press, no page nearly empty', async () => {
  const { page } = await open(aid, { colorScheme: 'dark' });
  await settle('aid', page);
  const parts = await page.getByRole('heading', { level: 2 }).allTextContents();
  const sheets = await sheetsOf(await printed(page));
  expectWhole(sheets);
  expect(sheets.length).toBeGreaterThanOrEqual(5);
  expect(sheets.length).toBeLessThanOrEqual(16);
  const all = closed(sheets.map(({ text }) => text).join(''));
  const places = parts
    .filter((part) => part !== 'Keep it, share it')
    .map((part) => all.indexOf(closed(part)));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(all.indexOf(closed('Could needling help with acne scars?'))).toBe(0);
  expect(all).toContain(closed('US FDA notice, 15 October 2025'));
  expect(all).not.toContain(closed('Print or save as PDF'));
});

test('the report on paper: title first, every heading, no page nearly empty', async () => {
  const { page } = await open('#/plan', { viewport: desktop, stored: accepted });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save report (HTML)' }).click({ timeout: 45_000 });
  const html = readFileSync(await (await download).path(), 'utf8');
  const report = await page.context().newPage();
  await report.setContent(html);
  await report.emulateMedia({ media: 'print' });
  const headings = await report.locator('h2:visible').allTextContents();
  const sheets = await sheetsOf(await printed(report));
  expectWhole(sheets);
  expect(sheets.length).toBeGreaterThanOrEqual(4);
  expect(sheets.length).toBeLessThanOrEqual(25);
  expect(sheets[0]?.text).toContain('Cheek');
  const all = closed(sheets.map(({ text }) => text).join(''));
  // A heading of two lines beside another column is read line by line across both: its beginning is looked for.
  expect(headings.length).toBeGreaterThan(5);
  expect(headings.filter((heading) => !all.includes(closed(heading).slice(0, 12)))).toEqual([]);
});
