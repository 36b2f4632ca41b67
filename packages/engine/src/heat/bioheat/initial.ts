import { cellVolumes } from '../grid/heat-grid.ts';
import type { HeatGrid } from '../grid/heat-grid.ts';
import { interpolate, valueAt } from '../material/law.ts';
import type { Medium } from '../grid/medium.ts';
import type { HeatProblem } from '../problem/heat-problem.ts';
import { gaussianField, pointHeat } from './sources.ts';

const baseOf = ({ initial, layers }: HeatProblem, grid: HeatGrid, medium: Medium): Float64Array => {
  const { temperature, profile } = initial;
  const out = new Float64Array(grid.cells);
  const isRadial = grid.z.count === 1 && grid.x.metric !== 'slab';
  const plane = grid.x.count * grid.y.count;
  const ofLayer = layers.map(({ name }) => initial.layers[name] ?? temperature);
  for (let cell = 0; cell < grid.cells; cell++) {
    if (profile === undefined) {
      out[cell] = ofLayer[medium.layerOfCell[cell]];
      continue;
    }
    const at = isRadial ? grid.x.centres[cell % grid.x.count] : grid.z.centres[Math.floor(cell / plane)];
    out[cell] = interpolate(profile.positions, profile.temperatures, at);
  }
  return out;
};

/** Temperatures at the start, K. */
export const initialTemperatures = (problem: HeatProblem, grid: HeatGrid, medium: Medium): Float64Array => {
  const out = baseOf(problem, grid, medium);
  for (const blob of problem.initial.blobs) {
    if (blob.kind === 'gaussian') {
      const shape = gaussianField(grid, blob.centre, blob.deviation);
      for (let cell = 0; cell < out.length; cell++) out[cell] += blob.peak * shape[cell];
      continue;
    }
    const volumes = cellVolumes(grid);
    pointHeat(grid, blob.at, blob.energy).forEach((heat, cell) => {
      if (heat === 0) return;
      const material = medium.materials[medium.ofCell[cell]];
      out[cell] += heat / (volumes[cell] * material.density * valueAt(material.specificHeat, out[cell]));
    });
  }
  return out;
};
