import type { DoseMap } from '@percuta/engine';
import { expect, test } from 'vitest';
import { doseFigure } from './dose-map.ts';

const band = (median: number) => ({ median, low: 0.9 * median, high: 1.1 * median });

const map: DoseMap = {
  device: 'Test RF',
  isHypothetical: false,
  assumed: ['a needle alone'],
  depth: 1e-3,
  pulse: 0.1,
  site: 'cheek',
  toFat: 1.3e-3,
  epidermis: 80e-6,
  runs: 2,
  draws: 2,
  rows: [10e-3, 40e-3].map((energy) => ({
    energy,
    chances: { coagulates: 1, killsEpidermis: 0, boils: 0 },
    width: band(energy / 100),
    volume: band(1e-11),
    from: undefined,
    to: undefined,
    deadWidth: band(energy / 50),
  })),
};

test('a dose map says that it is a what-if, what was assumed, and how wide at most', () => {
  const { svg, sentence, note } = doseFigure(map, { id: 'd', width: 720 });
  expect(sentence).toMatch(/^What if Test RF gave one needle 40 mJ: .* 0.40 mm wide .* 0.80 mm wide/);
  expect(sentence).toContain('Nobody knows what energy it delivers.');
  expect(note).toContain('Assumed: a needle alone.');
  expect(svg.match(/<path/g)?.length).toBeGreaterThan(6);
});
