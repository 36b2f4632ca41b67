import type { Citation, Fact } from '@percuta/engine';
import { html } from 'hono/html';
import { nothing, when, type Html } from './markup.ts';
import { originOf } from './origin.ts';
import { typeset } from './typeset.ts';

/** A section of the page with its heading; `kind` is a class of the style sheet. */
export const panel = (heading: string, content: Html | readonly Html[], kind = ''): Html => {
  const id = heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
  return html`<section class="panel ${kind}" aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${content}
  </section>`;
};

/** Names and values, with where they come from. */
export const factList = (facts: readonly Fact[], citations: readonly Citation[]): Html =>
  html`<dl class="facts">
    ${facts.map(
      (fact) =>
        html`<div>
          <dt>${fact.label}</dt>
          <dd>${typeset(fact.value)}${originOf(fact, citations)}</dd>
        </div>`,
    )}
  </dl>`;

export const bullets = (items: readonly (string | Html)[]): Html =>
  items.length === 0
    ? nothing
    : html`<ul>
        ${items.map((item) => html`<li>${typeof item === 'string' ? typeset(item) : item}</li>`)}
      </ul>`;

export interface Table {
  readonly caption: string;
  readonly head: readonly (string | Html)[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (string | Html)[])[];
  readonly kind?: string;
}

/** A table that scrolls by itself where the page is narrow, so that the page does not. */
export const table = ({ caption, head, rows, kind = '' }: Table): Html =>
  html`<div class="scroll ${kind}" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        <span>${typeset(caption)}</span>
      </caption>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name = '', ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td>${typeof cell === 'string' ? typeset(cell) : cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** A letter that stands for a course in tables and figures. */
export const letterMark = (letter: string, isFirst: boolean): Html =>
  html`<span class="letter${when(isFirst, () => html` first`)}">${letter}</span>`;
