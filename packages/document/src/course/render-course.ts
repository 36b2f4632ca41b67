import { courseRows, type ChosenCourse, type CourseRow, type Fact } from '@percuta/engine';
import { html } from 'hono/html';
import { manifestPanel, sourcesPanel } from '../basis.ts';
import { textOf, trusted, when, type Html } from '../markup.ts';
import { limitTable } from '../courses.ts';
import { bullets, factList, panel } from '../parts.ts';
import { masksPanel, notModelledPanel, screeningPanel } from '../reasons.ts';
import { styles } from '../styles.ts';
import { overridesPanel } from '../summary.ts';
import { zoneTable } from './zone-panels.ts';
import { sessionRecord } from './session-record.ts';

/** Lines to write on. */
const paper = `
.record td{min-width:96px;height:34px}
li{overflow-wrap:anywhere}
.blank{display:block;min-height:20px}
@media print{.record td:nth-child(n){min-width:54px;height:30px}}
`;

const what: readonly CourseRow[] = ['setting', 'passes', 'handSpeed', 'sessions', 'evidence'];
const expected: readonly CourseRow[] = [
  'insertionDepth',
  'puncturing',
  'inDermis',
  'inFat',
  'holes',
  'dose',
  'covered',
  'bleeding',
  'downtime',
  'discomfort',
  'pigment',
  'binding',
];

const head = ({ plan, summary }: ChosenCourse): Html =>
  html`<header>
    <p class="kind"><span>Percuta, chosen course, for the clinician</span></p>
    <h1>${plan.title}</h1>
    <p class="verdict"><strong>Chosen:</strong> ${summary}</p>
    <p class="context">${plan.contextOfUse}</p>
  </header>`;

const factsOf = ({ course: { cells, evidenceSources } }: ChosenCourse, rows: readonly CourseRow[]): Fact[] =>
  rows.map((row) => ({
    label: courseRows[row],
    value: cells[row],
    sources: row === 'evidence' ? evidenceSources : [],
  }));

const coursePanels = (chosen: ChosenCourse): Html => {
  const { citations, asked } = chosen.plan;
  const device: Fact = { label: 'Device', value: chosen.course.device, sources: [] };
  return html`<div class="halves">
    ${panel('What to set', factList([device, ...factsOf(chosen, what)], citations))}
    ${panel(
      'What it does, by the model',
      html`<p class="note">Medians with 5 to 95 % of draws in brackets</p>
        ${factList(factsOf(chosen, expected), citations)}${bullets(chosen.course.warnings)}`,
    )}
    ${panel('For whom and what', factList(asked, citations))}
    ${panel(
      'The skin it was planned for',
      html`<p class="note">${chosen.skinBasis}</p>
        ${factList(chosen.skin, citations)}`,
    )}
  </div>`;
};

const reasonPanel = ({ reason, others }: ChosenCourse): Html =>
  panel(
    'Why this one',
    html`<p>${reason ?? 'No reason was recorded.'}</p>
      ${when(
        others.length > 0,
        () =>
          html`<h3>Also inside every limit, and not taken</h3>
            ${bullets(others)}`,
      )}`,
  );

const restsOnPanel = ({ restsOn }: ChosenCourse): Html =>
  when(restsOn.length > 0, () =>
    panel(
      'What its numbers rest on',
      html`<p class="note">
          Inputs that matter most: share of the variance that would stay if only this one were unknown (total
          Sobol index)
        </p>
        ${bullets(restsOn)}`,
    ),
  );

const limitsPanel = ({ limits, plan: { citations } }: ChosenCourse): Html =>
  panel('Limits it is held against', limitTable(limits, citations), 'long');

const noticesPanel = ({ notices }: ChosenCourse): Html =>
  when(notices.length > 0, () => panel('Notices', bullets(notices)));

const zonesPanel = ({ zones, masks, plan: { citations } }: ChosenCourse): Html =>
  zones.length === 0
    ? masksPanel(masks, citations)
    : panel(
        'Zone by zone',
        html`${zoneTable(zones, ['Setting'])}
        ${zones.map(
          (zone) =>
            html`<h3>${zone.name}: left out</h3>
              ${factList(zone.masks, citations)}`,
        )}`,
        'long',
      );

/** A chosen course as one HTML file to print and fill in: no script, nothing to fetch. Pure. */
export const renderCourse = (chosen: ChosenCourse): string => {
  const { plan } = chosen;
  return textOf(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${plan.title}: chosen course, Percuta</title>
          <style>
            ${trusted(styles + paper)}
          </style>
        </head>
        <body>
          ${head(chosen)}
          <main>
            ${overridesPanel(plan)} ${coursePanels(chosen)} ${sessionRecord(chosen)} ${screeningPanel(plan)}
            ${zonesPanel(chosen)} ${noticesPanel(chosen)} ${reasonPanel(chosen)} ${limitsPanel(chosen)}
            ${restsOnPanel(chosen)} ${notModelledPanel(plan)} ${sourcesPanel(plan)} ${manifestPanel(plan)}
          </main>
          <footer><p>${plan.contextOfUse}</p></footer>
        </body>
      </html> `,
  );
};
