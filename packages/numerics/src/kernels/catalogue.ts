/** Every kernel. tools/kernels/build.ts compiles what this file exports; each takes byte offsets and counts. */
export { dot } from './linear/dot.ts';
export { addScaled, scaleAndAdd } from './linear/combine.ts';
export { expField } from './math/exp-field.ts';
