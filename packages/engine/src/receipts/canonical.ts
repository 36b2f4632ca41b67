import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** The same text for the same content on every host: keys sorted, numbers as ECMAScript prints them (RFC 8785). */
export const canonicalText = (content: unknown): string => {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('the content has no JSON form');
  return text;
};

export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * SHA-256, as 64 hexadecimal digits, of the canonical JSON of some content: the same whatever the order of keys
 * and on every host. Throws where the content has no JSON form, as NaN has none.
 */
export const hashOf = (content: unknown): string => hashText(canonicalText(content));

/** Hash of the bits of number arrays, in order. */
export const hashBits = (arrays: Iterable<Float64Array>): string => {
  const state = sha256.create();
  for (const array of arrays) state.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return bytesToHex(state.digest());
};
