import { array, assert, double, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { mean } from '@percuta/numerics';
import { shallowTrack, subjectWith } from '../../testing/subject.ts';
import type { HeatChances } from '../heat-chances.ts';
import { coveredTooMuch } from './coverage.ts';
import { reachShares } from './hazard-reach.ts';
import { coagulationReachesFat, heatReachesEpidermis, vaporisation } from './heat.ts';
import { jointChance, jointShares } from './joint-chance.ts';
import { sharesBeyondDermis, tipLeavesDermis } from './tip-leaves-dermis.ts';

const share = double({ min: 0, max: 1, noNaN: true });
const draw = record({
  fat: share,
  dead: share,
  boiling: share,
  ceiling: double({ min: 0.2e-3, max: 1.6e-3, noNaN: true }),
});

const subjectOf = (draws: readonly { fat: number; dead: number; boiling: number; ceiling: number }[]) => {
  const heatChances: HeatChances = {
    reachesFat: Float64Array.from(draws, ({ fat }) => fat),
    killsEpidermis: Float64Array.from(draws, ({ dead }) => dead),
    boils: Float64Array.from(draws, ({ boiling }) => boiling),
  };
  const tracks = draws.map(({ ceiling }) => ({ ...shallowTrack, ceiling }));
  return subjectWith({ tracks, heatChances });
};

test('is no smaller than any single chance, and no larger than their sum', () => {
  assert(
    property(array(draw, { minLength: 2, maxLength: 6 }), (draws) => {
      const subject = subjectOf(draws);
      const joint = jointChance.assess(subject).value;
      const singles = [coagulationReachesFat, heatReachesEpidermis, vaporisation, tipLeavesDermis].map(
        (limit) => limit.assess(subject).value,
      );
      const others = [reachShares(subject), coveredTooMuch(subject)].map((shares) => mean(shares));
      for (const single of [...singles, ...others]) expect(joint).toBeGreaterThanOrEqual(single - 1e-12);
      expect(joint).toBeLessThanOrEqual([...singles, ...others].reduce((a, b) => a + b, 0) + 1e-12);
    }),
  );
});

test('is that of safety.10, by hand', () => {
  const subject = subjectOf([
    { fat: 0.2, dead: 0.1, boiling: 0.05, ceiling: 0.5e-3 },
    { fat: 0, dead: 0, boiling: 0.5, ceiling: 1.3e-3 },
  ]);
  const [tips = Float64Array.of(), structures = Float64Array.of()] = [
    sharesBeyondDermis(subject),
    reachShares(subject),
  ];
  expect(tips[1]).toBeCloseTo(0.5, 9);
  const calm = [0.8 * 0.9 * 0.95, 0.5 * 0.5];
  const byHand = calm.map((kept, i) => 1 - kept * (1 - (structures[i] ?? Number.NaN)));
  [...jointShares(subject)].forEach((one, i) => expect(one).toBeCloseTo(byHand[i] ?? Number.NaN, 9));
});

test('takes tip or coagulation together where that is known', () => {
  const subject = subjectOf([{ fat: 0.2, dead: 0, boiling: 0, ceiling: 0.5e-3 }]);
  const known = { ...subject, heatChances: { ...subject.heatChances, passesDermis: Float64Array.of(0.3) } };
  expect(jointShares(known)[0]).toBeGreaterThan(jointShares(subject)[0] ?? Infinity);
});

test('a chance left out adds nothing, a draw without its value counts as harm, and what is no number breaks it', () => {
  const plain = jointChance.assess(subjectWith()).value;
  expect(jointChance.assess(subjectWith({ heatChances: {} })).value).toBe(plain);
  for (const name of ['reachesFat', 'killsEpidermis', 'boils', 'passesDermis'] as const) {
    const short = subjectWith({ heatChances: { [name]: new Float64Array(63) } });
    expect(jointShares(short).at(-1)).toBe(1);
    const unknown = subjectWith({ heatChances: { [name]: new Float64Array(64).fill(Number.NaN) } });
    expect(jointChance.assess(unknown).value).toBeNaN();
  }
});

test('one set of tracks with two energies is not mixed up', () => {
  const { tracks, site } = subjectWith();
  const at = (chance: number) =>
    jointChance.assess(
      subjectWith({ tracks, site, heatChances: { boils: new Float64Array(64).fill(chance) } }),
    ).value;
  const [weak, strong] = [at(0.1), at(0.6)];
  expect(strong).toBeGreaterThan(weak);
  expect(at(0.1)).toBe(weak);
});
