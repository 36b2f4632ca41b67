import { expect, test } from 'vitest';
import { ballBlock } from '../testing/ball.ts';
import { readStoredBlock, storeBlock } from './stored.ts';

test('a block comes back as it was, but for rounding and heat', () => {
  const block = ballBlock();
  const back = readStoredBlock(JSON.parse(JSON.stringify(storeBlock(block))));
  expect(back.heat).toBeUndefined();
  expect(back.needles).toEqual(block.needles);
  expect(back.healing?.times).toEqual(block.healing?.times);
  expect(back.healing?.phases).toEqual(block.healing?.phases);
  const [own, other] = [block.healing?.series.clot.values, back.healing?.series.clot.values];
  own?.forEach((value, n) => expect(Math.abs(value - (other?.[n] ?? Number.NaN))).toBeLessThan(0.5 / 127));
});

test('without healing there is nothing to store', () => {
  expect(() => storeBlock({ ...ballBlock(), healing: undefined })).toThrow('only a block that heals');
});
