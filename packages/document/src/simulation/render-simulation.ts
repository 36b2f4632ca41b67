import {
  contextOfUse,
  courseOf,
  courseText,
  magnitudeText,
  qualities,
  sentenceCase,
  writeHealingSummary,
  type Manifest,
  type Simulation,
  type ZoneSimulation,
} from '@percuta/engine';
import { html } from 'hono/html';
import { trusted, textOf, nothing, type Html } from '../markup.ts';
import { bullets, panel, table } from '../parts.ts';
import { figuresOfZone } from './simulation-figures.ts';
import { styles } from '../styles.ts';
import { figureBody, figurePair } from '../summary.ts';
import { typeset } from '../typeset.ts';

const listText = (items: readonly string[]): string => items.join(', ');

const endText = (time: string): string => (time === 'none' ? 'longer than followed' : time);

/** How far the end of inflammation moves with the share of the peak that is agreed on. */
const endsText = (ends: Record<'share' | 'at_twice_the_share' | 'at_half_the_share', string>): string => {
  return `at ${ends.share} of it as above; ${endText(ends.at_twice_the_share)} at twice that, ${endText(ends.at_half_the_share)} at half`;
};

/** What a person asks of healing, at central values; the gain never stands without the bound. */
const healingTable = ({ zone, healed: { central } }: ZoneSimulation): Html => {
  if (central.status !== 'healed') return html`<p>${typeset(central.reason)}</p>`;
  const told = writeHealingSummary(central.summary);
  return table({
    caption: `${zone.name}: healing, everything at its central value`,
    head: ['What', 'How much'],
    rows: [
      ['Channels closed after', told.channels_closed_after],
      ['Redness seen, session by session', listText(told.redness_seen_for)],
      ['Swelling seen, session by session', listText(told.swelling_seen_for)],
      ...told.phases_after_the_last_session.map(({ name, from, to }) => [
        `${sentenceCase(name)} after the last session`,
        `${from} to ${endText(to)}`,
      ]),
      [
        'End of inflammation, an estimate by a share of its peak',
        endsText(told.inflammation_ends_by_an_agreed_share_of_its_peak),
      ],
      [
        'Earliest sensible interval',
        `${told.earliest_sensible_interval.time}, until ${told.earliest_sensible_interval.because}`,
      ],
      ['Net collagen at the end, mean of the dermis', told.net_collagen_at_the_end],
      ['The most that mass balance allows', told.most_that_mass_balance_allows],
    ],
  });
};

const feelList = ({ appearance }: ZoneSimulation): Html =>
  appearance === undefined
    ? nothing
    : bullets(
        qualities.map(
          (quality) =>
            `${sentenceCase(quality)}: ${magnitudeText(appearance.feel.qualities[quality].atEnd)}.`,
        ),
      );

/** What was done: device, settings and sessions. */
const doneText = ({ protocol, sheet }: Simulation, { settings }: ZoneSimulation): string =>
  `${sheet.name}${sheet.hypothetical === true ? ' (hypothetical)' : ''}: ${courseText(settings, courseOf(protocol))}.`;

/** How sure the forecast of a zone is, before any of it is shown. */
const surenessText = ({ healed: { course } }: ZoneSimulation): string => {
  if (course === undefined) return 'This zone cannot be healed by the model.';
  const { draws } = course.bands;
  return draws < 2
    ? 'A single run at central values: nothing here has a band, and four constants of healing in five are estimates.'
    : `Bands hold 80 % of ${draws} draws of the constants of healing, four in five of which are estimates.`;
};

const zonePanels = (simulation: Simulation, zone: ZoneSimulation, index: number): Html => {
  const { name } = zone.zone;
  const figures = figuresOfZone(simulation, zone).map(({ name: figure, draw }) => {
    const pair = figurePair(`zone-${index}-${figure}`, [708, 304], draw);
    return panel(
      `${sentenceCase(name)}: ${pair.wide.title}`,
      html`<p class="finding">${typeset(pair.wide.sentence)}</p>
        ${figureBody(pair)}`,
    );
  });
  return html`${panel(
    `${sentenceCase(name)}: in short`,
    html`<p>${typeset(doneText(simulation, zone))}</p>
      <p>${typeset(surenessText(zone))}</p>
      ${healingTable(zone)}${feelList(zone)}`,
  )}${figures}`;
};

/** A simulation as one page with its figures inside: how each zone heals, and what it then feels and looks like. Pure. */
export const renderSimulation = (
  simulation: Simulation,
  { hashes, seed }: Pick<Manifest, 'hashes' | 'seed'>,
): string => {
  const { title } = simulation.protocol;
  return textOf(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title}: simulation, Percuta</title>
          <style>
            ${trusted(styles)}
          </style>
        </head>
        <body>
          <header>
            <p class="kind"><span>Percuta, simulation of a protocol</span></p>
            <h1>${title}</h1>
            <p class="context">${contextOfUse}</p>
          </header>
          <main>
            ${simulation.zones.map((zone, i) => zonePanels(simulation, zone, i))}
            ${panel('What was run', html`<p>Seed ${String(seed)}, result <code>${hashes.result}</code>.</p>`)}
          </main>
          <footer><p>${contextOfUse}</p></footer>
        </body>
      </html> `,
  );
};
