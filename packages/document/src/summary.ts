import type { Citation, Findings, Report } from '@percuta/engine';
import type { Figure, FigureOptions } from '@percuta/figures';
import { html } from 'hono/html';
import { trusted, when, type Html } from './markup.ts';
import { typeset } from './typeset.ts';
import { bullets, factList, letterMark, panel, table } from './parts.ts';

/** One figure at two widths; the style sheet shows the one that fits. */
export interface FigurePair {
  readonly wide: Figure;
  readonly narrow: Figure;
}

/** Drawn once for a page and once for a phone, since text in a figure does not shrink well. */
export const figurePair = (
  id: string,
  [wide, narrow]: readonly [number, number],
  draw: (options: FigureOptions) => Figure,
): FigurePair => ({
  wide: draw({ id, width: wide }),
  narrow: draw({ id: `${id}-narrow`, width: narrow }),
});

/** A figure with its remark; what it finds stands in some figures themselves. */
export const figureBody = ({ wide, narrow }: FigurePair): Html =>
  html`<figure>
    <div class="wide">${trusted(wide.svg)}</div>
    <div class="narrow">${trusted(narrow.svg)}</div>
    <figcaption class="note">${typeset(wide.note)}</figcaption>
  </figure>`;

/** A figure under its title and the sentence that says what it shows. */
export const figurePanel = (figures: FigurePair, kind: string): Html =>
  panel(
    figures.wide.title,
    html`<p class="finding">${typeset(figures.wide.sentence)}</p>
      ${figureBody(figures)}`,
    kind,
  );

/** Who and what was asked about, and the skin there. */
export const askedPanel = (report: Report): Html =>
  panel('What was asked', factList(report.asked, report.citations), 'asked');

export const skinPanel = ({ skin, skinBasis }: Findings, citations: readonly Citation[]): Html =>
  panel(
    'The skin at this site',
    html`${factList(skin, citations)}
      <p class="note">${typeset(skinBasis)}</p>`,
    'skin',
  );

type Cells = Findings['shortlist'][number]['cells'];

/** Columns of the short table behind the setting: what one compares first. */
const columns: readonly { readonly head: string; readonly cell: (cells: Cells) => string }[] = [
  { head: 'Passes, hand speed', cell: ({ passes, handSpeed }) => `${passes}, ${handSpeed}` },
  { head: 'Sessions', cell: ({ sessions }) => sessions },
  { head: 'Tips reach', cell: ({ insertionDepth }) => insertionDepth },
  { head: 'Holes at target, per cm²', cell: ({ dose }) => dose },
  { head: 'Bleeding points, per cm²', cell: ({ bleeding }) => bleeding },
  { head: 'Binding limit, share used', cell: ({ binding }) => binding },
];

/** Courses of several devices need the device beside the setting. */
export const hasSeveralDevices = ({ shortlist }: Findings): boolean =>
  new Set(shortlist.map(({ device }) => device)).size > 1;

/** The name without its maker or class; the table in full has all of it. */
const shortName = (device: string): string => device.replace(/ \(.*\)$/, '');

/** Each warning once, with the courses it holds for. */
const warningsOf = ({ shortlist }: Findings): Html => {
  const all = shortlist.flatMap(({ letter, warnings }) => warnings.map((warning) => ({ letter, warning })));
  const groups = [...Map.groupBy(all, ({ warning }) => warning)];
  return bullets(
    groups.map(
      ([warning, courses]) =>
        html`<span class="warning">${courses.map(({ letter }) => letter).join(', ')}: ${warning}</span>`,
    ),
  );
};

/** The courses to compare, in short. */
export const shortlistPanel = (findings: Findings): Html => {
  const several = hasSeveralDevices(findings);
  const rows = findings.shortlist.map(({ letter, device, cells }, i) => [
    letterMark(letter, i === 0),
    several ? `${shortName(device)}: ${cells.setting}` : cells.setting,
    ...columns.map(({ cell }) => cell(cells)),
  ]);
  return panel(
    'Courses inside every limit',
    html`${table({
      caption: 'Medians with 5 to 95 % of draws in brackets; by falling dose, which is no recommendation',
      head: [
        'Course',
        several ? 'Device and needle setting' : 'Needle setting',
        ...columns.map(({ head }) => head),
      ],
      rows,
      kind: 'short',
    })}
    ${warningsOf(findings)}`,
    'shortlist',
  );
};

/** Loosened limits, before anything else. */
export const overridesPanel = ({ overrides }: Report): Html =>
  when(overrides.length > 0, () =>
    panel(
      'Overridden limits',
      bullets(
        overrides.map(
          ({ limit, value, reason, name }) =>
            html`<strong>${limit}: loosened to ${typeset(value)}.</strong> Reason: ${reason}. Decided by
              ${name}.`,
        ),
      ),
      'alert',
    ),
  );
