import { philox } from './philox.ts';
import type { Block } from './philox.ts';

interface KnownAnswer {
  readonly counter: Block;
  readonly key: readonly [number, number];
  readonly block: Block;
}

/** The known answers for philox4x32-10 that its authors distribute with Random123. */
export const PHILOX_ANSWERS: readonly KnownAnswer[] = [
  {
    counter: [0, 0, 0, 0],
    key: [0, 0],
    block: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    block: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    block: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
];

/** How many of the twelve words come out wrong. */
export function wrongPhiloxWords(): number {
  const out = new Uint32Array(4);
  let wrong = 0;
  for (const { counter, key, block } of PHILOX_ANSWERS) {
    philox(counter, key, out);
    wrong += block.filter((word, i) => word !== out[i]).length;
  }
  return wrong;
}
