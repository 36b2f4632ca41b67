import { AxeBuilder } from '@axe-core/playwright';
import { planCourse, readCase, type ReportManifest } from '@percuta/engine';
import { deviceSheet, type DeviceId } from '@percuta/evidence';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import example from '../../../examples/cheek-acne-scars/case.json' with { type: 'json' };
import { renderPlan } from './render-plan.ts';

const manifest: ReportManifest = {
  engineVersion: '0.1.0',
  seed: '20261122',
  draws: 256,
  inputHash: 'input-hash',
  resultHash: 'result-hash',
  stages: [{ name: 'skin', version: 1 }],
  overrides: [{ parameter: 'puncture.gap', value: '50 um' }],
};

const page = (changes: object, devices: readonly DeviceId[] = ['skinpen_precision']): string =>
  renderPlan(
    planCourse(
      readCase({ ...example, devices: [...devices], ...changes }),
      devices.map((id) => deviceSheet(id)),
      { draws: 256, seed: 1, overrides: {} },
    ),
    manifest,
  );

const override = {
  limit: 'tip-leaves-dermis',
  value: '30 %',
  reason: 'ultrasound on the day',
  name: 'the treating physician',
};
const pages = {
  planned: page({ overrides: [override] }, ['skinpen_precision', 'dermaroller_std', 'morpheus8']),
  'no safe plan': page({ limits: [{ limit: 'tip-leaves-dermis', value: '0.00001 %' }] }),
  refused: page({ screening: { ...example.screening, 'isotretinoin-current': 'yes' } }),
};
const names = ['planned', 'no safe plan', 'refused'] as const;

