import type { BlockLayer, LayerKind, SkinBlock } from '../skin-block.ts';
import { tokenColour, type Rgb, type Scheme } from './colours.ts';
import type { FaceName, FacePlace, FacePoint, Raster } from './face.ts';
import { isFibre, isLobuleEdge } from './pattern.ts';

const layerTokens = {
  'stratum corneum': 'sc',
  epidermis: 'epi',
  dermis: 'derm',
  fat: 'fat',
  other: 'derm',
} as const satisfies Readonly<Record<LayerKind, string>>;

const mixed = (under: Rgb, over: Rgb, opacity: number): Rgb => [
  under[0] + opacity * (over[0] - under[0]),
  under[1] + opacity * (over[1] - under[1]),
  under[2] + opacity * (over[2] - under[2]),
];

const layerAt = (layers: readonly BlockLayer[], z: number): BlockLayer | undefined =>
  layers.find(({ to }) => z < to) ?? layers.at(-1);

/** Tissue as it is without anything shown in it; layers differ by lightness and texture, and none has a skin tone. */
const colourOf = (block: SkinBlock, scheme: Scheme): ((point: FacePoint, isLevel: boolean) => Rgb) => {
  const colours = new Map<string, Rgb>(
    Object.entries(layerTokens).map(([kind, token]) => [kind, tokenColour(token, scheme)]),
  );
  const [fibre, edge, other] = [
    tokenColour('fibre', scheme),
    tokenColour('border', scheme),
    tokenColour('derm', scheme),
  ];
  const surface = mixed(tokenColour('epi', scheme), other, 0.6);
  const furrow = mixed(surface, tokenColour('sc', scheme), 0.3);
  return ({ z, across, y }, isLevel) => {
    // The surface itself is paler than the horny layer in section, which is drawn dark to be seen at all.
    if (isLevel && z === 0) return isFibre(across, y * 0.6) ? furrow : surface;
    const layer = layerAt(block.layers, z);
    const base = colours.get(layer?.kind ?? 'dermis') ?? other;
    if (layer?.kind === 'dermis' && isFibre(across, isLevel ? y : z)) return fibre;
    if (layer?.kind === 'fat' && isLobuleEdge(across, isLevel ? y : z)) return mixed(base, edge, 0.4);
    return base;
  };
};

/** Faces away from the light are a little darker, so that the edge between two shows. */
const lightness: Readonly<Record<FaceName, number>> = {
  front: 1,
  back: 0.95,
  right: 0.94,
  left: 0.97,
  top: 1,
};

// Texels along the longest side of the block.
const fineness = 256;

export const texelsOf = (block: SkinBlock, { width, height }: FacePlace): readonly [number, number] => {
  const texel = Math.max(2 * block.half.x, 2 * block.half.y, block.depth) / fineness;
  return [Math.max(2, Math.round(width / texel)), Math.max(2, Math.round(height / texel))];
};

/** The point in the middle of a texel. */
export const texelPoint = (
  place: FacePlace,
  { width, height }: Pick<Raster, 'width' | 'height'>,
  n: number,
): FacePoint => place.at(((n % width) + 0.5) / width, (Math.floor(n / width) + 0.5) / height);

/** The tissue of a face, to be painted over moment by moment. */
export const paintTissue = (block: SkinBlock, place: FacePlace, face: FaceName, scheme: Scheme): Raster => {
  const [width, height] = texelsOf(block, place);
  const pixels = new Uint8ClampedArray(4 * width * height);
  const colour = colourOf(block, scheme);
  const light = lightness[face];
  for (let n = 0; n < width * height; n += 1) {
    const [red, green, blue] = colour(texelPoint(place, { width, height }, n), face === 'top');
    pixels.set([red * light, green * light, blue * light, 255], 4 * n);
  }
  return { width, height, pixels };
};
