import { normalQuantile } from '../math/probability/normal-quantile.ts';
import { philox } from './philox.ts';
import { toWords } from './words.ts';

/** A sequence of random numbers fixed by its seed and stream. */
export interface Random {
  /** Uniform in the open interval (0, 1): an odd multiple of 2^-53. */
  next(): number;
  /** Standard normal, by inversion of one uniform: |value| < 8.3. */
  normal(): number;
  /** Uniform among 0, 1, ..., n - 1, without bias; n up to 2^53 - 1. */
  integer(n: number): number;
}

const TWO_53 = 9007199254740992;
const TWO_33 = 8589934592;

/** Streams of one seed are independent of each other; seed and stream are integers from 0 to 2^53 - 1. */
export function createRandom(seed: number, stream = 0): Random {
  const bits = bitSource(seed, stream);
  // 52 random bits and a half: the middle of a cell, so neither 0 nor 1 can come out.
  const next = () => (Math.floor(bits() / 2) + 0.5) * (2 / TWO_53);
  return { next, normal: () => normalQuantile(next()), integer: (n) => integerBelow(n, bits) };
}

/** Draws that would favour small remainders are thrown away. */
function integerBelow(n: number, bits: () => number): number {
  if (!Number.isSafeInteger(n) || n < 1)
    throw new RangeError(`integer(n) needs a positive integer, not ${n}`);
  const limit = TWO_53 - (TWO_53 % n);
  let draw = bits();
  while (draw >= limit) draw = bits();
  return draw % n;
}

/** Integers of 53 random bits, two to a Philox block. */
function bitSource(seed: number, stream: number): () => number {
  const key = toWords(seed, 'seed');
  const [streamLow, streamHigh] = toWords(stream, 'stream');
  const block = new Uint32Array(4);
  let count = 0;
  return () => {
    const half = (count & 1) * 2;
    if (half === 0) philox([count / 2, Math.floor(count / TWO_33), streamLow, streamHigh], key, block);
    count++;
    return (block[half] >>> 5) * 67108864 + (block[half + 1] >>> 6);
  };
}
