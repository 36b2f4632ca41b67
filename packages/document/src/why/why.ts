import type { ReasonLines, reasonLines } from '@percuta/engine';
import { html } from 'hono/html';
import { nothing, when, type Html } from '../markup.ts';
import { bullets, panel } from '../parts.ts';

const entries = (told: readonly ReasonLines[]): Html =>
  html`${told.map(
    ({ head, lines }) =>
      html`<h3>${head}</h3>
        ${bullets(lines)}`,
  )}`;

type Zone = ReturnType<typeof reasonLines>['zones'][number];

/** A further zone of the area. */
const zonePanel = ({ name, settings, refusals }: Zone): Html =>
  panel(`Why, in the zone ${name}`, html`${entries(settings)}${entries(refusals)}`, 'long');

/** Why each course is as it is, and what would bring inside what is not. */
export const reasonsPanel = (reasons: ReturnType<typeof reasonLines> | undefined): Html => {
  if (reasons === undefined) return nothing;
  return html`${when(reasons.courses.length > 0, () =>
    panel('Why, course by course', html`${bullets(reasons.healing)}${entries(reasons.courses)}`, 'long'),
  )}${when(reasons.refusals.length > 0, () =>
    panel('What would bring the closest of those outside inside', entries(reasons.refusals), 'long'),
  )}${reasons.zones.map(zonePanel)}`;
};
