/**
 * Gives back the memory of arrays that nobody looks at again. What is large and lives outside the heap of objects is
 * collected late, and a process of many cells would hold it beside all that follows.
 */
export const emptyOut = (arrays: readonly Float64Array[]): void => {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffer.transfer(0);
};