describe('the text', () => {
  test.each(names)('%s: a whole page that says what it is, in which state and for what use', (name) => {
    expect(pages[name]).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(pages[name]).toContain(
      `<title>Cheek, atrophic acne scars: course plan (${name}), Percuta</title>`,
    );
    expect(pages[name].match(/not a medical device/g)?.length).toBeGreaterThanOrEqual(2);
    expect(pages[name]).toContain('result-hash');
  });

  test.each(names)('%s: no script, and nothing to fetch', (name) => {
    expect(pages[name]).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)| src=/);
    expect(pages[name]).not.toMatch(/undefined|NaN|\[object/);
  });

  test.each(names)('%s: headings go down one level at a time, from a single h1', (name) => {
    const levels = [...pages[name].matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test.each(names)('%s: ids are unique and every citation leads to its source', (name) => {
    const ids = [...pages[name].matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...pages[name].matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('what a person writes is text, never markup', () => {
    const html = page({ title: '<b>Cheek</b> & "more"' });
    expect(html).toContain('&lt;b&gt;Cheek&lt;/b&gt; &amp; &quot;more&quot;');
    expect(html).not.toContain('<b>Cheek');
  });

  test('a loosened limit stands before the summary with its reason and name', () => {
    const html = pages.planned;
    expect(html.indexOf('Overridden limits')).toBeGreaterThan(0);
    expect(html.indexOf('Overridden limits')).toBeLessThan(html.indexOf('What was asked'));
    expect(html).toMatch(/loosened to 30\s%.*ultrasound on the day\.\s+Decided by\s+the treating physician/s);
  });

  test('what can go wrong stands after the courses, counts with their interval, the FDA only beside RF', () => {
    const html = page({});
    const [courses, risks, device] = [
      'The courses in full',
      'What can go wrong',
      'What the device can do here',
    ];
    expect(html.indexOf(`>${risks}<`)).toBeGreaterThan(html.indexOf(`>${courses}<`));
    expect(html.indexOf(`>${risks}<`)).toBeLessThan(html.indexOf(`>${device}<`));
    expect(html).toContain('5 of 30, or 17 of 100 (5\u00a0to\u00a035)');
    expect(html).toContain('none of 39, so up to 10 of 100');
    expect(html).toContain('Percuta has no rate of prolonged redness, burns, fat loss or nerve injury');
    expect(html).not.toContain('FDA safety communication');
    expect(pages.planned).toContain('FDA safety communication on RF microneedling, 15 October 2025');
    expect(pages['no safe plan']).toContain(`>${risks}<`);
    expect(pages.refused).not.toContain(risks);
  });

  test('what trials say stands on the first page with its certainty, people drawn only where people were counted', () => {
    const html = page({});
    const at = (text: string): number => html.indexOf(text);
    expect(at('>What trials say to expect<')).toBeGreaterThan(at('>Courses inside every limit<'));
    expect(at('>What trials say to expect<')).toBeLessThan(at('>The courses in full<'));
    expect(html).toContain('29 (1\u00a0to\u00a090) half better or more');
    expect(html).toContain('certainty very low');
    expect(html).toContain('these chances rest on a prior');
    expect(html).toContain('Trials do not separate these courses');
    expect(html).toContain('No trial separates 2.5 from 1.5');
    const icons = /icons-needling.*?<\/svg>/s.exec(html)?.[0];
    expect(icons).toContain('Half better or more');
    expect(icons).not.toMatch(/>(Worse|No change)</);
    expect(pages['no safe plan']).toContain('>What trials say to expect<');
    expect(pages.refused).not.toContain('What trials say');
  });

  test('without people counted the page explains, and draws nobody', () => {
    const html = page({
      concern: { indication: 'fine-lines-and-wrinkles' },
      site: { ...example.site, id: 'forehead' },
    });
    expect(html).toContain('Explained only, without a figure');
    expect(html).not.toContain('icons-needling');
    expect(html).not.toContain('How it is known</th><th');
  });

  test('the same plan gives the same page', () => {
    expect(page({})).toBe(page({}));
  });
});

/** What the margins leave of an A4 page, px. */
const printable = { width: 695, height: 1047 };

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
  });
  afterAll(async () => {
    await browser.close();
  });

  interface View {
    readonly width: number;
    readonly colorScheme: 'light' | 'dark';
  }

  /** Shows a page, and tells what it has tried to fetch. */
  const show = async (
    html: string,
    { width, colorScheme }: View,
    look: (open: Page, requests: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    try {
      const open = await context.newPage();
      const requests: string[] = [];
      open.on('request', (request) => requests.push(request.url()));
      await open.setContent(html);
      await look(open, requests);
    } finally {
      await context.close();
    }
  };

  const views = [
    ['planned', 'light'],
    ['planned', 'dark'],
    ['no safe plan', 'light'],
    ['refused', 'dark'],
  ] as const;

  test.concurrent.each(views)(
    '%s, %s: accessible, and no request leaves the page',
    async (name, colorScheme) => {
      await show(pages[name], { width: 1280, colorScheme }, async (open, requests) => {
        const { violations } = await new AxeBuilder({ page: open })
          .setLegacyMode(true)
          .options({ resultTypes: ['violations'] })
          .analyze();
        expect(violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(requests).toEqual([]);
      });
    },
  );

  test.each(names)('%s: fits a phone without sideways scrolling', async (name) => {
    for (const width of [390, 360]) {
      // oxlint-disable-next-line no-await-in-loop -- one window after the other
      await show(pages[name], { width, colorScheme: 'light' }, async (open) => {
        expect(await open.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
    }
  });

  test('text in figures is 12 px or more at either width', async () => {
    for (const width of [1280, 390]) {
      // oxlint-disable-next-line no-await-in-loop -- one window after the other
      await show(pages.planned, { width, colorScheme: 'light' }, async (open) => {
        const heights = await open.evaluate(() =>
          [...document.querySelectorAll('svg')]
            .filter((svg) => svg.clientWidth > 0)
            .map((svg) => (12 * svg.clientWidth) / svg.viewBox.baseVal.width),
        );
        expect(heights).toHaveLength(7);
        expect(Math.min(...heights)).toBeGreaterThan(11.9);
      });
    }
  });

  test('paper is light, and its first page holds the summary', async () => {
    await show(page({}), { width: 1280, colorScheme: 'dark' }, async (open) => {
      await open.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await open.setViewportSize(printable);
      const ground = await open.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe('rgb(255, 255, 255)');
      const bottom = await open.evaluate(
        () => document.querySelector('.grid')?.getBoundingClientRect().bottom,
      );
      expect(bottom).toBeLessThan(printable.height);
    });
  });
});
