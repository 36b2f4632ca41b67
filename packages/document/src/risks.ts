import type { Citation, Findings, HarmCount, HarmLine, RouteRiskSection } from '@percuta/engine';
import { html } from 'hono/html';
import { when, type Html } from './markup.ts';
import { originOf } from './origin.ts';
import { factList, panel, table } from './parts.ts';
import { typeset } from './typeset.ts';

type Facts = Findings['risks']['rare'];

const countsCell = (counts: readonly HarmCount[], none: string, citations: readonly Citation[]): Html =>
  counts.length === 0
    ? html`<span class="note">${none}</span>`
    : html`<ul class="counts">
        ${counts.map(
          (count) =>
            html`<li>
              ${typeset(count.text)}${originOf({ ...count, note: count.who }, citations)}${when(
                count.note !== undefined,
                () => html`<span class="note">; ${count.note}</span>`,
              )}
            </li>`,
        )}
      </ul>`;

const harmTable = (name: string, harms: readonly HarmLine[], citations: readonly Citation[]): Html =>
  table({
    caption: `${name}: so many of so many people in each study, and of 100 with the exact 95 % interval`,
    kind: 'risks',
    head: ['Harm', 'In people and places like this', 'In others: shown, not lent'],
    rows: harms.map(({ harm, here, elsewhere }) => [
      harm,
      countsCell(here, 'not quantified', citations),
      countsCell(elsewhere, 'none on record', citations),
    ]),
  });

const facts = (heading: string, list: Facts, citations: readonly Citation[]): Html =>
  when(
    list.length > 0,
    () =>
      html`<h3>${heading}</h3>
        ${factList(list, citations)}`,
  );

const routePart = (
  { name, harms, withoutRate, signals, afterwards }: RouteRiskSection,
  citations: readonly Citation[],
): Html =>
  html`<h3>${name}</h3>
    ${harmTable(name, harms, citations)}${withoutRate.map((sentence) => html`<p>${sentence}</p>`)}
    ${facts(`${name}: reported in words; reports do not count the people treated, so no rate follows`, signals, citations)}
    ${facts(`${name}: recovery and pain on record`, afterwards, citations)}`;

/** Counts, reports, and what is known beside them. */
export const risksPanel = ({ risks }: Findings, citations: readonly Citation[]): Html =>
  panel(
    'What can go wrong',
    html`<p>
        People like this: ${risks.people}. Each count is one study; none are pooled, and no count says that a
        harm cannot happen. Trials report harms neither by setting nor by number of sessions, so this is the
        same for every course. PIH is post-inflammatory hyperpigmentation.
      </p>
      ${risks.routes.map((route) => routePart(route, citations))}
      ${facts('What makes dark marks more likely, whatever the needles: an order, no multiplier', risks.modifiers, citations)}
      ${facts('Rare and lasting harms on record', risks.rare, citations)}`,
    'long',
  );
