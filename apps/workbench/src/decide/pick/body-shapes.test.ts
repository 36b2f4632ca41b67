import { isSiteId, site, siteIds } from '@percuta/evidence';
import { expect, test } from 'vitest';
import { isDirection, nearest, rimSites, shapes, viewOf, views } from './body-shapes.ts';

test('every place of the atlas is drawn once', () => {
  expect(shapes.map((shape) => shape.site).sort()).toEqual([...siteIds].sort());
});

test('the places inside the rim of the eye are those of the atlas', () => {
  expect(siteIds.filter((id) => site(id).inside_orbital_rim)).toEqual(rimSites);
});

test('from every place each other place of its drawing can be reached with the arrows', () => {
  for (const view of views) {
    const own = shapes.filter((shape) => shape.view === view).map((shape) => shape.site);
    const first = own[0];
    const seen = new Set(first === undefined ? [] : [first]);
    for (const from of seen) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        if (isDirection(key)) seen.add(nearest(from, key));
      }
    }
    expect([...seen].filter(isSiteId).sort()).toEqual([...own].sort());
  }
});

test('arrows stay in the drawing and go the way they say', () => {
  expect(nearest('forehead', 'ArrowDown')).toBe('glabella');
  expect(nearest('chin', 'ArrowDown')).toBe('chin');
  expect(viewOf(nearest('neck', 'ArrowUp'))).toBe('front');
});
