export { createBlock, type BlockScene, type BlockView } from './block/create-block.ts';
export {
  extent,
  eyeOf,
  firstOrbit,
  framing,
  orbitAfter,
  project,
  turned,
  type Orbit,
} from './block/orbit.ts';
export { scenePoint } from './block/place.ts';
export type { Surface } from './block/surface-mesh.ts';
export {
  channelReach,
  channelSection,
  type ChannelOpening,
  type ChannelSection,
} from './channel/channel-section.ts';
export { needleOutline } from './channel/needle-outline.ts';
export {
  describeBlock,
  meanCourse,
  type BlockFacts,
  type HealFacts,
  type HeatFacts,
  type Reach,
} from './describe/describe.ts';
export { courseAt } from './film/course-at.ts';
export { heatFieldAt, type HeatAspect, type HeatField } from './film/heat-field.ts';
export { healFieldAt, healPlace, type HealField } from './film/heal-field.ts';
export { logDamageOf, packDamage, packTemperature, temperatureOf } from './film/pack.ts';
export {
  cssOf,
  healColours,
  heatBands,
  heatColours,
  seriesColour,
  type Rgb,
  type Scheme,
} from './paint/colours.ts';
export { prepareFace, type Canvas } from './paint/canvas.ts';
export { facePlace, type Cuts, type FaceName, type Raster } from './paint/face.ts';
export { paintFace, type Aspect } from './paint/paint.ts';
export {
  healQuantities,
  layerKinds,
  type BlockLayer,
  type BlockNeedle,
  type Geometry,
  type HealFilm,
  type HealPhase,
  type HealQuantity,
  type HeatFilm,
  type LayerKind,
  type SkinBlock,
} from './skin-block.ts';
export { readStoredBlock, storeBlock, type StoredBlock } from './film/stored.ts';
export { readStencil, stencilFor, type Stencil } from './film/stencil.ts';
export { levelSurface, type Triangles } from './surface/level-surface.ts';
