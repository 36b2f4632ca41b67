import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hashOfProblem, verdictOf, verificationFile } from './verdicts.ts';

const schema = z.object({
  verdicts: z.array(
    z.object({
      id: z.string(),
      hash: z.string(),
      checks: z.array(z.object({ quantity: z.string(), passed: z.boolean(), value: z.number() })),
      production: z.array(z.object({ quantity: z.string(), passed: z.boolean() })),
    }),
  ),
});
const { verdicts } = schema.parse(
  JSON.parse(readFileSync(new URL('verdicts.json', import.meta.url), 'utf8')),
);

/** Problems that take longer than a third of a second: blocks, and many steps by the laws of materials. */
const isLong = (id: string): boolean =>
  /^(array|impedance|needle-pair|kohlrausch-needles|parallel|block-|short-cyl|pulsed-point-axi|held-sphere-axi|dispersive-sphere|slab-warmed|cylinder-warmed|sphere-warmed|damage-of-a-c|flux-|heated-ball|ball-of|harm-of-a-plate|cycles|front-round|two-channels)/.test(
    id,
  );

describe('committed verdicts', () => {
  test('belong to the current documents, expectations and tolerances', () => {
    expect(verdicts.map(({ id, hash }) => [id, hash])).toEqual(
      verificationFile.problems.map((entry) => [entry.id, hashOfProblem(entry)]),
    );
  });

  test('say of each miss that it is one', () => {
    const misses = verdicts.flatMap(({ id, checks, production }) =>
      [...checks, ...production].filter(({ passed }) => !passed).map(({ quantity }) => `${id}: ${quantity}`),
    );
    expect(misses).toEqual([]);
  });
});

describe('problems with a known solution', () => {
  const short = verificationFile.problems.filter(({ id }) => !isLong(id));

  test.each(short)('$id holds, and is as committed', (entry) => {
    const { checks, production } = verdictOf(entry);
    expect([...checks, ...production].filter(({ passed }) => !passed)).toEqual([]);
    const committed = verdicts.find(({ id }) => id === entry.id)?.checks ?? [];
    // Balances are rounding: their size is not compared.
    const values = checks.filter(({ quantity }) => !quantity.startsWith('balance'));
    for (const { quantity, value } of values) {
      const former = committed.find((each) => each.quantity === quantity)?.value ?? NaN;
      expect(Math.abs(value - former)).toBeLessThanOrEqual(2e-5 * Math.abs(former));
    }
  });
});
