import {
  AmbientLight,
  BoxGeometry,
  Color,
  DirectionalLight,
  EdgesGeometry,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  type Object3D,
} from 'three';
import type { SkinBlock } from '../skin-block.ts';
import { cssOf, tokenColour, type Scheme } from '../paint/colours.ts';
import type { Cuts, FaceName } from '../paint/face.ts';
import type { Aspect } from '../paint/paint.ts';
import { faceMesh, type FaceMesh } from './face-meshes.ts';
import { needleGroup } from './needle-group.ts';
import { perMetre, scenePoint } from './place.ts';
import { surfaceGroup, type Surface } from './surface-mesh.ts';

/** What of a block is looked at. */
export interface BlockView {
  /** s. */
  readonly time: number;
  readonly aspect: Aspect;
  readonly cuts: Cuts;
  /** Drawn inside; the faces turn to glass. */
  readonly surfaces: readonly Surface[];
  readonly scheme: Scheme;
  /** Turn of the eye about the vertical, rad: faces that look away are not painted. */
  readonly turn: number;
}

/** A block as objects of three.js, with lights, ready for any renderer. */
export interface BlockScene {
  readonly root: Group;
  /**
   * Shows another view; paints only what has changed, and makes one face at most: false while there are faces to be
   * made, so that the same view has to be shown again.
   */
  readonly update: (view: BlockView) => boolean;
  readonly dispose: () => void;
}

const disposeOf = (object: Object3D): void =>
  object.traverse((each) => {
    if (each instanceof Mesh || each instanceof LineSegments) {
      each.geometry.dispose();
      for (const material of [each.material].flat()) material.dispose();
    }
  });

const removeFrom = (root: Group, object: Object3D): void => {
  root.remove(object);
  disposeOf(object);
};

const outline = ({ half, depth }: SkinBlock, cuts: Cuts, scheme: Scheme): LineSegments => {
  const [wide, broad, deep] = [cuts.x + half.x, cuts.y + half.y, depth - cuts.z];
  const box = new BoxGeometry(wide * perMetre, deep * perMetre, broad * perMetre);
  const lines = new LineSegments(
    new EdgesGeometry(box),
    new LineBasicMaterial({ color: new Color(cssOf(tokenColour('muted', scheme))) }),
  );
  box.dispose();
  lines.position.set(...scenePoint((cuts.x - half.x) / 2, (cuts.y - half.y) / 2, (depth + cuts.z) / 2));
  return lines;
};

const lights = (): Object3D[] => {
  const sun = new DirectionalLight(0xffffff, 1.6);
  sun.position.set(0.6, 1, 0.8);
  return [new AmbientLight(0xffffff, 1.5), sun];
};

/** A face with what it was cut and coloured for. */
interface KeptFace {
  readonly key: string;
  readonly face: FaceMesh;
}

/** Faces that look towards the eye. */
const facing = (turn: number): readonly FaceName[] => [
  Math.cos(turn) >= 0 ? 'front' : 'back',
  Math.sin(turn) >= 0 ? 'right' : 'left',
  'top',
];

const glass = 0.16;

const turnToGlass = ({ mesh: { material } }: FaceMesh, isGlass: boolean): void => {
  if (material.transparent !== isGlass) material.needsUpdate = true;
  material.transparent = isGlass;
  material.opacity = isGlass ? glass : 1;
  material.depthWrite = !isGlass;
};

/**
 * Faces and edges of a cut block, made when they are first looked at. Making a face takes tens of milliseconds, so that
 * one call makes one at most; until its turn comes a face stays as it was.
 */
const createShell = (block: SkinBlock, root: Group) => {
  const faces = new Map<FaceName, KeptFace>();
  let edges: { readonly key: string; readonly lines: LineSegments } | undefined;
  const showEdges = (key: string, { cuts, scheme }: BlockView): void => {
    if (edges?.key === key) return;
    if (edges !== undefined) removeFrom(root, edges.lines);
    edges = { key, lines: outline(block, cuts, scheme) };
    root.add(edges.lines);
  };
  const make = (name: FaceName, key: string, { cuts, scheme }: BlockView): KeptFace => {
    const old = faces.get(name)?.face;
    if (old !== undefined) {
      root.remove(old.mesh);
      old.dispose();
    }
    const made = { key, face: faceMesh(block, cuts, name, scheme) };
    faces.set(name, made);
    root.add(made.face.mesh);
    return made;
  };
  const show = (view: BlockView): boolean => {
    const key = JSON.stringify([view.cuts, view.scheme]);
    showEdges(key, view);
    const shown = facing(view.turn);
    faces.forEach(({ face: { mesh } }, name) => {
      mesh.visible = shown.includes(name);
    });
    const due = shown.filter((name) => faces.get(name)?.key !== key);
    for (const name of shown) {
      const face = name === due[0] ? make(name, key, view).face : faces.get(name)?.face;
      if (face === undefined) continue;
      face.paint(view.aspect, view.time);
      turnToGlass(face, view.surfaces.length > 0);
    }
    return due.length < 2;
  };
  const drop = (): void => {
    faces.forEach(({ face }) => {
      root.remove(face.mesh);
      face.dispose();
    });
    faces.clear();
    if (edges !== undefined) removeFrom(root, edges.lines);
    edges = undefined;
  };
  return { show, drop };
};

/** Objects for a block. Call `update` before the first frame; `dispose` frees what the graphics card holds. */
export const createBlock = (block: SkinBlock): BlockScene => {
  const root = new Group();
  root.add(...lights());
  const shell = createShell(block, root);
  let needles: { readonly scheme: Scheme; readonly group: Group } | undefined;
  let surfaces: { readonly key: string; readonly group: Group } | undefined;
  const drop = (group: Group | undefined): void => {
    if (group !== undefined) removeFrom(root, group);
  };
  const showNeedles = ({ scheme, time }: BlockView): void => {
    if (needles?.scheme !== scheme) {
      drop(needles?.group);
      needles = { scheme, group: needleGroup(block, scheme) };
      root.add(needles.group);
    }
    needles.group.visible = time <= block.withdrawn;
    const by = block.drawnBack?.findLast(({ at }) => at <= time)?.by ?? 0;
    needles.group.position.set(...scenePoint(0, 0, -by));
  };
  const showSurfaces = ({ surfaces: asked, time, scheme }: BlockView): void => {
    const key = JSON.stringify([asked, time, scheme]);
    if (surfaces?.key === key) return;
    drop(surfaces?.group);
    surfaces = { key, group: new Group() };
    if (block.heat === undefined) return;
    for (const surface of asked) surfaces.group.add(surfaceGroup(block.heat, surface, time, scheme));
    root.add(surfaces.group);
  };
  return {
    root,
    update: (view) => {
      const isWhole = shell.show(view);
      showNeedles(view);
      showSurfaces(view);
      return isWhole;
    },
    dispose: () => {
      shell.drop();
      drop(needles?.group);
      drop(surfaces?.group);
      needles = undefined;
      surfaces = undefined;
    },
  };
};
