/** A non-negative safe integer as two 32-bit words, the low one first. */
export function toWords(value: number, meaning: string): [number, number] {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${meaning} must be an integer from 0 to 2^53 - 1, not ${value}`);
  return [value >>> 0, Math.floor(value / 4294967296)];
}
