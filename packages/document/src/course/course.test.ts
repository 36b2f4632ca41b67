import { AxeBuilder } from '@axe-core/playwright';
import {
  chooseCourse,
  chosenCourse,
  planCourse,
  readCase,
  totalInfluences,
  type ReportManifest,
} from '@percuta/engine';
import { deviceSheet } from '@percuta/evidence';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import example from '../../../../examples/cheek-acne-scars/case.json' with { type: 'json' };
import { renderCourse } from './render-course.ts';

const manifest: ReportManifest = {
  engineVersion: '0.1.0',
  seed: '1',
  draws: 128,
  inputHash: 'input-hash',
  resultHash: 'result-hash',
  stages: [{ name: 'skin', version: 1 }],
  overrides: [],
};
const plan = planCourse(readCase(example), [deviceSheet('skinpen_precision')], {
  draws: 128,
  seed: 1,
  overrides: {},
});
if (plan.status === 'refused') throw new Error('the example is to be planned');
const candidate = chooseCourse(plan, 'A');
const influences = totalInfluences(plan, candidate, {});
const reason = 'The <patient> can come four times';
const chosen = chosenCourse(plan, candidate, { reason, influences }, manifest);
const page = renderCourse(chosen);

describe('the document of a chosen course', () => {
  test('says what was chosen and why, for what use, and from which plan', () => {
    expect(page).toContain(chosen.summary);
    expect(page).toContain('The &lt;patient&gt; can come four times');
    expect(page.match(/not a medical device/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page).toContain('result-hash');
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)| src=/);
  });

  test('has a line to fill in for each session', () => {
    expect(chosen.days.length).toBeGreaterThan(1);
    for (const day of chosen.days) expect(page).toContain(`${day}: `);
    expect(page.match(/class="blank"/g)).toHaveLength(5 * chosen.days.length);
  });

  test('without a reason it says that there is none', () => {
    const silent = chosenCourse(plan, candidate, { reason: undefined, influences: [] }, manifest);
    expect(renderCourse(silent)).toContain('No reason was recorded.');
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
  }, 60_000);
  afterAll(async () => browser.close());

  test('it has no faults of accessibility, and does not scroll sideways on a phone', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
    const tab = await context.newPage();
    await tab.setContent(page);
    expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
  }, 60_000);
});
