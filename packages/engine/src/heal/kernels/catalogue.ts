/** Every kernel of healing, in doubles. tools/kernels/build.ts compiles what this file exports. */
export { reactions } from './reactions.ts';
export { woundSlopes } from './wound-slopes.ts';
export { tissueSlopes } from './tissue-slopes.ts';
export { drift, spread } from './motion.ts';
export { fromRows, toRows } from './rows.ts';
