import {
  courseRows,
  heatOrder,
  heatRows,
  type Citation,
  type CourseRow,
  type Findings,
  type LimitLine,
} from '@percuta/engine';
import { html } from 'hono/html';
import { when, type Html } from './markup.ts';
import { cited, originOf } from './origin.ts';
import { bullets, factList, letterMark, panel, table } from './parts.ts';
import { hasSeveralDevices } from './summary.ts';

const rows: readonly CourseRow[] = [
  'knownFor',
  'setting',
  'passes',
  'handSpeed',
  'sessions',
  'evidence',
  'insertionDepth',
  'puncturing',
  'inDermis',
  'inEpidermis',
  'inFat',
  'outside',
  'holes',
  'dose',
  'covered',
  'bleeding',
  'downtime',
  'discomfort',
  'pigment',
  'binding',
];

const sameInEffect = ({ shortlist }: Findings): Html =>
  bullets(
    shortlist
      .filter((entry) => entry.sameInEffect.length > 0)
      .map(({ letter, sameInEffect: others }) => `${letter} is the same in effect as ${others.join('; ')}.`),
  );

/** What heat does, where any of the courses has it. */
const heatLines = ({ shortlist }: Findings): string[][] =>
  shortlist.every(({ heat }) => heat === undefined)
    ? []
    : heatOrder.map((row) => [heatRows[row], ...shortlist.map(({ heat }) => heat?.[row] ?? 'no heat')]);

/** Everything said of each course, one to a column. */
export const coursesPanel = (findings: Findings, citations: readonly Citation[]): Html => {
  const { shortlist, choice } = findings;
  const cell = (row: CourseRow, i: number): string | Html => {
    const entry = shortlist[i];
    if (entry === undefined) return '';
    return row === 'evidence'
      ? html`${entry.cells.evidence}${cited(entry.evidenceSources, citations)}`
      : entry.cells[row];
  };
  const devices = ['Device', ...shortlist.map(({ device }) => device)];
  return panel(
    'The courses in full',
    html`${table({
        caption: 'Medians with 5 to 95 % of draws in brackets; shares of tips are means over the draws',
        head: ['', ...shortlist.map(({ letter }, i) => letterMark(letter, i === 0))].map((mark, i) =>
          i === 0 ? 'Course' : mark,
        ),
        rows: [
          ...(hasSeveralDevices(findings) ? [devices] : []),
          ...rows.map((row) => [courseRows[row], ...shortlist.map((_, i) => cell(row, i))]),
          ...heatLines(findings),
        ],
        kind: 'full',
      })}
      <p>${choice}</p>
      ${sameInEffect(findings)}`,
    'long',
  );
};

/** Under the names of 21 CFR 878.4430. */
export const devicesPanel = ({ devices }: Findings, citations: readonly Citation[]): Html =>
  panel(
    'What the device can do here',
    html`<p>Under the names of 21 CFR 878.4430, for this person and site.</p>
      ${devices.map(
        ({ name, facts }) =>
          html`<h3>${name}</h3>
            ${factList(facts, citations)}`,
      )}`,
  );

/** Every limit of the envelope with the value of one course. */
export const limitTable = (limits: readonly LimitLine[], citations: readonly Citation[]): Html =>
  table({
    caption: 'Every limit of the envelope with the value of this course',
    kind: 'limits',
    head: ['Limit', 'Value', 'Bound', 'Share used', 'Where the bound comes from'],
    rows: limits.map((line) => [
      line.isBinding ? html`<strong class="binding">Binding: ${line.title}</strong>` : line.title,
      line.value,
      html`${line.bound}${when(line.isOverridden, () => html` <span class="chip limit">overridden</span>`)}`,
      line.used,
      originOf(line, citations),
    ]),
  });

/** The limits held against the first course. */
export const limitsPanel = ({ limits, shortlist }: Findings, citations: readonly Citation[]): Html =>
  when(limits.length > 0, () =>
    panel(
      `Limits and margins of course ${shortlist[0]?.letter ?? ''}`,
      limitTable(limits, citations),
      'long',
    ),
  );
