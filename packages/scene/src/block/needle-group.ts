import {
  BoxGeometry,
  ConeGeometry,
  CylinderGeometry,
  Group,
  Mesh,
  MeshLambertMaterial,
  Color,
  type BufferGeometry,
} from 'three';
import type { BlockNeedle, SkinBlock } from '../skin-block.ts';
import { cssOf, tokenColour, type Scheme } from '../paint/colours.ts';
import { headroom } from './orbit.ts';
import { perMetre, scenePoint } from './place.ts';

const sides = 16;

interface Look {
  readonly shaft: MeshLambertMaterial;
  readonly bare: MeshLambertMaterial;
}

const between = (
  geometry: BufferGeometry,
  look: MeshLambertMaterial,
  needle: BlockNeedle,
  middle: number,
): Mesh => {
  const mesh = new Mesh(geometry, look);
  mesh.position.set(...scenePoint(needle.x, needle.y, middle));
  return mesh;
};

const shaftOf = (needle: BlockNeedle, from: number, to: number, look: MeshLambertMaterial): Mesh[] => {
  if (to <= from) return [];
  const radius = needle.radius * perMetre;
  const geometry = new CylinderGeometry(radius, radius, (to - from) * perMetre, sides);
  return [between(geometry, look, needle, (from + to) / 2)];
};

const needleMeshes = (needle: BlockNeedle, top: number, { shaft, bare }: Look): Mesh[] => {
  const start = needle.from <= 0 ? top : needle.from;
  // A cone may be longer than what is in the skin: it goes on above it, as thick as it is there.
  const cone = Math.min(needle.cone, needle.to - start);
  const width = cone === needle.cone ? needle.radius : (needle.radius * cone) / needle.cone;
  const end = needle.to - cone;
  const bareFrom = Math.min(end, needle.bare?.from ?? start);
  const tip = new ConeGeometry(width * perMetre, cone * perMetre, sides);
  tip.rotateX(Math.PI);
  return [
    ...shaftOf(needle, start, bareFrom, shaft),
    ...shaftOf(needle, bareFrom, end, bare),
    ...(cone > 0 ? [between(tip, needle.bare === undefined ? shaft : bare, needle, end + cone / 2)] : []),
  ];
};

const spanOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
const middleOf = (values: readonly number[]): number => (Math.max(...values) + Math.min(...values)) / 2;

const plateOf = ({ needles, depth }: SkinBlock, look: MeshLambertMaterial): Mesh[] => {
  const held = needles.filter(({ from }) => from <= 0);
  if (held.length === 0) return [];
  const [xs, ys] = [held.map(({ x }) => x), held.map(({ y }) => y)];
  const margin = 2.4 * Math.max(...held.map(({ radius }) => radius));
  const thickness = 0.06 * depth;
  const plate = new Mesh(
    new BoxGeometry(
      (spanOf(xs) + 2 * margin) * perMetre,
      thickness * perMetre,
      (spanOf(ys) + 2 * margin) * perMetre,
    ),
    look,
  );
  plate.position.set(...scenePoint(middleOf(xs), middleOf(ys), -headroom * depth * 0.8));
  return [plate];
};

/** The needles with what holds them above the skin. */
export const needleGroup = (block: SkinBlock, scheme: Scheme): Group => {
  const [red, green, blue] = tokenColour('needle', scheme);
  const shaft = new MeshLambertMaterial({ color: new Color(cssOf(tokenColour('sc', scheme))) });
  const bare = new MeshLambertMaterial({ color: new Color(cssOf([red, green, blue])) });
  const plate = new MeshLambertMaterial({
    color: bare.color,
    transparent: true,
    opacity: 0.22,
    depthWrite: false,
  });
  const group = new Group();
  const top = -headroom * block.depth * 0.8;
  group.add(...block.needles.flatMap((needle) => needleMeshes(needle, top, { shaft, bare })));
  group.add(...plateOf(block, plate));
  return group;
};
