import { bandText, bandedShareText, uncertainText, valueText, type CourseInSkin } from '@percuta/engine';
import { heatSentence } from './heat/section-heat.ts';
import type { Label } from './labels.ts';
import { roomBand, trackBand, type SectionFrame, type SectionInput } from './section-frame.ts';

/** The limit on tips that reach fat, as it stands for this course. */
export const fatMargin = ({ margins }: CourseInSkin): CourseInSkin['margins'][number] | undefined =>
  margins.find(({ limit }) => limit === 'tip-leaves-dermis');

/** "0.33 mm (0.15 to 0.43)" on one line, or on two where there is little room. */
const valueLines = (value: string, isWide: boolean): Label['lines'] =>
  (isWide ? [value] : value.split(/ (?=\()/)).map((text) => ({ text, isBold: true }));

const riskLines = (candidate: CourseInSkin, isWide: boolean): Label['lines'] => {
  const margin = fatMargin(candidate);
  if (margin === undefined) return [];
  const bound = `limit ${valueText(margin.bound, margin.unit)}`;
  const words = isWide ? [`of tips could reach fat, ${bound}`] : ['of tips could', 'reach fat,', bound];
  return [...valueLines(uncertainText(margin, margin.unit), isWide), ...words.map((text) => ({ text }))];
};

/** What is measured on the drawing, from the surface down so that no leading line crosses another. */
export const sectionLabels = (frame: SectionFrame, { candidate, skin }: SectionInput): Label[] => {
  const { isWide, base, curveWidth, right, y } = frame;
  const track = trackBand(candidate);
  const room = roomBand(candidate);
  const peak = base + curveWidth * 0.94 + 3;
  const label = (text: string, value: string, rest: Pick<Label, 'y' | 'from' | 'colour'>): Label => ({
    ...rest,
    lines: [...valueLines(value, isWide), { text }],
  });
  const depth = candidate.stroke.depth;
  const risk = riskLines(candidate, isWide);
  return [
    label('tips reach', bandText(depth, 'mm'), { y: y(depth.median), from: peak, colour: 'accent' }),
    label('longest track', bandText(track, 'mm'), { y: y(track.median), from: peak, colour: 'muted' }),
    ...(room.median > 0
      ? [
          label('room to fat', bandText(room, 'mm'), {
            y: y(track.median + room.median / 2),
            from: right - 14,
            colour: 'ink',
          }),
        ]
      : []),
    label('fat begins', bandText(skin.toFat, 'mm'), { y: y(skin.toFat.median), from: peak, colour: 'ink' }),
    ...(risk.length > 0
      ? [{ y: y(track.median) + 4, from: base + 6, colour: 'limit' as const, lines: risk }]
      : []),
  ].sort((a, b) => a.y - b.y);
};

/** The finding, in one sentence. */
export const sectionSentence = ({ candidate, skin }: SectionInput): string => {
  const { stroke, settings } = candidate;
  const margin = fatMargin(candidate);
  const where = `Set to ${valueText(settings.depth, 'mm')}, tips that puncture reach ${bandText(stroke.depth, 'mm')} and ${bandedShareText(stroke.occupancy.dermis)} of all needles stand in the dermis`;
  const risk =
    margin === undefined
      ? ''
      : `; with the longest track, ${uncertainText(margin, margin.unit)} of tips could reach fat, which begins at ${bandText(skin.toFat, 'mm')}`;
  return `${where}${risk}.${heatSentence(candidate)}`;
};
