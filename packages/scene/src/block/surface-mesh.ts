import { BufferAttribute, BufferGeometry, Color, DoubleSide, Group, Mesh, MeshLambertMaterial } from 'three';
import { heatFieldAt, type HeatAspect } from '../film/heat-field.ts';
import { cssOf, heatColours, seriesColour, heatBands, type Scheme } from '../paint/colours.ts';
import type { HeatFilm } from '../skin-block.ts';
import { levelSurface } from '../surface/level-surface.ts';
import { perMetre } from './place.ts';

/** A surface to be drawn: temperature in K, or damage done (Omega 1) of a kind. */
export type Surface =
  | { readonly kind: 'temperature'; readonly level: number }
  | { readonly kind: 'damage'; readonly name: string };

const zeroCelsius = 273.15;

const colourOf = (surface: Surface, scheme: Scheme): string => {
  if (surface.kind === 'damage') return cssOf(seriesColour('teal', scheme));
  const celsius = surface.level - zeroCelsius;
  const band = heatBands.findLastIndex((from) => celsius >= from - 1e-6);
  return cssOf(heatColours(scheme)[Math.max(0, band)] ?? [0, 0, 0]);
};

const geometryOf = (film: HeatFilm, surface: Surface, time: number): BufferGeometry => {
  const aspect: HeatAspect = surface.kind === 'temperature' ? { kind: 'temperature' } : surface;
  const field = heatFieldAt(film, aspect, time);
  const geometry = new BufferGeometry();
  const points =
    field === undefined
      ? new Float32Array()
      : levelSurface(field, surface.kind === 'temperature' ? surface.level : 0);
  // The scene has depth downwards as its second axis, in mm.
  for (let n = 0; n < points.length; n += 3) {
    const [x = 0, y = 0, z = 0] = points.subarray(n, n + 3);
    points.set([x * perMetre, -z * perMetre, y * perMetre], n);
  }
  geometry.setAttribute('position', new BufferAttribute(points, 3));
  geometry.computeVertexNormals();
  return geometry;
};

/** Of an axis: itself, and its mirror image where it is folded. */
const signs = (isFolded: boolean): readonly number[] => (isFolded ? [1, -1] : [1]);

/** A surface with its mirror images across the planes at which the film is folded. */
export const surfaceGroup = (film: HeatFilm, surface: Surface, time: number, scheme: Scheme): Group => {
  const geometry = geometryOf(film, surface, time);
  const material = new MeshLambertMaterial({
    color: new Color(colourOf(surface, scheme)),
    side: DoubleSide,
    transparent: true,
    opacity: 0.72,
  });
  const group = new Group();
  for (const x of signs(film.fold.x)) {
    for (const y of signs(film.fold.y)) {
      const mesh = new Mesh(geometry, material);
      mesh.scale.set(x, 1, y);
      group.add(mesh);
    }
  }
  return group;
};
