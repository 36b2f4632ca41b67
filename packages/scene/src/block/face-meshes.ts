import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  DoubleSide,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  RGBAFormat,
  SRGBColorSpace,
} from 'three';
import type { SkinBlock } from '../skin-block.ts';
import type { Scheme } from '../paint/colours.ts';
import { prepareFace } from '../paint/canvas.ts';
import type { Cuts, FaceName, FacePlace, Raster } from '../paint/face.ts';
import { isSame, paintFace, type Aspect } from '../paint/paint.ts';
import { scenePoint } from './place.ts';

/** One painted face of the block. */
export interface FaceMesh {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;
  readonly paint: (aspect: Aspect, time: number) => void;
  readonly dispose: () => void;
}

const cornersOf = ({ at }: FacePlace): Float32Array =>
  Float32Array.from(
    (
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const
    ).flatMap(([across, down]) => {
      const { x, y, z } = at(across, down);
      return scenePoint(x, y, z);
    }),
  );

const geometryOf = (place: FacePlace): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(cornersOf(place), 3));
  // Rows of a data texture begin at v = 0: the first row is the upper edge.
  geometry.setAttribute('uv', new BufferAttribute(Float32Array.of(0, 0, 1, 0, 1, 1, 0, 1), 2));
  geometry.setIndex([0, 3, 2, 0, 2, 1]);
  return geometry;
};

const textureOf = ({ pixels, width, height }: Raster): DataTexture => {
  const texture = new DataTexture(pixels, width, height, RGBAFormat);
  texture.colorSpace = SRGBColorSpace;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
};

/** A face with its tissue, ready to be painted over. */
export const faceMesh = (block: SkinBlock, cuts: Cuts, face: FaceName, scheme: Scheme): FaceMesh => {
  const canvas = prepareFace(block, cuts, face, scheme);
  const texture = textureOf(canvas.shown);
  const geometry = geometryOf(canvas.place);
  const material = new MeshBasicMaterial({ map: texture, side: DoubleSide, toneMapped: false });
  const mesh = new Mesh(geometry, material);
  mesh.name = face;
  let painted: number | undefined;
  return {
    mesh,
    paint: (aspect, time) => {
      if (painted !== undefined && isSame(canvas, block, painted, time)) return;
      painted = time;
      paintFace(canvas, block, aspect, time);
      texture.needsUpdate = true;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
      texture.dispose();
    },
  };
};
