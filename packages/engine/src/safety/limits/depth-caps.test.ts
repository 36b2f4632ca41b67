import { deviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { caseWith } from '../../testing/case.ts';
import { penSheet } from '../../testing/sheet.ts';
import { subjectWith } from '../../testing/subject.ts';
import { labelDepth, phototypeCap, siteCap } from './depth-caps.ts';

describe('the depth a label covers', () => {
  test.each([
    ['evaluated depth', { depth_evaluated_max: '1.5 mm', needle_length: '2 mm' }, 1.5e-3],
    ['effective range', { depth_evaluated_max: null, depth_effective: { min: '0 mm', max: '1 mm' } }, 1e-3],
    ['needle length', { depth_evaluated_max: null, needle_length: '2 mm' }, 2e-3],
    ['longest needle to buy', { depth_evaluated_max: null, needle_length_options: ['1 mm', '2 mm'] }, 2e-3],
    ['end of the dial', { depth_evaluated_max: null }, 2.5e-3],
    ['longest in a list', { depth_evaluated_max: null, depth: { settings: ['1 mm', '0.5 mm'] } }, 1e-3],
    ['fixed needle', { depth_evaluated_max: null, depth: { fixed: '1.5 mm' } }, 1.5e-3],
    ['nothing', { depth_evaluated_max: null, depth: null }, undefined],
  ])('%s', (_, changes, expected) => {
    expect(labelDepth(penSheet(changes))?.value).toBe(expected);
  });

  test('what nobody has verified is no limit to plan with', () => {
    const recalled = { value: '1 mm', read: 'recalled (unverified)' };
    expect(labelDepth(penSheet({ depth_evaluated_max: recalled }))?.value).toBe(2.5e-3);
    expect(labelDepth(deviceSheet('micropen'))).toBeUndefined();
  });

  test('SkinPen dials to 2.5 mm but was evaluated to 1.5 mm', () => {
    expect(labelDepth(deviceSheet('skinpen_precision'))?.value).toBe(1.5e-3);
  });
});

const reading = (layer: string, value: string, error: string, i = 0) => [
  `measured[${i}].layer=${layer}`,
  `measured[${i}].method=ultrasound`,
  `measured[${i}].value=${value}`,
  `measured[${i}].error=${error}`,
];
const capWith = (...assignments: string[]) =>
  siteCap.bound(subjectWith({ given: caseWith(...assignments) }))?.value;

describe('the thinnest dermis of a site', () => {
  // Cheek: epidermis 70 um, dermis 0.85 mm at the low end.
  test('is the low end of the atlas', () => expect(capWith()).toBeCloseTo(0.92e-3, 12));

  test('or two standard errors below a reading: its own and the variation within the site', () => {
    // s_w = 0.2 sqrt(0.62) = 0.15748. Of 1.6 mm: 1.6 - 2 sqrt(0.1^2 + (0.15748 x 1.6)^2) = 1.05783 mm, and 70 um.
    expect(capWith(...reading('dermis', '1.6 mm', '0.1 mm'))).toBeCloseTo(1.12783e-3, 8);
    // An error of next to nothing leaves the variation: 1.6 (1 - 2 x 0.15748) = 1.09606 mm.
    expect(capWith(...reading('dermis', '1.6 mm', '0.001 mm'))).toBeCloseTo(1.16606e-3, 8);
  });

  test('the epidermis is taken off a reading of the whole skin', () => {
    // 1.53 mm: 1.53 - 2 sqrt(0.1^2 + (0.15748 x 1.53)^2) = 1.00826 mm.
    expect(capWith(...reading('skin', '1.6 mm', '0.1 mm'))).toBeCloseTo(1.07826e-3, 8);
    expect(capWith(...reading('skin', '1.67 mm', '0.1 mm'))).toBeCloseTo(
      capWith(...reading('dermis', '1.6 mm', '0.1 mm')) ?? Number.NaN,
      12,
    );
  });

  test.each([
    ['dermis', '0.85 mm', '0.01 mm'],
    ['dermis', '0.86 mm', '0.4 mm'],
    ['dermis', '1.2 mm', '5 mm'],
    ['skin', '0.921 mm', '0.2 mm'],
  ])('a reading of the %s of %s ± %s does not contradict the atlas and takes nothing away', (...given) => {
    expect(capWith(...reading(...given))).toBe(capWith());
  });

  test('a reading below the atlas takes the place of its low end, however vague', () => {
    expect(capWith(...reading('dermis', '0.8 mm', '0.05 mm'))).toBeCloseTo(0.87e-3, 12);
    expect(capWith(...reading('dermis', '0.8 mm', '5 mm'))).toBeCloseTo(0.87e-3, 12);
    // 0.83 mm of skin are 0.76 mm of dermis.
    expect(capWith(...reading('skin', '0.83 mm', '0.05 mm'))).toBeCloseTo(0.83e-3, 12);
  });

  test('nothing jumps where a reading meets the low end of the atlas', () => {
    const above = capWith(...reading('dermis', '0.8501 mm', '0.1 mm')) ?? Number.NaN;
    const below = capWith(...reading('dermis', '0.8499 mm', '0.1 mm')) ?? Number.NaN;
    expect(above - below).toBeLessThan(0.2e-6);
  });

  test('or the least of several readings, in any order', () => {
    const [thick, thin] = [
      ['dermis', '2 mm', '0.1 mm'],
      ['dermis', '1.6 mm', '0.1 mm'],
    ] as const;
    const cap = capWith(...reading(...thick), ...reading(...thin, 1));
    expect(cap).toBe(capWith(...reading(...thin)));
    expect(capWith(...reading(...thin), ...reading(...thick, 1))).toBe(cap);
    // A thick reading does not make good one that contradicts the atlas.
    const low = reading('dermis', '0.8 mm', '0.05 mm', 1);
    expect(capWith(...reading(...thick), ...low)).toBeLessThan(capWith() ?? 0);
  });

  test('readings of other layers say nothing of it', () => {
    expect(
      capWith(...reading('fat', '6 mm', '0.1 mm'), ...reading('epidermis', '0.07 mm', '0.01 mm', 1)),
    ).toBe(capWith());
  });

  test('is held against the track, not the dial', () => {
    const { settings, ...rest } = subjectWith();
    const assessed = siteCap.assess({ ...rest, settings: { ...settings, depth: 0.75e-3 } });
    // (0.75 + tolerance) x 1.1: above the dial by a tenth at least.
    expect(assessed.value).toBeGreaterThan(0.825e-3);
  });
});

const boundFor = (phototype: string, indication = 'atrophic-acne-scars') =>
  phototypeCap.bound(
    subjectWith({ given: caseWith(`person.phototype=${phototype}`, `concern.indication=${indication}`) }),
  )?.value;

describe('dark skin', () => {
  test('has the shortest documented length as its cap', () => {
    expect(['IV', 'V', 'VI'].map((phototype) => boundFor(phototype))).toEqual([1.5e-3, 1.5e-3, 1.5e-3]);
    expect(['I', 'II', 'III'].map((phototype) => boundFor(phototype))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('has the longest where no shortest is documented', () => {
    expect(boundFor('V', 'surgical-burn-or-traumatic-scar')).toBe(2.5e-3);
  });
});
