import type { Citation, Findings, RouteExpectationSection } from '@percuta/engine';
import { html } from 'hono/html';
import { when, type Html } from './markup.ts';
import { factList, panel, table } from './parts.ts';
import { figureBody, type FigurePair } from './summary.ts';
import { typeset } from './typeset.ts';

/** People of 100 and the domains of certainty, drawn for one kind of needles that has a figure. */
export interface ExpectationFigures {
  readonly route: RouteExpectationSection['route'];
  readonly icons: FigurePair;
  readonly grade: FigurePair;
}

const certaintyMark = (certainty: string): Html =>
  html`<span class="chip ${certainty === 'high' || certainty === 'moderate' ? 'ok' : 'caution'}"
    >certainty ${certainty}</span
  >`;

const summaryOf = ({ name, sentence, notCounted, certainty }: RouteExpectationSection): Html =>
  html`<p>
      <strong>${name}.</strong> ${typeset(sentence)}${when(
        certainty !== undefined,
        () => html` ${certaintyMark(certainty ?? '')}`,
      )}
    </p>
    ${when(notCounted !== '', () => html`<p class="note">${typeset(notCounted)}</p>`)}`;

/** The answer in short: what of 100 people, how sure, and that it is the same for every course. */
export const expectationPanel = ({ expectation }: Findings): Html =>
  panel(
    'What trials say to expect',
    html`${expectation.routes.map(summaryOf)}
      <p class="note">${typeset(expectation.courses)} Before and after, not against no treatment.</p>`,
    'expectation',
  );

const levelTable = ({ name, levels, frame }: RouteExpectationSection): Html =>
  when(levels.length > 0, () =>
    table({
      caption: `${name}. ${frame}`,
      kind: 'levels',
      head: ['Level', 'Middle', 'Half of such studies', '90 % of such studies', 'How it is known'],
      rows: levels.map(({ level, middle, half, most, basis, isCounted }) => [
        level,
        middle,
        half,
        most,
        isCounted ? basis : html`<span class="note">${basis}</span>`,
      ]),
    }),
  );

/** People beside how sure they are, for each kind of needles; the levels nobody counted are not drawn. */
export const expectationFigures = ({ expectation }: Findings, figures: readonly ExpectationFigures[]): Html =>
  html`${figures.map(({ route, icons, grade }) => {
    const name = expectation.routes.find((section) => section.route === route)?.name ?? '';
    return html`<div class="halves drawn">
      ${panel(`${name}: of 100 people like those studied`, figureBody(icons))}
      ${panel(`${name}: how sure that is`, figureBody(grade))}
    </div>`;
  })}`;

const routePart = (section: RouteExpectationSection, citations: readonly Citation[]): Html =>
  html`<h3>${section.name}</h3>
    ${when(section.levels.length === 0, () => html`<p>${section.sentence}</p>`)}
    ${levelTable(section)}${factList(section.facts, citations)}`;

/** All of it: levels with their bands, domains of certainty, what sways it, what is missing. */
export const expectationDetails = ({ expectation }: Findings, citations: readonly Citation[]): Html =>
  panel(
    'What trials say, and how sure that is',
    html`<p>
        For ${expectation.people}. A change from before to after in people like those studied; nothing here
        says what needles do beyond no treatment. ${typeset(expectation.courses)}
      </p>
      ${expectation.routes.map((route) => routePart(route, citations))}`,
    'long',
  );
