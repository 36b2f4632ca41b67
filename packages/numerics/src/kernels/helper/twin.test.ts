import { expect, test } from 'vitest';
import { kernelBinary } from '../wasm.ts';
import { twinForThreads } from './twin.ts';

test('the twin for threads differs in one byte, and a module without a memory has none', () => {
  const own = Uint8Array.from(atob(kernelBinary), (letter) => letter.charCodeAt(0));
  const twin = twinForThreads(own);
  expect(twin.filter((byte, i) => byte !== own[i])).toHaveLength(1);
  expect(() => twinForThreads(own.slice(0, 8))).toThrow(/import a memory/);
});
