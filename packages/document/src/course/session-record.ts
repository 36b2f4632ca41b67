import type { ChosenCourse } from '@percuta/engine';
import { html } from 'hono/html';
import type { Html } from '../markup.ts';
import { panel, table } from '../parts.ts';

const blank = html`<span class="blank">&nbsp;</span>`;

/** A line for each session, to be filled in by hand: what was really done, and what was seen. */
export const sessionRecord = ({ days, course: { cells } }: ChosenCourse): Html =>
  panel(
    'Sessions: planned and done',
    table({
      caption:
        'Days count from the first session. Write down what was done, where it differs from what was planned.',
      head: ['Session', 'Planned', 'Date', 'Setting and passes as done', 'End point seen', 'Reactions', 'By'],
      rows: days.map((day, i) => [
        String(i + 1),
        `${day}: ${cells.setting}, passes: ${cells.passes}`,
        ...Array.from({ length: 5 }, () => blank),
      ]),
      kind: 'record',
    }),
    'long',
  );
