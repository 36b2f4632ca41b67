import { heatRows, letterOf, type Findings, type HeatRow, type PlanReasons } from '@percuta/engine';
import { heatCourses, heatSection, needleCurrents } from '@percuta/figures';
import { html } from 'hono/html';
import type { Html } from '../markup.ts';
import { panel } from '../parts.ts';
import { figureBody, figurePair, type FigurePair } from '../summary.ts';
import { typeset } from '../typeset.ts';

/** One shot of a course of the shortlist as the whole model has it. */
export interface HeatFigures {
  readonly letter: string;
  /** What the draws say of it. */
  readonly bands: readonly string[];
  readonly figures: readonly FigurePair[];
}

/** Rows of the table of courses that say how far the picture may be off. */
const banded: readonly HeatRow[] = ['coagulates', 'column', 'columnDepth', 'dies', 'diesToEpidermis'];

/** Figures of the heat of a course; undefined for needles alone and where nothing was followed. */
export const heatFigures = (
  { shortlist }: Pick<Findings, 'shortlist'>,
  reasons: PlanReasons | undefined,
): HeatFigures | undefined => {
  const heated = reasons?.heated;
  const index = shortlist.findIndex(({ id }) => id === heated?.candidate);
  const entry = shortlist[index];
  if (heated === undefined || entry === undefined) return undefined;
  const about = { heating: heated.heating, device: entry.device };
  const { heat } = entry;
  return {
    letter: letterOf(index),
    bands: heat === undefined ? [] : banded.map((row) => `${heatRows[row]}: ${heat[row]}`),
    figures: [
      figurePair('heat-section', [708, 328], (options) => heatSection(about, options)),
      figurePair('heat-course', [708, 328], (options) => heatCourses(about, options)),
      figurePair('heat-currents', [708, 328], (options) => needleCurrents(about, options)),
    ],
  };
};

/** The heat of a shot in pictures: at central values, with the bands over the draws in words. */
export const heatPanel = ({ letter, bands, figures }: HeatFigures): Html =>
  panel(
    `Heat of a shot of course ${letter}`,
    html`<p class="finding">
        ${typeset(
          `Drawn by the whole model with everything at its central value. Over the draws of the plan, at the needle that takes most (median, 5 to 95 %): ${bands.join('; ')}.`,
        )}
      </p>
      ${figures.map(
        (pair) =>
          html`<p class="finding">${typeset(pair.wide.sentence)}</p>
            ${figureBody(pair)}`,
      )}`,
    'long',
  );
