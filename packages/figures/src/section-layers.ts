import type { SkinSummary } from '@percuta/engine';
import { trackBand, type SectionFrame, type SectionInput } from './section-frame.ts';
import { element, pathOf, text } from './svg.ts';
import { fascia, skinTissue } from './skin-tissue.ts';
import { waveLine } from './texture.ts';
import { colour } from './tokens.ts';

/** Where the fat may begin: it can start anywhere in this band. */
const uncertainBorder = ({ left, right, bottom, y }: SectionFrame, skin: SkinSummary): string =>
  element('rect', {
    x: left,
    y: y(skin.toFat.low),
    width: right - left,
    height: Math.min(y(skin.toFat.high), bottom) - y(skin.toFat.low),
    fill: colour('border'),
    'fill-opacity': 0.16,
  });

/** Names the layers that have room for it, clear of the needles. */
export const labelLayers = (frame: SectionFrame, { candidate, skin }: SectionInput): string => {
  const { left, bottom, y } = frame;
  const below = y(trackBand(candidate).median) + 18;
  const dermis = Math.min(below, y(skin.toFat.median) - 10);
  return (
    text(left + 8, dermis, 'dermis', { halo: 'derm' }) + text(left + 8, bottom - 10, 'fat', { halo: 'fat' })
  );
};

/** The layers at their median thickness, to scale, with the band in which fat begins. */
export const drawLayers = (frame: SectionFrame, skin: SkinSummary): string => {
  const { left, right, bottom, y } = frame;
  const border = y(skin.toFat.median);
  const { deep, upper } = skinTissue({
    left,
    right,
    bottom,
    surface: y(0),
    corneum: y(skin.stratumCorneum.median),
    junction: y(skin.epidermis.median),
    border,
  });
  return [
    deep,
    uncertainBorder(frame, skin),
    upper,
    element('path', {
      d: pathOf(waveLine(left, right, border, fascia)),
      fill: 'none',
      stroke: colour('ink'),
      'stroke-width': 1.6,
      'stroke-dasharray': '5 4',
    }),
  ].join('');
};
