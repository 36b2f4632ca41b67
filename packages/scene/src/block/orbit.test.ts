import { describe, expect, test } from 'vitest';
import { ballBlock } from '../testing/ball.ts';
import { firstOrbit, orbitAfter, project } from './orbit.ts';
import { scenePoint } from './place.ts';

describe('an orbit by keys', () => {
  test('arrows turn, plus and minus zoom back to where it was, 0 resets', () => {
    const turned = orbitAfter(firstOrbit, 'ArrowRight');
    expect(turned?.turn).toBeGreaterThan(firstOrbit.turn);
    const back = orbitAfter(orbitAfter(firstOrbit, '+') ?? firstOrbit, '-');
    expect(back?.zoom).toBeCloseTo(1);
    expect(orbitAfter(turned ?? firstOrbit, '0')).toEqual(firstOrbit);
    expect(orbitAfter(firstOrbit, 'x')).toBeUndefined();
  });

  test('it never goes over the top', () => {
    let orbit = firstOrbit;
    for (let n = 0; n < 50; n += 1) orbit = orbitAfter(orbit, 'ArrowUp') ?? orbit;
    expect(orbit.tilt).toBeLessThan(Math.PI / 2);
  });
});

test('the whole block is on the screen, the surface above the fat', () => {
  const block = ballBlock();
  for (const turn of [0, 0.6, 1.5, 3]) {
    for (const x of [-1, 1]) {
      for (const y of [-1, 1]) {
        const orbit = { ...firstOrbit, turn };
        const at = (z: number) =>
          project(block, orbit, { aspect: 1.4 }, scenePoint(x * block.half.x, y * block.half.y, z));
        const [top, bottom] = [at(0), at(block.depth)];
        expect(top[1]).toBeGreaterThan(bottom[1]);
        for (const place of [...top, ...bottom]) expect(Math.abs(place)).toBeLessThan(1.1);
      }
    }
  }
});
