import { sentenceCase, type Citation, type Fact, type Findings, type Report } from '@percuta/engine';
import { html } from 'hono/html';
import { when, type Html } from './markup.ts';
import { cited, originOf } from './origin.ts';
import { bullets, factList, panel, table } from './parts.ts';

type Refusal = Report['refusedDevices'][number];

const reasonTable = (caption: string, reasons: readonly Refusal[], citations: readonly Citation[]): Html =>
  table({
    caption,
    head: ['What', 'Because', 'What would change it'],
    rows: reasons.map(({ about, because, wouldChange, sources }) => [
      sentenceCase(about),
      html`${because}${cited(sources, citations)}`,
      wouldChange,
    ]),
  });

/** Why nothing is planned. */
export const refusalPanel = (reasons: readonly Refusal[], citations: readonly Citation[]): Html =>
  panel('Why nothing is planned', reasonTable('Each reason stops the plan', reasons, citations), 'refused');

export const refusedDevicesPanel = ({ refusedDevices, citations }: Report): Html =>
  when(refusedDevices.length > 0, () =>
    panel(
      'Devices not planned with',
      reasonTable('Refused for this person and site', refusedDevices, citations),
    ),
  );

/** Courses outside the envelope or past a wish, by what decided. */
export const rejectedPanel = ({ rejected, shortlist }: Findings): Html =>
  when(rejected.length > 0, () =>
    panel(
      shortlist.length === 0 ? 'What binds, and what would change it' : 'Courses rejected',
      table({
        caption: 'By the limit that decided, the most frequent first',
        head: ['Limit', 'Courses', 'The one that came closest', 'What would change it'],
        rows: rejected.map(({ limit, count, example, wouldChange }) => [
          limit,
          String(count),
          example,
          wouldChange,
        ]),
      }),
      shortlist.length === 0 ? 'refused' : '',
    ),
  );

export const screeningPanel = ({ screening, citations }: Report): Html =>
  when(screening.length > 0, () =>
    panel(
      'Screening: what changes how to proceed',
      table({
        caption: 'Answers that lead to something',
        head: ['Finding', 'Action', 'Rule', 'Because'],
        rows: screening.map((note) => [
          sentenceCase(note.factor),
          html`<strong>${note.action}</strong>`,
          note.rule,
          html`${note.because}${originOf(note, citations)}`,
        ]),
      }),
    ),
  );

export const noticesPanel = ({ notices }: Findings): Html =>
  when(notices.length > 0, () => panel('Notices', bullets(notices)));

/** Places within the site that no course touches. */
export const masksPanel = (masks: readonly Fact[], citations: readonly Citation[]): Html =>
  when(masks.length > 0, () => panel('Left out of the area', factList(masks, citations)));

export const notModelledPanel = ({ notModelled }: Report): Html =>
  panel('Not modelled yet', bullets(notModelled));
