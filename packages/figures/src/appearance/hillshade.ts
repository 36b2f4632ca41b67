import type { HeightMap } from '@percuta/engine';
import { greyPng } from './png.ts';

/** Light from the upper left, 35 degrees above the skin: the same for every picture, whatever is in it. */
const altitude = (35 * Math.PI) / 180;
const azimuth = (225 * Math.PI) / 180;
const light = {
  x: Math.cos(altitude) * Math.cos(azimuth),
  y: Math.cos(altitude) * Math.sin(azimuth),
  z: Math.sin(altitude),
};
/** Grey of level skin, of 255; no skin has a colour here. */
const level = 165;

/** Grey levels by Lambert's law, rows from the top, the picture's y downward; no exaggeration of heights. */
export const shadeOf = ({ nx, ny, spacing, data }: HeightMap): Uint8Array => {
  const grey = new Uint8Array(nx * ny);
  const at = (i: number, j: number): number =>
    data[Math.min(Math.max(i, 0), nx - 1) + nx * Math.min(Math.max(j, 0), ny - 1)] ?? 0;
  for (let j = 0; j < ny; j += 1) {
    for (let i = 0; i < nx; i += 1) {
      const slopeX = (at(i + 1, j) - at(i - 1, j)) / (2 * spacing);
      const slopeY = (at(i, j + 1) - at(i, j - 1)) / (2 * spacing);
      const cosine =
        (light.z - slopeX * light.x - slopeY * light.y) / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      grey[i + nx * j] = Math.min(255, Math.max(0, Math.round((level * cosine) / light.z)));
    }
  }
  return grey;
};

/** A patch as a picture: the address of a PNG. */
export const hillshade = (map: HeightMap): string => greyPng(map.nx, map.ny, shadeOf(map));
