import type { SkinBlock } from '../skin-block.ts';

export const faceNames = ['front', 'back', 'right', 'left', 'top'] as const;
/** A face of the block that is painted. */
export type FaceName = (typeof faceNames)[number];

/** Where the block is cut: the highest x and y that stand, and the depth above which it is taken away, m. */
export interface Cuts {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Point of the block, and where it lies along its face, m. */
export interface FacePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly across: number;
}

/** A picture in texels, rows from the top; RGBA, as a canvas and a texture take it. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Where a face lies: the point at a share across and a share down. */
export interface FacePlace {
  /** m. */
  readonly width: number;
  readonly height: number;
  readonly at: (across: number, down: number) => FacePoint;
}

/** A face of the cut block. Front and right look at the reader; across runs from left to right as seen from outside. */
export const facePlace = ({ half, depth }: SkinBlock, cuts: Cuts, face: FaceName): FacePlace => {
  const [spanX, spanY, spanZ] = [cuts.x + half.x, cuts.y + half.y, depth - cuts.z];
  const below = (down: number): number => cuts.z + down * spanZ;
  switch (face) {
    case 'front':
    case 'back': {
      const y = face === 'front' ? cuts.y : -half.y;
      const at = (across: number, down: number): FacePoint => {
        const x = -half.x + (face === 'front' ? across : 1 - across) * spanX;
        return { x, y, z: below(down), across: x };
      };
      return { width: spanX, height: spanZ, at };
    }
    case 'right':
    case 'left': {
      const x = face === 'right' ? cuts.x : -half.x;
      const at = (across: number, down: number): FacePoint => {
        const y = face === 'right' ? cuts.y - across * spanY : -half.y + across * spanY;
        return { x, y, z: below(down), across: y };
      };
      return { width: spanY, height: spanZ, at };
    }
    case 'top': {
      const at = (across: number, down: number): FacePoint => {
        const [x, y] = [-half.x + across * spanX, -half.y + down * spanY];
        return { x, y, z: cuts.z, across: x };
      };
      return { width: spanX, height: spanY, at };
    }
  }
};
