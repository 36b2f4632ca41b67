import type { Rgb } from './colours.ts';
import type { Raster } from './face.ts';

/** A colour and how much it covers; opacity from 0 to 1. */
export interface Tint {
  readonly colour: Rgb;
  readonly opacity: number;
}

/** Covers one texel. */
export const cover = ({ pixels }: Raster, n: number, [red, green, blue]: Rgb, opacity: number): void => {
  const byte = 4 * n;
  const under = (channel: number): number => pixels[byte + channel] ?? 0;
  pixels[byte] = under(0) + opacity * (red - under(0));
  pixels[byte + 1] = under(1) + opacity * (green - under(1));
  pixels[byte + 2] = under(2) + opacity * (blue - under(2));
};

/** Index of the band a value lies in, -1 below all. `bands` are their lower ends. */
export const bandOf = (bands: readonly number[], value: number): number => {
  let band = -1;
  while (band + 1 < bands.length && value >= (bands[band + 1] ?? Infinity)) band += 1;
  return band;
};
