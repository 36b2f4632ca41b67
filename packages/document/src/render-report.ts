import type { Findings, reasonLines, Report } from '@percuta/engine';
import { html } from 'hono/html';
import { estimatesPanel, manifestPanel, sourcesPanel } from './basis.ts';
import { coursesPanel, devicesPanel, limitsPanel } from './courses.ts';
import {
  expectationDetails,
  expectationFigures,
  expectationPanel,
  type ExpectationFigures,
} from './expectation.ts';
import { heatPanel, type HeatFigures } from './why/heat.ts';
import { nothing, textOf, trusted, when, type Html } from './markup.ts';
import {
  masksPanel,
  noticesPanel,
  notModelledPanel,
  refusalPanel,
  refusedDevicesPanel,
  rejectedPanel,
  screeningPanel,
} from './reasons.ts';
import { reasonsPanel } from './why/why.ts';
import { risksPanel } from './risks.ts';
import { styles } from './styles.ts';
import {
  askedPanel,
  figurePanel,
  overridesPanel,
  shortlistPanel,
  skinPanel,
  type FigurePair,
} from './summary.ts';

import { zonesPanel } from './course/zone-panels.ts';

export type { FigurePair } from './summary.ts';

/** Figures of the first course and of the shortlist. */
export interface CourseFigures {
  readonly section: FigurePair;
  readonly tradeOff: FigurePair;
  readonly limits: FigurePair;
}

/** Figures and reasons that go into a report beside its text; each is left out where it does not apply. */
export interface ReportFigures {
  /** There are none where no course is planned. */
  readonly courses: CourseFigures | undefined;
  readonly expectation: readonly ExpectationFigures[];
  /** One shot of the hottest course; left out for needles alone. */
  readonly heat?: HeatFigures | undefined;
  /** What stands behind the courses, where it was worked out. */
  readonly reasons?: ReturnType<typeof reasonLines> | undefined;
}

/** The answer with its first word, the status, in bold. */
const verdict = (sentence: string): Html => {
  const [status = '', ...rest] = sentence.split(':');
  return html`<p class="verdict"><strong>${status}:</strong>${rest.join(':')}</p>`;
};

const head = (report: Report): Html =>
  html`<header>
    <p class="kind"><span>Percuta, course plan for the clinician</span></p>
    <h1>${report.title}</h1>
    ${verdict(report.verdict)}
    <p class="context">${report.contextOfUse}</p>
  </header>`;

/** With courses to show: the page that is read first. */
const firstPage = (report: Report & Findings, figures: CourseFigures): Html =>
  html`<div class="grid">
    ${figurePanel(figures.section, 'hero')}
    <div class="rail">${askedPanel(report)}${skinPanel(report, report.citations)}</div>
    ${shortlistPanel(report)}${expectationPanel(report)}
  </div>`;

/** Without any: what binds comes first. */
const nothingPlanned = (report: Report & Findings): Html =>
  html`${rejectedPanel(report)}
    <div class="halves rail">${askedPanel(report)}${skinPanel(report, report.citations)}</div>
    ${expectationPanel(report)}`;

const comparison = (report: Report & Findings, figures: CourseFigures): Html =>
  html`<div class="halves">${figurePanel(figures.tradeOff, '')}${figurePanel(figures.limits, '')}</div>
    ${limitsPanel(report, report.citations)}${coursesPanel(report, report.citations)}`;

const worked = (report: Report & Findings, { courses, expectation, heat, reasons }: ReportFigures): Html => {
  const drawn = expectationFigures(report, expectation);
  const { citations } = report;
  return html`${
    courses === undefined
      ? html`${nothingPlanned(report)}${drawn}`
      : html`${firstPage(report, courses)}${drawn}${comparison(report, courses)}`
  }${heat === undefined ? nothing : heatPanel(heat)}${reasonsPanel(reasons)}${expectationDetails(report, citations)}${risksPanel(report, citations)}${devicesPanel(report, citations)}${when(courses !== undefined, () => rejectedPanel(report))}${
    report.zones.length > 0 ? zonesPanel(report, citations) : masksPanel(report.masks, citations)
  }${noticesPanel(report)}`;
};

const body = (report: Report, figures: ReportFigures): Html =>
  report.status === 'refused'
    ? html`${refusalPanel(report.reasons, report.citations)}${askedPanel(report)}`
    : worked(report, figures);

/** A complete page: styles and figures inside, no script, nothing to fetch. */
export const renderReport = (report: Report, figures: ReportFigures): string =>
  textOf(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${report.title}: course plan (${report.status}), Percuta</title>
          <style>
            ${trusted(styles)}
          </style>
        </head>
        <body>
          ${head(report)}
          <main>
            ${overridesPanel(report)} ${body(report, figures)} ${screeningPanel(report)}
            ${refusedDevicesPanel(report)} ${notModelledPanel(report)}
            ${report.status === 'refused' ? nothing : estimatesPanel(report, report.citations)}
            ${sourcesPanel(report)} ${manifestPanel(report)}
          </main>
          <footer><p>${report.contextOfUse}</p></footer>
        </body>
      </html> `,
  );
