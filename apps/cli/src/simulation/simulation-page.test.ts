import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../run-cli.testing.ts';

const protocol = 'examples/cheek-acne-scars/protocol.json';
const coarse = ['--draws', '64', '--parameter', 'heal.n_layers=3', '--parameter', 'heal.N_r=8'];

const pageOf = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  try {
    const { code, err } = runCli('simulate', protocol, '--out', folder, ...coarse);
    expect(err).not.toContain('Error');
    expect(code).toBe(0);
    return readFileSync(join(folder, 'simulation.html'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('the page of a simulation in a browser', () => {
  let browser: Browser;
  let page = '';
  beforeAll(async () => {
    page = pageOf();
    browser = await chromium.launch({
      executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
  }, 120_000);
  afterAll(async () => browser.close());

  const shown = async (
    width: number,
    colorScheme: 'light' | 'dark',
    look: (tab: Page) => Promise<void>,
  ): Promise<void> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const tab = await context.newPage();
    await tab.setContent(page);
    await look(tab);
    await context.close();
  };

  test.each([
    { place: 'a phone in light colours', width: 390, scheme: 'light' as const },
    { place: 'a desk in dark colours', width: 1280, scheme: 'dark' as const },
  ])(
    'has no faults of accessibility on $place, and does not scroll sideways',
    ({ width, scheme }) =>
      shown(width, scheme, async (tab) => {
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
        expect(await tab.getByText('From minutes to months').first().isVisible()).toBe(true);
        expect(
          await tab
            .getByText(/SkinPen.+passes.+sessions/)
            .first()
            .isVisible(),
        ).toBe(true);
      }),
    120_000,
  );
});
