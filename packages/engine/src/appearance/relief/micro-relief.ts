import { cos, createRandom, exp, sin, type Random } from '@percuta/numerics';
import type { Values } from '../../stage.ts';
import { heightMap, type HeightMap } from './height-map.ts';
import type { reliefParameters } from './parameters.ts';
import { roughnessOf } from './roughness.ts';

export type ReliefValues = Values<typeof reliefParameters>;
type Size = Pick<HeightMap, 'nx' | 'ny' | 'spacing'>;

/** Centres of the fields: one at random in each square of a lattice that reaches two squares beyond the patch. */
interface Fields {
  readonly across: number;
  readonly side: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const border = 2;

const fieldsOf = ({ nx, ny, spacing }: Size, side: number, random: Random): Fields => {
  const across = Math.ceil((Math.max(nx, ny) * spacing) / side) + 2 * border;
  const x = new Float64Array(across * across);
  const y = new Float64Array(across * across);
  for (let k = 0; k < x.length; k += 1) {
    x[k] = ((k % across) - across / 2 + random.next()) * side;
    y[k] = (Math.floor(k / across) - across / 2 + random.next()) * side;
  }
  return { across, side, x, y };
};

/** How much farther the second nearest centre is than the nearest, m: 0 on the lines between fields. */
const fromLine = ({ across, side, x, y }: Fields, px: number, py: number): number => {
  const column = Math.floor(px / side + across / 2);
  const row = Math.floor(py / side + across / 2);
  let [nearest, second] = [Infinity, Infinity];
  for (let j = Math.max(0, row - border); j <= Math.min(across - 1, row + border); j += 1) {
    for (let i = Math.max(0, column - border); i <= Math.min(across - 1, column + border); i += 1) {
      const [dx, dy] = [px - (x[i + across * j] ?? Infinity), py - (y[i + across * j] ?? Infinity)];
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance < nearest) [nearest, second] = [distance, nearest];
      else if (distance < second) second = distance;
    }
  }
  return second - nearest;
};

type Wave = (x: number, y: number) => number;

const waves = 8;

/** Waves of a third of a field to a whole one in every direction, with a mean square of 1. */
const fineWaves = (side: number, random: Random): Wave => {
  const parts = Array.from({ length: waves }, () => {
    const turn = 2 * Math.PI * random.next();
    const number = (2 * Math.PI * (1 + 2 * random.next())) / side;
    return { kx: number * cos(turn), ky: number * sin(turn), phase: 2 * Math.PI * random.next() };
  });
  const scale = Math.sqrt(2 / waves);
  return (x, y) => scale * parts.reduce((sum, { kx, ky, phase }) => sum + cos(kx * x + ky * y + phase), 0);
};

/**
 * Texture of skin (appearance.13): fields between primary lines, fine waves on them. Made up, not of any person: the same seed
 * gives the same patch, and its Sa is the one of the parameters exactly.
 */
export const microRelief = (size: Size, values: ReliefValues, seed: number): HeightMap => {
  const { polygon, furrow, fineShare, textureHeight } = values;
  const random = createRandom(seed);
  const fields = fieldsOf(size, polygon, random);
  const wave = fineWaves(polygon, random);
  const rough = heightMap(size, (x, y) => {
    const distance = fromLine(fields, x, y) / (2 * furrow);
    return fineShare * wave(x, y) - exp(-distance * distance);
  });
  const scale = textureHeight / roughnessOf(rough).sa;
  return { ...rough, data: rough.data.map((z) => z * scale) };
};
