import { tokens, type Token } from '@percuta/figures';
import type { HealQuantity } from '../skin-block.ts';

/** Whether a picture stands on a light or a dark page. */
export type Scheme = 'light' | 'dark';

/** Red, green, blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => {
  const at = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
};

/** Steps of equal size in OKLab; hot is dark on light and light on dark, so that heat always stands out from tissue. */
const heatRamp = {
  light: ['#F8E99F', '#F4BF5D', '#F0902C', '#DF631D', '#C13B2A', '#971F31', '#681430'],
  dark: ['#461E36', '#751F44', '#A32A44', '#CA4638', '#E66D2D', '#F49A3C', '#F8C766'],
} as const;

/** Colours of series, told apart in every common kind of colour vision. */
const series = {
  violet: { light: '#4B2E83', dark: '#C3B0F5' },
  orange: { light: '#AA4200', dark: '#FFAD5E' },
  teal: { light: '#007476', dark: '#A0E9CF' },
  blue: { light: '#4297EF', dark: '#0574BF' },
  wine: { light: '#700021', dark: '#B78388' },
} as const;

export type SeriesColour = keyof typeof series;

/** Lower ends of the bands of temperature, °C: the same in every view, never rescaled. */
export const heatBands = [40, 45, 50, 55, 60, 65, 70] as const;

/** Logarithms of a damage integral at which its bands begin: a tenth, half (ln 2), and what is called done. */
export const damageBands = [-1, Math.log10(Math.LN2), 0] as const;

/** K between two runs. */
export const differenceBands = [1, 2, 5, 10] as const;

/** The colour of each quantity of healing, the same in every picture. */
export const healColours: Readonly<Record<HealQuantity, SeriesColour>> = {
  clot: 'wine',
  neutrophils: 'blue',
  macrophages: 'orange',
  fibroblasts: 'teal',
  collagen: 'violet',
  'new collagen': 'violet',
};

/** Colours of the scale of temperature, cold to hot, for a light or a dark page. */
export const heatColours = (scheme: Scheme): readonly Rgb[] => heatRamp[scheme].map(parse);

/** The colour of what is drawn as a series of its own, for a light or a dark page. */
export const seriesColour = (name: SeriesColour, scheme: Scheme): Rgb => parse(series[name][scheme]);

export const tokenColour = (token: Token, scheme: Scheme): Rgb => parse(tokens[token][scheme]);

/** As CSS and three.js write a colour. */
export const cssOf = ([red, green, blue]: Rgb): string => `rgb(${red}, ${green}, ${blue})`;
