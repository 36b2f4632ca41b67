import type { CourseInSkin } from '@percuta/engine';
import { borderDensities, densityOf, depthGrid, type Density } from './density.ts';
import type { SectionFrame } from './section-frame.ts';
import { element, pathOf } from './svg.ts';
import { colour } from './tokens.ts';

/** A curve that stands on the baseline and grows to the right; each curve but the reached part has its own width. */
const outline = (frame: SectionFrame, { depths, heights }: Density, peak: number): string => {
  const scale = peak > 0 ? (frame.curveWidth * 0.94) / peak : 0;
  const points = depths.map((depth, i): [number, number] => [
    frame.base + (heights[i] ?? 0) * scale,
    frame.y(depth),
  ]);
  const visible = points.filter(([x]) => x > frame.base + 0.05);
  const [first, last] = [visible[0], visible.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${pathOf([[frame.base, first[1]], ...visible, [frame.base, last[1]]])}Z`;
};

const peakOf = ({ heights }: Density): number => Math.max(...heights);

/**
 * Beside a section, on its depth axis: where tips stand, how long a track may be, where fat begins. The solid part
 * of the last is where the longest track passes it: its share of that area is the share of tips that reach fat.
 */
export const drawDistributions = (frame: SectionFrame, { stroke }: CourseInSkin): string => {
  const depths = depthGrid(frame.deepest);
  const tips = densityOf(stroke.insertionDepths, depths);
  const tracks = densityOf(stroke.columns.ceiling, depths);
  const { border, reached } = borderDensities(stroke.tracks, frame.deepest);
  return [
    element('path', {
      d: outline(frame, border, peakOf(border)),
      fill: colour('border'),
      'fill-opacity': 0.55,
      stroke: colour('border'),
    }),
    element('path', { d: outline(frame, reached, peakOf(border)), fill: colour('limit') }),
    element('path', {
      d: outline(frame, tips, peakOf(tips)),
      fill: colour('accent'),
      'fill-opacity': 0.55,
      stroke: colour('accent'),
    }),
    element('path', {
      d: outline(frame, tracks, peakOf(tracks)),
      fill: 'none',
      stroke: colour('muted'),
      'stroke-width': 1.2,
      'stroke-dasharray': '3 3',
    }),
    element('path', {
      d: pathOf([
        [frame.base, frame.y(0)],
        [frame.base, frame.bottom],
      ]),
      stroke: colour('muted'),
    }),
  ].join('');
};
