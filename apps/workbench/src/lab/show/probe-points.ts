import type { SkinBlock } from '@percuta/scene';

/** A place whose temperature is followed, m. */
export interface ProbePoint {
  readonly id: 'tip' | 'junction' | 'border' | 'own';
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

// Beside the metal by half a radius: what tissue feels, not the needle.
const beside = 1.5;

/** The needle nearest to the middle: of an array one that takes most. */
const middleNeedle = ({ needles }: SkinBlock) =>
  needles.toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))[0];

/** Beside the bare part of a needle in the middle, and where layers meet beside it. */
export const firstPoints = (block: SkinBlock): readonly ProbePoint[] => {
  const needle = middleNeedle(block);
  if (block.heat === undefined || needle === undefined) return [];
  const place = { x: needle.x + beside * needle.radius, y: needle.y };
  const bare = needle.bare ?? { from: needle.from, to: needle.to };
  const border = (above: string): number | undefined => block.layers.find(({ kind }) => kind === above)?.to;
  const at = (id: ProbePoint['id'], z: number | undefined): ProbePoint[] =>
    z === undefined || z >= block.depth ? [] : [{ id, ...place, z }];
  return [
    ...at('tip', (bare.from + bare.to) / 2),
    ...at('junction', border('epidermis')),
    ...at('border', border('dermis')),
  ];
};
