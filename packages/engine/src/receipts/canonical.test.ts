import { describe, expect, test } from 'vitest';
import { canonicalText, hashBits, hashOf, hashText } from './canonical.ts';

describe('canonical text', () => {
  test('keys stand in one order whatever the order they came in, at every depth', () => {
    const there = { b: { y: [1, { d: 0, c: 0 }], x: null }, a: true };
    const back = { a: true, b: { x: null, y: [1, { c: 0, d: 0 }] } };
    expect(canonicalText(there)).toBe('{"a":true,"b":{"x":null,"y":[1,{"c":0,"d":0}]}}');
    expect(canonicalText(back)).toBe(canonicalText(there));
    expect(hashOf(back)).toBe(hashOf(there));
  });

  test('keys are sorted by UTF-16 code unit, not by language', () => {
    expect(canonicalText({ é: 1, z: 2, Z: 3, '10': 4, '9': 5 })).toBe('{"10":4,"9":5,"Z":3,"z":2,"é":1}');
  });

  test('lists keep their order', () => {
    expect(canonicalText([2, 1])).toBe('[2,1]');
    expect(hashOf([2, 1])).not.toBe(hashOf([1, 2]));
  });

  // RFC 8785, section 3.2.2.3 and appendix B.
  test.each([
    [1, '1'],
    [-0, '0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e21, '1e+21'],
    [1e20, '100000000000000000000'],
    [1e-6, '0.000001'],
    [1e-7, '1e-7'],
    [4.5, '4.5'],
    [5e-324, '5e-324'],
    [9007199254740992, '9007199254740992'],
    [1e9 / 3, '333333333.3333333'],
  ])('the number %d', (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  test('what is undefined is left out; what has no JSON form is refused', () => {
    expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalText(undefined)).toThrow('no JSON form');
    for (const value of [Number.NaN, Infinity]) expect(() => canonicalText({ value })).toThrow(Error);
  });
});

test('the hash of a text is SHA-256 of its UTF-8', () => {
  expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hashText('µ')).not.toBe(hashText('u'));
});

describe('the hash of number arrays', () => {
  const values = Float64Array.of(1, -2.5, 1e-300);

  test('is that of their bits, wherever they lie in memory', () => {
    const within = Float64Array.of(9, 1, -2.5, 1e-300, 9).subarray(1, 4);
    expect(hashBits([within])).toBe(hashBits([values]));
    expect(hashBits([values])).toMatch(/^[0-9a-f]{64}$/);
  });

  test('changes with any single bit', () => {
    const seen = new Set([hashBits([values])]);
    const bytes = new Uint8Array(values.buffer.slice(0));
    for (let bit = 0; bit < 8 * bytes.length; bit += 1) {
      const flipped = Uint8Array.from(bytes, (byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      seen.add(hashBits([new Float64Array(flipped.buffer)]));
    }
    expect(seen.size).toBe(1 + 8 * bytes.length);
    // Zero has two bit patterns.
    expect(hashBits([Float64Array.of(-0)])).not.toBe(hashBits([Float64Array.of(0)]));
  });

  test('depends on the order of the arrays', () => {
    const [a, b] = [Float64Array.of(1), Float64Array.of(2)];
    expect(hashBits([a, b])).not.toBe(hashBits([b, a]));
    expect(hashBits([])).toBe(hashText(''));
  });
});
