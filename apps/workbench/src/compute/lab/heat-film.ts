import type { HeatGrid, HeatProblem } from '@percuta/engine';
import type { Geometry, HeatFilm } from '@percuta/scene';
import type { Frames } from './film-recorder.ts';

const geometryOf = ({ domain }: HeatProblem): Geometry => {
  if (domain === undefined) return 'block';
  return domain.kind === 'line' ? domain.metric : domain.kind;
};

const still = { centre: { x: 0, y: 0 }, fold: { x: false, y: false } } as const;

export const heatFilm = (
  frames: Frames,
  grid: HeatGrid,
  { geometry, centre, fold }: Pick<HeatFilm, 'geometry' | 'centre' | 'fold'>,
): HeatFilm => ({
  geometry,
  centre,
  fold,
  axes: { x: grid.x.centres, y: grid.y.centres, z: grid.z.centres },
  times: Float64Array.from(frames.times),
  temperature: frames.temperature,
  damage: Array.from(frames.damage, ([name, own]) => ({ name, frames: own })),
  metal: frames.metal.map((electrode) => Math.min(electrode, 1)),
});

/** The film of a problem of one's own. */
export const problemFilm = (frames: Frames, grid: HeatGrid, problem: HeatProblem): HeatFilm =>
  heatFilm(frames, grid, { geometry: geometryOf(problem), ...still });
