/** Millimetres to a metre: the scene is in mm, so that nothing in it is tiny. */
export const perMetre = 1000;

/** Position in the scene of a point of the block: y of the scene points up, depth goes down. */
export const scenePoint = (x: number, y: number, z: number): [number, number, number] => [
  x * perMetre,
  -z * perMetre,
  y * perMetre,
];
