import type { Citation, Fact, Findings, ZoneSection } from '@percuta/engine';
import { html } from 'hono/html';
import { when, type Html } from '../markup.ts';
import { factList, panel, table } from '../parts.ts';

const masksOf = (masks: readonly Fact[], citations: readonly Citation[]): Html =>
  when(
    masks.length > 0,
    () =>
      html`<h4>Left out</h4>
        ${factList(masks, citations)}`,
  );

const zonePart = (
  { name, area, standing, facts, masks }: ZoneSection,
  citations: readonly Citation[],
): Html =>
  html`<h3>${name}, ${area}: ${standing}</h3>
    ${factList(facts, citations)} ${masksOf(masks, citations)}`;

/** Settings of each course in every zone. */
export const zoneTable = (zones: readonly ZoneSection[], letters: readonly string[]): Html =>
  table({
    caption: 'What each course sets in every zone; device, sessions and interval are the same in all',
    head: ['Zone', ...letters],
    rows: zones.map(({ name, settings }) => [name, ...settings]),
    kind: 'full',
  });

/** An area zone by zone: caps, what is left out, and settings. */
export const zonesPanel = ({ zones, shortlist }: Findings, citations: readonly Citation[]): Html =>
  panel(
    'Zone by zone',
    html`${when(shortlist.length > 0, () =>
      zoneTable(
        zones,
        shortlist.map(({ letter }) => letter),
      ),
    )}
    ${zones.map((zone) => zonePart(zone, citations))}`,
    'long',
  );
