import { valueText, type CourseInSkin, type SkinSummary } from '@percuta/engine';
import { standOff, trackBand, type SectionFrame, type SectionInput } from './section-frame.ts';
import { element, pathOf, px, text, textWidth } from './svg.ts';
import { colour } from './tokens.ts';

type Shape = CourseInSkin['stroke']['shape'];

/** x of as many needles as stand in the picture at their true distance, evenly about its middle. */
const positionsOf = ({ left, right, pixelsPerMetre }: SectionFrame, shape: Shape): number[] => {
  const middle = (left + right) / 2;
  const step = shape.pitch * pixelsPerMetre;
  const room = right - left - 2 * shape.shaftRadius * pixelsPerMetre;
  const count = Number.isFinite(step) && step > 0 ? Math.floor(room / step) + 1 : 1;
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? middle : middle + (i - (count - 1) / 2) * step,
  );
};

/** Names the epidermis from below, beside the first needle, where its thickness leaves no room for text. */
const nameEpidermis = (
  frame: SectionFrame,
  x: number,
  { epidermis }: SkinSummary,
  candidate: CourseInSkin,
): string => {
  const from = frame.y(epidermis.median / 2);
  const to = Math.max(from + 26, frame.y(candidate.stroke.depth.median) + 14);
  return (
    element('path', { d: `M${px(x)} ${px(from)}V${px(to)}`, stroke: colour('ink'), 'stroke-width': 1 }) +
    text(x, to + 12, 'epidermis', { halo: 'derm', anchor: 'middle' })
  );
};

const outline = (frame: SectionFrame, shape: Shape, x: number, tip: number, top: number): string => {
  const { y, pixelsPerMetre: scale } = frame;
  const [thin, thick] = [(shape.tipDiameter / 2) * scale, shape.shaftRadius * scale];
  const shoulder = Math.max(y(tip - shape.coneLength), top);
  return `${pathOf([
    [x - thick, top],
    [x - thick, shoulder],
    [x - thin, y(tip)],
    [x + thin, y(tip)],
    [x + thick, shoulder],
    [x + thick, top],
  ])}Z`;
};

/** The same needle as deep as the safety limits reckon with. */
const longest = (frame: SectionFrame, shape: Shape, x: number, candidate: CourseInSkin): string =>
  element('path', {
    d: outline(frame, shape, x, trackBand(candidate).median, frame.y(0)),
    fill: 'none',
    stroke: colour('muted'),
    'stroke-width': 1.2,
    'stroke-dasharray': '3 3',
  });

/** Least height of the gap between handpiece and skin that takes a line of text, px. */
const textRoom = 15;

const hasGap = (frame: SectionFrame, candidate: CourseInSkin): boolean =>
  frame.y(0) - frame.y(-standOff(candidate)) >= textRoom;

/** The distance set on the device: from the face of the handpiece to the tip. */
const setMark = (frame: SectionFrame, x: number, candidate: CourseInSkin): string => {
  const [top, bottom] = [frame.y(-standOff(candidate)), frame.y(candidate.stroke.depth.median)];
  const mark = `M${px(x - 4)} ${px(top)}h8M${px(x)} ${px(top)}V${px(bottom)}M${px(x - 4)} ${px(bottom)}h8`;
  const depth = valueText(candidate.settings.depth, 'mm');
  const room = frame.right - 2 - x - 6;
  const words = textWidth(`set ${depth}`) < room ? `set ${depth}` : depth;
  // In a very narrow frame the words stand on the mark rather than outside.
  const from = x + 6 + Math.min(0, room - textWidth(words));
  return (
    element('path', { d: mark, stroke: colour('ink'), 'stroke-width': 1.4, fill: 'none' }) +
    (hasGap(frame, candidate)
      ? text(from, frame.y(0) - 5, words, { halo: 'surface' })
      : text(from, bottom + 4, words, { halo: 'derm' }))
  );
};

/** Where the needles of a course stand in the picture, px. */
export const needlePositions = (frame: SectionFrame, candidate: CourseInSkin): readonly number[] =>
  positionsOf(frame, candidate.stroke.shape);

/** Needles at the median depth with their distance and thickness to scale, and the face that carries them. */
export const drawNeedles = (frame: SectionFrame, { candidate, skin }: SectionInput): string => {
  const { shape } = candidate.stroke;
  const face = frame.y(-standOff(candidate));
  const positions = positionsOf(frame, shape);
  const depth = candidate.stroke.depth.median;
  const [first = frame.left] = positions;
  const side = first + shape.shaftRadius * frame.pixelsPerMetre;
  return [
    ...positions.map((x) => longest(frame, shape, x, candidate)),
    ...positions.map((x) =>
      element('path', { d: outline(frame, shape, x, depth, face), fill: colour('needle') }),
    ),
    element('rect', {
      x: frame.left,
      y: frame.top,
      width: frame.right - frame.left,
      height: Math.max(face - frame.top, 3),
      fill: colour('needle'),
    }),
    // Where the words of the setting stand beside the tip, the name of the epidermis makes room for them.
    ...(frame.isWide
      ? [
          setMark(frame, side + 8, candidate),
          nameEpidermis(frame, side + (hasGap(frame, candidate) ? 40 : 108), skin, candidate),
        ]
      : []),
  ].join('');
};
