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
  /** Shows another view; paints only what has changed. */
  readonly update: (view: BlockView) => void;
  readonly dispose: () => void;
}

const disposeOf = (object: Object3D): void =>
  object.traverse((each) => {
    if (each instanceof Mesh || each instanceof LineSegments) {
      each.geometry.dispose();
      for (const material of [each.material].flat()) material.dispose();
    }
  });

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

interface Shell {
  readonly key: string;
  readonly faces: Map<FaceName, FaceMesh>;
  readonly group: Group;
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

/** Faces and edges of a cut block, made when they are first looked at. */
const createShell = (block: SkinBlock, root: Group) => {
  let shell: Shell | undefined;
  const drop = (): void => {
    if (shell === undefined) return;
    root.remove(shell.group);
    shell.faces.forEach((face) => face.dispose());
    disposeOf(shell.group);
    shell = undefined;
  };
  const shellFor = ({ cuts, scheme }: BlockView): Shell => {
    const key = JSON.stringify([cuts, scheme]);
    if (shell?.key === key) return shell;
    drop();
    shell = { key, faces: new Map(), group: new Group().add(outline(block, cuts, scheme)) };
    root.add(shell.group);
    return shell;
  };
  const faceFor = ({ faces, group }: Shell, name: FaceName, { cuts, scheme }: BlockView): FaceMesh => {
    const made = faces.get(name) ?? faceMesh(block, cuts, name, scheme);
    if (!faces.has(name)) group.add(made.mesh);
    faces.set(name, made);
    return made;
  };
  const show = (view: BlockView): void => {
    const own = shellFor(view);
    const shown = facing(view.turn);
    own.faces.forEach(({ mesh }, name) => {
      mesh.visible = shown.includes(name);
    });
    for (const name of shown) {
      const face = faceFor(own, name, view);
      face.paint(view.aspect, view.time);
      turnToGlass(face, view.surfaces.length > 0);
    }
  };
  return { show, drop };
};

/** Objects for a block. Call `update` before the first frame; `dispose` frees what the graphics card holds. */
export const createBlock = (block: SkinBlock): BlockScene => {
  const root = new Group();
  root.add(...lights());
  const shell = createShell(block, root);
  let needles: { readonly scheme: Scheme; readonly group: Group } | undefined;
  let surfaces: Group | undefined;
  const drop = (group: Group | undefined): void => {
    if (group === undefined) return;
    root.remove(group);
    disposeOf(group);
  };
  const showNeedles = ({ scheme, time }: BlockView): void => {
    if (needles?.scheme !== scheme) {
      drop(needles?.group);
      needles = { scheme, group: needleGroup(block, scheme) };
      root.add(needles.group);
    }
    needles.group.visible = time <= block.withdrawn;
  };
  const showSurfaces = ({ surfaces: asked, time, scheme }: BlockView): void => {
    drop(surfaces);
    surfaces = undefined;
    if (block.heat === undefined || asked.length === 0) return;
    surfaces = new Group();
    for (const surface of asked) surfaces.add(surfaceGroup(block.heat, surface, time, scheme));
    root.add(surfaces);
  };
  return {
    root,
    update: (view) => {
      shell.show(view);
      showNeedles(view);
      showSurfaces(view);
    },
    dispose: () => {
      shell.drop();
      drop(needles?.group);
      drop(surfaces);
      needles = undefined;
      surfaces = undefined;
    },
  };
};
