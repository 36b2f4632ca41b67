import type { SkinSummary } from '@percuta/engine';
import { trackBand, type SectionFrame, type SectionInput } from './section-frame.ts';
import { element, pathOf, text } from './svg.ts';
import { between, fibres, lobules, waveLine } from './texture.ts';
import { colour } from './tokens.ts';

const ridges = { height: 2.2, length: 47 };
const furrows = { height: 1.2, length: 61 };
const fascia = { height: 4, length: 230 };

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
  const line = (depth: number, wave: typeof fascia) => waveLine(left, right, y(depth), wave);
  const surface = line(0, furrows);
  const corneum = line(skin.stratumCorneum.median, furrows);
  const junction = line(skin.epidermis.median, ridges);
  const border = line(skin.toFat.median, fascia);
  const floor: [number, number][] = [
    [left, bottom],
    [right, bottom],
  ];
  const layer = (upper: typeof surface, lower: typeof surface, token: 'sc' | 'epi' | 'derm' | 'fat') =>
    element('path', { d: between(upper, lower), fill: colour(token) });
  return [
    layer(junction, border, 'derm'),
    fibres({ left, right, top: y(skin.epidermis.median) + 8, bottom: y(skin.toFat.median) - 8 }),
    layer(border, floor, 'fat'),
    lobules({ left, right, top: y(skin.toFat.median) + 8, bottom }),
    uncertainBorder(frame, skin),
    layer(corneum, junction, 'epi'),
    layer(surface, corneum, 'sc'),
    element('path', {
      d: pathOf(border),
      fill: 'none',
      stroke: colour('ink'),
      'stroke-width': 1.6,
      'stroke-dasharray': '5 4',
    }),
  ].join('');
};
