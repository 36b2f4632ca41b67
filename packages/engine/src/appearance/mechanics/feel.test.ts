import { centralValues } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { healedTissue, levelTissue, restingTissue } from '../testing/tissue.ts';
import { drawValues } from '../../stage.ts';
import { feel } from './feel.ts';
import { feelCourses } from './feel-course.ts';
import { magnitudeText } from './magnitude.ts';
import { mechanicsParameters } from './parameters.ts';
import { rankFeel } from './rank.ts';

const central = centralValues(mechanicsParameters);
const draws = drawValues(mechanicsParameters, 64, 1);
const gains = Array.from({ length: 64 }, (_, i) => -0.007 + (0.117 * i) / 63);
const healed = feel(healedTissue(gains), draws, central);
const day = 86_400;

describe('feel', () => {
  test('resting tissue changes nothing, and says so', () => {
    const { qualities, swelling } = feel(restingTissue(8), draws, central);
    expect(qualities.firmness.sign).toEqual({ sign: 'unchanged', up: 0, down: 0, isContradicted: false });
    expect(qualities.bounciness.atEnd.explained).toEqual({ tenth: 0, middle: 0, ninetieth: 0 });
    expect(swelling.spans).toEqual([]);
  });

  test('rounding is no sign: a change below a thousandth counts as unchanged', () => {
    const { qualities } = feel(levelTissue({ elastin: 1 + 1e-4, crossLinks: 1 - 1e-8 }), draws, central);
    for (const { sign } of Object.values(qualities)) expect(sign.sign).toBe('unchanged');
  });

  test('the modulus moves where firmness hardly does', () => {
    const { modulus, qualities } = feel(
      levelTissue({ collagen: 1.2, functionalI: 1.2, three: 1.2 }),
      [central],
      central,
    );
    expect(modulus.atEnd.explained.middle).toBeCloseTo(0.08, 12);
    expect(modulus.sign.sign).toBe('up');
    expect(qualities.firmness.atEnd.explained.middle).toBeGreaterThan(0);
    expect(qualities.firmness.atEnd.explained.middle).toBeLessThan(0.003);
  });

  test('bands hold their median at every time', () => {
    for (const { course } of Object.values(healed.qualities)) {
      for (const { tenth, middle, ninetieth } of [...course.felt, ...course.lasting]) {
        expect(tenth).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(ninetieth);
      }
    }
  });

  test('less elastin in every draw is less bounce in every draw', () => {
    expect(healed.qualities.bounciness.sign.sign).toBe('down');
    expect(healed.qualities.bounciness.sign.down).toBe(1);
  });

  test('a sign against the one series that was measured is marked', () => {
    expect(healed.qualities.bounciness.sign.isContradicted).toBe(true);
    expect(healed.qualities.resilience.sign.isContradicted).toBe(false);
    const grown = feel(levelTissue({ elastin: 1.2 }), [central], central).qualities.bounciness;
    expect(grown.sign).toMatchObject({ sign: 'up', isContradicted: false });
  });

  test('swelling is over within two weeks and moves what is felt only until then', () => {
    const [span] = healed.swelling.spans;
    expect(healed.swelling.spans).toHaveLength(1);
    expect(span?.until).toBeGreaterThan(2 * day);
    expect(span?.until).toBeLessThan(14 * day);
    const { felt, lasting } = healed.qualities.bounciness.course;
    const early = healed.times.indexOf(1 * day);
    expect(felt[early]?.middle).toBeLessThan((lasting[early]?.middle ?? 0) - 0.01);
    expect(felt.at(-1)?.middle).toBeCloseTo(lasting.at(-1)?.middle ?? 1, 6);
  });

  test('each session swells for itself', () => {
    const [course] = restingTissue().draws;
    if (course === undefined) throw new Error('a draw is missing');
    const water = course.water.map((value, i) => (i % 6 < 2 ? value + 0.4 : value));
    const { swelling, times } = feel(
      { ...restingTissue(), draws: [{ ...course, water }] },
      [central],
      central,
    );
    expect(swelling.spans).toEqual(
      [0, 6, 12]
        .map((i) => ({ from: times[i], until: times[i + 1] }))
        .concat([{ from: times[18], until: times[18] }]),
    );
  });

  test('needs a draw of the mechanics', () => {
    expect(() => feel(restingTissue(), [], central)).toThrow(/at least one draw/);
  });
});

describe('sizes', () => {
  test('the text of a size has its unexplained part', () => {
    const text = magnitudeText(healed.qualities.bounciness.atEnd);
    expect(text).toMatch(
      /by the tissue; unexplained: the one series that was measured changed by \+44.%, of which \+\d+.%/,
    );
    expect(magnitudeText(healed.qualities.firmness.atEnd)).toContain(
      'nobody has measured; one reading errs by ±10',
    );
  });

  test('what is left of the measured change is all of it where tissue explains none', () => {
    const { atEnd } = feel(restingTissue(), [central], central).qualities.bounciness;
    expect(atEnd.unexplained.series?.left).toBeCloseTo(0.4441, 12);
    const grown = feel(levelTissue({ elastin: 1.2 }), [central], central).qualities.bounciness.atEnd;
    expect(grown.unexplained.series?.left).toBeCloseTo(1.4441 / 1.2 ** 0.6 - 1, 9);
  });
});

const courses = (gain: number) => feelCourses(healedTissue(gains.map(() => gain)), draws);

describe('rank', () => {
  test('more load-bearing collagen ranks firmer, in every shared draw', () => {
    const order = rankFeel(
      [
        { name: 'little', courses: courses(0.01) },
        { name: 'much', courses: courses(0.1) },
        { name: 'some', courses: courses(0.05) },
      ],
      'firmness',
    );
    expect(order.map(({ name }) => name)).toEqual(['much', 'some', 'little']);
    expect(order.map(({ above }) => above)).toEqual([1, 1, undefined]);
  });

  test('the same course twice has no rank: a half', () => {
    const twice = ['a', 'b'].map((name) => ({ name, courses: courses(0.05) }));
    expect(rankFeel(twice, 'resilience')[0]?.above).toBe(0.5);
  });

  test('refuses courses that do not share their draws', () => {
    const few = { name: 'few', courses: courses(0.05).slice(0, 3) };
    expect(() => rankFeel([few, { name: 'all', courses: courses(0.05) }], 'firmness')).toThrow(/same draws/);
  });
});
