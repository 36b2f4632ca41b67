import { Mesh, type Object3D } from 'three';
import { expect, test } from 'vitest';
import { ballBlock } from '../testing/ball.ts';
import { createBlock, type BlockView } from './create-block.ts';

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

test('only faces that look at the eye are made; another turn shows the others', () => {
  const scene = createBlock(ballBlock());
  const names = () =>
    meshes(scene.root)
      .flatMap(({ name }) => (name === '' ? [] : [name]))
      .sort();
  scene.update(view);
  expect(names()).toEqual(['front', 'right', 'top']);
  scene.update({ ...view, turn: 0.6 + Math.PI });
  expect(names()).toEqual(['back', 'left', 'top']);
  scene.dispose();
});

test('needles are there until they are withdrawn, and surfaces when they are asked for', () => {
  const scene = createBlock(ballBlock());
  scene.update(view);
  const withNeedles = meshes(scene.root).length;
  scene.update({ ...view, time: 100 });
  expect(meshes(scene.root).length).toBeLessThan(withNeedles);
  const before = meshes(scene.root).length;
  scene.update({ ...view, time: 1, surfaces: [{ kind: 'temperature', level: 320 }] });
  expect(meshes(scene.root)).toHaveLength(withNeedles + 1);
  expect(before).toBe(3);
  scene.dispose();
});
