import { highWord, lowWord } from './float/bits.ts';
import type { AccuracyClaim } from './accuracy.ts';

/**
 * One 32-bit number for the bits of all results of a function over the arguments of a reference
 * table (FNV-1a over the two words of each): two hosts agree on it if, and all but only if, they
 * agree on every bit.
 */
export function fingerprint(
  evaluate: AccuracyClaim['evaluate'],
  rows: readonly (readonly number[])[],
  start = 0x811c9dc5,
): number {
  let hash = start;
  for (const row of rows) {
    const value = evaluate(row[0], row[1]);
    hash = Math.imul(hash ^ highWord(value), 0x01000193);
    hash = Math.imul(hash ^ lowWord(value), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
