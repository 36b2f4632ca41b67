import type { Citation, Origin } from '@percuta/engine';
import { html } from 'hono/html';
import { nothing, when, type Html } from './markup.ts';

const sourced: readonly Origin['read'][] = [
  'full text',
  'abstract',
  'label or registry',
  'data file',
  'computed here',
];
const unverified: readonly Origin['read'][] = ['recalled (unverified)', 'estimate', 'clinical judgement'];

const toneOf = (read: Origin['read']): string => {
  if (unverified.includes(read)) return 'chip caution';
  return sourced.includes(read) ? 'chip ok' : 'chip';
};

/** How a value was read, in words; the colour only helps. */
export const readChip = (read: Origin['read']): Html =>
  read === undefined ? nothing : html`<span class="${toneOf(read)}">${read}</span>`;

/** More numbers than these may break over lines, so that a narrow page need not scroll. */
const fewOnALine = 4;

/** The numbers of the works cited, each a link to the list. */
export const cited = (sources: Origin['sources'], citations: readonly Citation[]): Html => {
  const known = sources.flatMap((source) => {
    const work = citations.find(({ key }) => key === source.key);
    return work === undefined ? [] : [{ number: work.number, locator: source.locator }];
  });
  if (known.length === 0) return nothing;
  return html` <span class="cited${known.length > fewOnALine ? ' many' : ''}"
    >[${known.map(
      ({ number, locator }, i) =>
        html`${i === 0 ? '' : ', '}<a href="#source-${number}">${number}</a
          >${locator === undefined ? '' : `: ${locator}`}`,
    )}]</span
  >`;
};

/** Sources, way of reading and remark of one statement. */
export const originOf = ({ sources, read, note }: Origin, citations: readonly Citation[]): Html =>
  html`${when(read !== undefined, () => html` ${readChip(read)}`)}${cited(sources, citations)}${when(
    note !== undefined,
    () => html` <span class="note">${note}</span>`,
  )}`;
