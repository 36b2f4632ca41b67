import { element } from './svg.ts';
import { between, fibres, lobules, waveLine } from './texture.ts';
import { colour } from './tokens.ts';

const ridges = { height: 2.2, length: 47 };
const furrows = { height: 1.2, length: 61 };
/** How uneven the border of the fat is drawn, px. */
export const fascia = { height: 4, length: 230 };

/** Where layers of skin stand in a section: its sides, its floor and the upper borders of its layers, px. */
export interface TissueHeights {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly surface: number;
  readonly corneum: number;
  readonly junction: number;
  readonly border: number;
}

/**
 * Layers of skin as markup for an SVG, told apart by lightness and texture: dermis and fat (`deep`), then epidermis
 * and horny layer (`upper`), which cover them. Texture is for looks alone.
 */
export const skinTissue = (heights: TissueHeights): { readonly deep: string; readonly upper: string } => {
  const { left, right, bottom } = heights;
  const line = (height: number, wave: typeof fascia) => waveLine(left, right, height, wave);
  const surface = line(heights.surface, furrows);
  const corneum = line(heights.corneum, furrows);
  const junction = line(heights.junction, ridges);
  const border = line(heights.border, fascia);
  const floor: [number, number][] = [
    [left, bottom],
    [right, bottom],
  ];
  const layer = (above: typeof surface, below: typeof surface, token: 'sc' | 'epi' | 'derm' | 'fat') =>
    element('path', { d: between(above, below), fill: colour(token) });
  return {
    deep: [
      layer(junction, border, 'derm'),
      fibres({ left, right, top: heights.junction + 8, bottom: heights.border - 8 }),
      layer(border, floor, 'fat'),
      lobules({ left, right, top: heights.border + 8, bottom }),
    ].join(''),
    upper: layer(corneum, junction, 'epi') + layer(surface, corneum, 'sc'),
  };
};
