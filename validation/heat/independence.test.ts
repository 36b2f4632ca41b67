import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { reportedOfPair } from './reported-pair.ts';

const results = z.record(z.string(), z.record(z.string(), z.number()));
const committed = z
  .object({ grids: results, boxes: results })
  .parse(JSON.parse(readFileSync(new URL('independence.json', import.meta.url), 'utf8')));

const [[, standard] = ['', {}]] = Object.entries(committed.grids);

// Where nothing has a limit, or little is compared with much: see the page.
const leftOut = ['highest share of vapour, %'];

test('a run of the pair is as committed, and hardly hangs on the box', () => {
  const found = reportedOfPair({ finest: '25 um', growth: 1.3 });
  const wider = reportedOfPair({ finest: '25 um', growth: 1.3, wider: 1 });
  for (const [name, value] of Object.entries(found)) {
    expect(Math.abs(value / (standard[name] ?? NaN) - 1)).toBeLessThan(1e-3);
    if (leftOut.includes(name)) continue;
    expect(Math.abs((wider[name] ?? NaN) / value - 1)).toBeLessThan(0.01);
  }
});
