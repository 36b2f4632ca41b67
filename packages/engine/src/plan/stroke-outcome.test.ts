import { describe, expect, test } from 'vitest';
import { bandOf } from '../band.ts';
import { drawEnsemble } from '../ensemble.ts';
import { countPunctures, insertNeedles } from '../puncture/puncture.ts';
import { buildSkin, knowSkin } from '../skin/skin.ts';
import { caseWith } from '../testing/case.ts';
import { penSheet } from '../testing/sheet.ts';
import { centralDraw } from '../ensemble.ts';
import { sessionOutcome, strokeOutcome } from './stroke-outcome.ts';
import { reachedShare, targetOf } from './target.ts';

const ensemble = drawEnsemble(64, 2);
const known = knowSkin(caseWith(), centralDraw().skin);
const skins = ensemble.draws.map(({ ranks, skin }) => buildSkin(known, ranks, skin));
const settings = { depth: 1e-3, passes: 1, handSpeed: 0.02, frequency: undefined };
const target = targetOf(caseWith());
const stroke = strokeOutcome(penSheet(), settings, skins, ensemble, target);

const punctures = (passes: number) =>
  ensemble.draws.map((draw, i) => {
    const skin = skins[i] ?? buildSkin(known, draw.ranks, draw.skin);
    return countPunctures(insertNeedles(penSheet(), settings, skin, draw), passes, skin, draw);
  });

const band = (passes: number, of: (p: ReturnType<typeof countPunctures>) => number) =>
  bandOf(Float64Array.from(punctures(passes), of));

const close = ({ median, low, high }: ReturnType<typeof bandOf>, digits: number) => ({
  median: expect.closeTo(median, digits),
  low: expect.closeTo(low, digits),
  high: expect.closeTo(high, digits),
});

test('bands are those of the draws', () => {
  expect(stroke.depth).toEqual(band(1, (p) => p.insertionDepth));
  expect(stroke.force).toEqual(band(1, (p) => p.forcePerNeedle));
  expect(stroke.dermalHoles).toEqual(band(1, (p) => p.dermalDensity));
  expect(stroke.strokeRate).toEqual({ median: 14 * 117, low: 14 * 117, high: 14 * 117 });
});

test('places of the tips add up to one', () => {
  const { outside, epidermis, dermis, fat } = stroke.occupancy;
  expect(outside.value + epidermis.value + dermis.value + fat.value).toBeCloseTo(1, 12);
  expect(dermis.low).toBeLessThan(dermis.value);
  expect(dermis.high).toBeGreaterThan(dermis.value);
});

test('holes count by how much of the target their tip has reached, without a target if they end in the dermis', () => {
  if (target === undefined) throw new Error('acne scars have a target');
  expect(stroke.targetHoles).toEqual(band(1, (p) => p.holeDensity * reachedShare(target, p.insertionDepth)));
  expect(strokeOutcome(penSheet(), settings, skins, ensemble, undefined).targetHoles).toEqual(
    stroke.dermalHoles,
  );
});

describe('a session of several passes', () => {
  const session = sessionOutcome(stroke, 6);

  test('is what six passes in every draw add up to', () => {
    // Quantiles between two draws go through the curve of coverage as a chord: 1e-3 of shares below one.
    expect(session.holes).toEqual(
      close(
        band(6, (p) => p.holeDensity),
        0,
      ),
    );
    expect(session.bleeding).toEqual(
      close(
        band(6, (p) => p.bleedingDensity),
        0,
      ),
    );
    expect(session.coveredShare).toEqual(
      close(
        band(6, (p) => p.coveredShare),
        3,
      ),
    );
    expect(session.nearestNeighbour).toEqual(
      close(
        band(6, (p) => p.nearestNeighbour),
        5,
      ),
    );
  });

  test('covers never more than everything, lies closer with every pass', () => {
    const many = sessionOutcome(stroke, 1000);
    expect(many.coveredShare.high).toBeLessThanOrEqual(1);
    expect(many.nearestNeighbour.median).toBeLessThan(session.nearestNeighbour.median);
  });
});

const at = (handSpeed: number) =>
  strokeOutcome(penSheet(), { ...settings, handSpeed }, skins, ensemble, target);

test('a hand fast enough tears, a slow one leaves tracks', () => {
  expect(at(0.4).tearChance).toBe(1);
  expect(at(0.001).tearChance).toBe(0);
  expect(at(0.001).trackMarkChance).toBe(1);
  expect(at(0.4).trackMarkChance).toBe(0);
});

test('a value that is not a number ends the run with the name of the field', () => {
  const draws = ensemble.draws.map((draw) => ({
    ...draw,
    puncture: { ...draw.puncture, bleedingDepth: Number.NaN },
  }));
  expect(() => strokeOutcome(penSheet(), settings, skins, { ...ensemble, draws }, target)).toThrow(
    'puncture returned NaN for bleedingDensity',
  );
});
