import { drawDistributions } from './depth-distribution.ts';
import { drawLabels } from './labels.ts';
import { frameOf, roomBand, trackBand, type SectionFrame, type SectionInput } from './section-frame.ts';
import { drawLayers, labelLayers } from './section-layers.ts';
import { sectionLabels, sectionSentence } from './section-labels.ts';
import { drawHeat } from './heat/section-heat.ts';
import { drawNeedles, needlePositions } from './section-needles.ts';
import { element, figure, px, text, type Figure, type FigureOptions } from './svg.ts';
import { colour } from './tokens.ts';

const halfMillimetre = 5e-4;

const drawAxis = ({ left, deepest, y }: SectionFrame): string => {
  const count = Math.round(deepest / halfMillimetre);
  const every = count > 8 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor(count / every) + 1 }, (_, i) => i * every * halfMillimetre);
  return ticks
    .map((depth, i) => {
      const isLast = i === ticks.length - 1;
      return (
        element('path', { d: `M${px(left - 4)} ${px(y(depth))}h4`, stroke: colour('muted') }) +
        text(left - 7, y(depth) + (isLast ? -1 : 4), (depth * 1000).toFixed(1), {
          colour: 'muted',
          anchor: 'end',
        }) +
        (isLast ? text(left - 7, y(depth) - 15, 'mm', { colour: 'muted', anchor: 'end' }) : '')
      );
    })
    .join('');
};

/** From the longest track to the fat. */
const drawRoom = ({ right, y }: SectionFrame, { candidate, skin }: SectionInput): string => {
  if (roomBand(candidate).median <= 0) return '';
  const x = right - 18;
  const [top, bottom] = [y(trackBand(candidate).median), y(skin.toFat.median)];
  return element('path', {
    d: `M${px(x - 4)} ${px(top)}h8M${px(x)} ${px(top)}V${px(bottom)}M${px(x - 4)} ${px(bottom)}h8`,
    stroke: colour('ink'),
    'stroke-width': 1.6,
    fill: 'none',
  });
};

const note =
  'To scale, needles at the middle depth; the dashed needle is the longest track the limits reckon with. Beside it, over all draws and each to its own width, where tips stand, how long a track may be, where fat begins; solid where the longest track passes into fat.';

const heatNote =
  ' Round each needle where heat kills cells, and darker where it coagulates collagen, at middle values of the draws in which it does.';

/**
 * A course in the skin it was planned for: layers and needles to scale, and beside them, on the same depth axis,
 * where tips stand, how long a track may be and where fat begins.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { catalogueSheets, defaultRun, planCourse, readCase } from '@percuta/engine';
 * import { skinSection } from '@percuta/figures';
 *
 * const given = readCase(JSON.parse(readFileSync('case.json', 'utf8')));
 * const plan = planCourse(given, catalogueSheets(given), { ...defaultRun, draws: 64 });
 * if (plan.status !== 'planned') throw new Error('no course is inside');
 * const [candidate] = plan.candidates;
 * const { svg } = skinSection({ candidate, skin: plan.skin, letter: 'A' }, { id: 'skin', width: 708 });
 * console.log(svg.slice(0, 4)); // <svg
 * ```
 */
export const skinSection = (input: SectionInput, options: FigureOptions): Figure => {
  const { candidate, skin, letter } = input;
  const frame = frameOf(input, options.width);
  const { left, right, top, bottom, height } = frame;
  const clip = `${options.id}-clip`;
  const words = {
    title: `Course ${letter} in this skin`,
    sentence: sectionSentence(input),
    note: candidate.heat === undefined ? note : note + heatNote,
  };
  return figure(
    { ...options, height },
    words,
    element(
      'clipPath',
      { id: clip },
      element('rect', { x: left, y: top, width: right - left, height: bottom - top }),
    ),
    element(
      'g',
      { 'clip-path': `url(#${clip})` },
      drawLayers(frame, skin),
      drawHeat(frame, candidate, needlePositions(frame, candidate)),
      drawNeedles(frame, input),
      labelLayers(frame, input),
      drawRoom(frame, input),
    ),
    drawAxis(frame),
    drawDistributions(frame, candidate),
    drawLabels(sectionLabels(frame, input), { x: frame.labels, top, bottom }),
  );
};
