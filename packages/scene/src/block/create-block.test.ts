import { ConeGeometry, Mesh, Vector3, type Object3D } from 'three';
import { expect, test } from 'vitest';
import { ballBlock } from '../testing/ball.ts';
import { createBlock, type BlockScene, type BlockView } from './create-block.ts';
import { perMetre } from './place.ts';

const view: BlockView = {
  time: 1,
  aspect: { kind: 'temperature' },
  cuts: { x: 1e-3, y: 0, z: 0 },
  surfaces: [],
  scheme: 'light',
  turn: 0.6,
};

const meshes = (root: Object3D): Mesh[] => {
  const found: Mesh[] = [];
  root.traverseVisible((each) => {
    if (each instanceof Mesh) found.push(each);
  });
  return found;
};

/** Shows a view until every face is made; how often it had to be shown. */
const show = (scene: BlockScene, shown: BlockView): number => {
  let count = 1;
  while (!scene.update(shown) && count < 10) count += 1;
  return count;
};

test('one face is made at a time; one that waits stays as it was', () => {
  const scene = createBlock(ballBlock());
  expect(scene.update(view)).toBe(false);
  expect(meshes(scene.root).filter(({ name }) => name !== '')).toHaveLength(1);
  expect(show(scene, view)).toBe(2);
  expect(show(scene, view)).toBe(1);
  const cut = { ...view, cuts: { ...view.cuts, y: -2e-4 } };
  expect(scene.update(cut)).toBe(false);
  expect(meshes(scene.root).filter(({ name }) => name !== '')).toHaveLength(3);
  scene.dispose();
});

test('only faces that look at the eye are made; another turn shows the others', () => {
  const scene = createBlock(ballBlock());
  const names = () =>
    meshes(scene.root)
      .flatMap(({ name }) => (name === '' ? [] : [name]))
      .sort();
  show(scene, view);
  expect(names()).toEqual(['front', 'right', 'top']);
  show(scene, { ...view, turn: 0.6 + Math.PI });
  expect(names()).toEqual(['back', 'left', 'top']);
  scene.dispose();
});

test('needles are there until they are withdrawn, and surfaces when they are asked for', () => {
  const scene = createBlock(ballBlock());
  show(scene, view);
  const withNeedles = meshes(scene.root).length;
  show(scene, { ...view, time: 100 });
  expect(meshes(scene.root).length).toBeLessThan(withNeedles);
  const before = meshes(scene.root).length;
  show(scene, { ...view, time: 1, surfaces: [{ kind: 'temperature', level: 320 }] });
  expect(meshes(scene.root)).toHaveLength(withNeedles + 1);
  expect(before).toBe(3);
  scene.dispose();
});

test('needles rise when they are drawn back', () => {
  const block = ballBlock();
  const scene = createBlock({ ...block, drawnBack: [{ at: 1, by: 0.5e-3 }] });
  const tip = (time: number): number => {
    show(scene, { ...view, time });
    const cone = meshes(scene.root).find(({ geometry }) => geometry instanceof ConeGeometry);
    return cone?.getWorldPosition(new Vector3()).y ?? Number.NaN;
  };
  const before = tip(0.5);
  expect(tip(1) - before).toBeCloseTo(0.5e-3 * perMetre, 9);
  expect(tip(0.5)).toBe(before);
  scene.dispose();
});

test('a cone longer than there is room for is cut off above, and keeps its slope', () => {
  const block = ballBlock();
  const needles = block.needles.map((needle) => ({ ...needle, cone: 5e-3 }));
  const scene = createBlock({ ...block, needles });
  show(scene, { ...view, time: 1 });
  const cones = meshes(scene.root).flatMap(({ geometry }) =>
    geometry instanceof ConeGeometry ? [geometry.parameters] : [],
  );
  expect(cones).toHaveLength(1);
  // 0.1 mm of radius in 5 mm of length.
  expect((cones[0]?.radius ?? 0) / (cones[0]?.height ?? 0)).toBeCloseTo(0.02, 12);
  expect(cones[0]?.height).toBeLessThan(5);
  scene.dispose();
});
