/** Every kernel. tools/kernels/build.ts compiles what this file exports; each takes byte offsets and counts. */
export { dot, sums } from './linear/dot.ts';
export { addScaled, extrapolate, scaleAndAdd } from './linear/combine.ts';
export { addChange, addPart, besideLine, factorLine, solveLine } from './linear/line.ts';
export {
  advanceRows,
  correctBoth,
  errorScales,
  missing,
  mixRows,
  moveDoubles,
  runRows,
  scaledSquares,
  subtractScaled,
} from './stiff/rows.ts';
export { expField } from './math/exp-field.ts';
export { applyAndDot, flow, remainder } from './conduction/network.ts';
export { linksOfCells } from './conduction/links.ts';
export { relaxationWeights, relaxRows, startRows } from './conduction/relax.ts';
export {
  anchorPairs,
  gatherPairs,
  pairShares,
  seriesPairs,
  spreadPairs,
  sumPairs,
} from './conduction/pairs.ts';
export { anchorPairsX, gatherPairsX, seriesPairsX, spreadPairsX, sumPairsX } from './conduction/pairs-x.ts';
export { exchangeLumps, gatherCells } from './conduction/lumps.ts';
export { dissipation, jouleByHalves, jouleHeat } from './conduction/joule.ts';
export { feed, firstStage, laterStage, stiffness, temperatureOf } from './conduction/stage.ts';
export { addDose } from './conduction/dose.ts';
export {
  extremes,
  propertyOf,
  raiseByDose,
  reachOfStep,
  relativeChange,
  takeChange,
} from './conduction/state.ts';
