import { siteIds, site as siteOf, skinModifiers, type SiteId } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import type { Case } from '../case/case.ts';
import { centralDraw, drawEnsemble } from '../ensemble.ts';
import { parameterNames } from '../stage.ts';
import { caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import {
  buildSkin,
  dermisFactor,
  enterThroughRanks,
  knowSkin,
  layers,
  skinStage,
  type Layer,
} from './skin.ts';
import { thicknessQuantile } from './thickness.ts';

const { skin: values } = centralDraw();
const know = (given: Case) => knowSkin(given, values);
const quantile = (given: Case, layer: Layer, u: number) => thicknessQuantile(know(given).densities[layer], u);

const reading = (layer: string, value: string, error: string, i = 0) => [
  `measured[${i}].layer=${layer}`,
  `measured[${i}].method=ultrasound`,
  `measured[${i}].value=${value}`,
  `measured[${i}].error=${error}`,
];

describe.each(siteIds)('%s', (id: SiteId) => {
  const given = caseWith(`site.id=${id}`);
  const { planning } = siteOf(id);
  const factor = dermisFactor(given, siteOf(id), values);

  test('every draw is a skin: finite, stratum corneum within epidermis', () => {
    const known = know(given);
    for (const { ranks, skin: drawn } of drawEnsemble(64, 5).draws) {
      const skin = buildSkin(known, ranks, drawn);
      expect(layers.every((layer) => Number.isFinite(skin[layer]) && skin[layer] > 0)).toBe(true);
      expect(skin.stratumCorneum).toBeLessThanOrEqual(skin.epidermis);
      expect(skin.withinLogSd).toBeGreaterThan(0);
    }
  });

  test('the median is the planning default with its modifiers', () => {
    // The two sides of the spread differ, so folding it with the spread of people shifts the median by up to 5 %.
    expect(Math.abs(quantile(given, 'dermis', 0.5) / (planning.dermis.value * factor) - 1)).toBeLessThan(
      0.06,
    );
    expect(Math.abs(quantile(given, 'stratumCorneum', 0.5) / planning.stratum_corneum - 1)).toBeLessThan(
      0.03,
    );
  });

  test('5 to 95 % spans what the methods disagree about', () => {
    expect(quantile(given, 'dermis', 0.05)).toBeLessThan(planning.dermis.low * factor);
    expect(quantile(given, 'dermis', 0.95)).toBeGreaterThan(planning.dermis.high * factor);
    expect(quantile(given, 'stratumCorneum', 0.05)).toBeLessThan(0.7 * planning.stratum_corneum);
    expect(quantile(given, 'stratumCorneum', 0.95)).toBeGreaterThan(1.43 * planning.stratum_corneum);
  });
});

const dermis = (...assignments: string[]) => quantile(caseWith(...assignments), 'dermis', 0.5);

const ratio = (id: string) => dermis(`site.id=${id}`, 'person.sex=male') / dermis(`site.id=${id}`);

const epidermis = (...assignments: string[]) => quantile(caseWith(...assignments), 'epidermis', 0.5);

describe('modifiers', () => {
  test('the dermis thins by 6 % of the default with each decade from 30', () => {
    const at40 = dermis('person.age=40 years');
    expect(dermis('person.age=60 years') / at40).toBeCloseTo(0.88, 6);
    expect(dermis('person.age=30 years') / at40).toBeCloseTo(1.06, 6);
    expect(dermis('person.age=18 years')).toBe(dermis('person.age=30 years'));
  });

  test('men over women is the ratio of the site, with "not given" half way', () => {
    const { sex } = skinModifiers();
    const ratio = sex.find(({ layer }) => layer === 'dermis')?.ratios?.cheek ?? 0;
    expect(ratio).toBeGreaterThan(1.2);
    const [men, women, all] = ['male', 'female', 'not given'].map((sex) => dermis(`person.sex=${sex}`));
    expect((men ?? 0) / (women ?? 1)).toBeCloseTo(ratio, 6);
    expect((men ?? 0) / (all ?? 1)).toBeCloseTo(Math.sqrt(ratio), 6);
  });

  test('a site measured on the whole skin only has that ratio, a site never measured none', () => {
    expect(ratio('periorbital_crows_feet')).toBeCloseTo(1.21, 6);
    expect(ratio('knee')).toBeCloseTo(1, 12);
  });

  test('the epidermis thins with age by half of what biopsies of one school say', () => {
    const change = epidermis('person.age=70 years') / epidermis('person.age=40 years') - 1;
    // -5.7 % a decade in one school and none in the other: -17 % or nothing over three decades.
    expect(change).toBeLessThan(-0.06);
    expect(change).toBeGreaterThan(-0.11);
    expect(epidermis('person.age=70 years', 'person.sex=male')).toBeLessThan(
      epidermis('person.age=70 years'),
    );
  });

  test('fat stays positive where the atlas has none', () => {
    expect(quantile(caseWith('site.id=nose'), 'fat', 0.01)).toBeGreaterThan(0);
  });
});

describe('measurements', () => {
  test('of the dermis move the dermis and nothing else', () => {
    const given = caseWith(...reading('dermis', '1.8 mm', '0.05 mm'));
    const plain = caseWith();
    expect(quantile(given, 'dermis', 0.5)).toBeGreaterThan(1.2 * quantile(plain, 'dermis', 0.5));
    for (const layer of ['stratumCorneum', 'epidermis', 'fat'] as const) {
      expect(quantile(given, layer, 0.5)).toBe(quantile(plain, layer, 0.5));
    }
    expect(know(given).measured).toHaveLength(1);
  });

  test('of the whole skin are readings of the dermis less the median epidermis', () => {
    const epidermis = quantile(caseWith(), 'epidermis', 0.5) * 1000;
    const skin = caseWith(...reading('skin', `${1.3 + epidermis} mm`, '0.1 mm'));
    const dermis = caseWith(...reading('dermis', '1.3 mm', '0.1 mm'));
    expect(quantile(skin, 'dermis', 0.5)).toBeCloseTo(quantile(dermis, 'dermis', 0.5), 12);
  });

  test('the epidermis that is taken off is the measured one', () => {
    const thick = caseWith(
      ...reading('epidermis', '0.14 mm', '0.002 mm'),
      ...reading('skin', '1.5 mm', '0.1 mm', 1),
    );
    const plain = caseWith(...reading('skin', '1.5 mm', '0.1 mm'));
    expect(quantile(thick, 'dermis', 0.5)).toBeLessThan(quantile(plain, 'dermis', 0.5));
  });

  test('the order of readings in the case does not matter', () => {
    const readings = [
      ['skin', '1.5 mm', '0.1 mm'],
      ['epidermis', '0.14 mm', '0.002 mm'],
      ['dermis', '1.2 mm', '0.2 mm'],
      ['stratum corneum', '0.015 mm', '0.002 mm'],
    ] as const;
    const inOrder = (order: readonly number[]) =>
      caseWith(
        ...order.flatMap((k, i) => {
          const [layer, value, error] = readings[k] ?? readings[0];
          return reading(layer, value, error, i);
        }),
      );
    const known = know(inOrder([3, 1, 2, 0])).densities;
    for (const order of [
      [0, 1, 2, 3],
      [2, 0, 3, 1],
      [1, 0, 3, 2],
    ]) {
      expect(know(inOrder(order)).densities).toEqual(known);
    }
  });

  test('a reading that is refused is named by its place in the case, not by when it is folded in', () => {
    const given = caseWith(
      ...reading('skin', '1.5 mm', '0.1 mm'),
      ...reading('epidermis', '3 mm', '0.1 mm', 1),
    );
    expect(problemsOf(() => know(given))).toMatchObject([{ path: 'measured[1].value', given: '3.0 mm' }]);
  });

  test.each([
    [reading('dermis', '40 mm', '1 mm'), 'measured[0].value'],
    [reading('epidermis', '1.2 mm', '0.1 mm'), 'measured[0].value'],
    [reading('skin', '0.02 mm', '0.01 mm'), 'measured[0].value'],
    [
      [...reading('dermis', '1.2 mm', '0.1 mm'), ...reading('fat', '0.005 mm', '0.1 mm', 1)],
      'measured[1].value',
    ],
  ])('out of all reason are refused by name (%#)', (assignments, path) => {
    expect(problemsOf(() => know(caseWith(...assignments)))).toMatchObject([
      { path, remedy: expect.stringContaining('unit') },
    ]);
  });
});

test('a share of variance that leaves nothing between people is no skin', () => {
  expect(() => knowSkin(caseWith(), { ...values, withinShare: 1 })).toThrow('total probability');
});

/** Variance of ln t of a layer; its grid is even in ln t. */
const logVariance = (layer: Layer, personLogSd: string): number => {
  const { skin } = centralDraw({ 'skin.personLogSd': personLogSd });
  const { mass, step } = knowSkin(caseWith(), skin).densities[layer];
  const centre = mass.reduce((sum, share, i) => sum + share * i, 0);
  return step * step * mass.reduce((sum, share, i) => sum + share * (i - centre) * (i - centre), 0);
};

describe('the spread between people', () => {
  test.each(layers)('set to another value it scales the prior of the %s', (layer) => {
    const [narrow, plain, wide] = ['0.12', '0.2', '0.28'].map((sd) => logVariance(layer, sd));
    const [below, above] = [(plain ?? 0) - (narrow ?? 0), (wide ?? 0) - (plain ?? 0)];
    // Variances add: what the methods disagree about stays, the part of the people goes with the square.
    expect(below).toBeGreaterThan(0);
    expect(above / below).toBeCloseTo((0.28 ** 2 - 0.2 ** 2) / (0.2 ** 2 - 0.12 ** 2), 2);
    // At least the share between people of the variance itself; a little more, since the spread is itself unsure.
    const between = (0.28 ** 2 - 0.2 ** 2) * (1 - values.withinShare);
    expect(above / between).toBeGreaterThan(1);
    expect(above / between).toBeLessThan(1.05);
  });

  test('set to its own value it changes nothing', () => {
    expect(logVariance('dermis', '0.2')).toBe(logVariance('dermis', '20 %'));
    const { skin } = centralDraw({ 'skin.personLogSd': '0.2' });
    expect(knowSkin(caseWith(), skin)).toEqual(know(caseWith()));
  });
});

test('parameters that enter through the ranks are those of which no draw is used', () => {
  const known = know(caseWith());
  const { ranks, skin } = centralDraw();
  const isUnused = (name: string) => {
    const changed = { ...skin, [name.slice('skin.'.length)]: Number.NaN };
    return JSON.stringify(buildSkin(known, ranks, changed)) === JSON.stringify(buildSkin(known, ranks, skin));
  };
  const drawn = parameterNames(skinStage).filter(([, { spread }]) => spread.kind !== 'fixed');
  expect(new Set(drawn.map(([name]) => name).filter(isUnused))).toEqual(enterThroughRanks);
});

test('a higher rank is a thicker layer', () => {
  const known = know(caseWith());
  const at = (u: number) => buildSkin(known, { stratumCorneum: u, epidermis: u, dermis: u, fat: u }, values);
  for (const layer of layers) expect(at(0.9)[layer]).toBeGreaterThan(at(0.1)[layer]);
});

test('a stratum corneum drawn thicker than the epidermis is all of it', () => {
  const known = know(caseWith());
  const skin = buildSkin(
    known,
    { stratumCorneum: 1 - 1e-12, epidermis: 1e-12, dermis: 0.5, fat: 0.5 },
    values,
  );
  expect(thicknessQuantile(known.densities.stratumCorneum, 1 - 1e-12)).toBeGreaterThan(skin.epidermis);
  expect(skin.stratumCorneum).toBe(skin.epidermis);
});
