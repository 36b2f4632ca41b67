import { expect, test } from 'vitest';
import { feelMadeUp } from '../testing/appearance.ts';
import { feelOverTime } from './feel-over-time.ts';

const options = { id: 'feel', width: 708 };

test.each([
  ['wide', 708],
  ['narrow', 304],
])('the %s drawing', async (name, width) => {
  const { svg } = feelOverTime(feelMadeUp, { ...options, width });
  await expect(svg).toMatchFileSnapshot(`../../snapshots/feel-over-time-${name}.svg`);
});

test('no size stands without what is unexplained of it', () => {
  const { svg } = feelOverTime(feelMadeUp, options);
  expect(svg.match(/by the tissue/g)).toHaveLength(3);
  expect(svg.match(/unexplained</g)).toHaveLength(3);
  expect(svg).toContain('\u221210\u202f% to +47\u202f% unexplained');
});

test('the sentence tells signs, the error of a reading and what nobody explains', () => {
  const { sentence } = feelOverTime(feelMadeUp, options);
  expect(sentence).toContain('firmness up; bounciness and resilience down');
  expect(sentence).toContain('±10\u202f%');
  expect(sentence).toContain('+44\u202f% of bounciness, measured once, goes the other way');
  const bounciness = { ...feelMadeUp.qualities.bounciness };
  const sign = { ...bounciness.sign, isContradicted: false };
  const agreed = {
    ...feelMadeUp,
    qualities: { ...feelMadeUp.qualities, bounciness: { ...bounciness, sign } },
  };
  expect(feelOverTime(agreed, options).sentence).toContain('is mostly unexplained');
});

test('skin that never swells has no stretch marked', () => {
  const course = feelMadeUp.swelling.course.map(() => ({ tenth: 0, middle: 0, ninetieth: 0 }));
  const { svg } = feelOverTime({ ...feelMadeUp, swelling: { course, spans: [] } }, options);
  expect(svg).not.toContain('>swollen<');
  expect(svg).toContain('under 1\u202f% at all times');
  expect(svg).not.toMatch(/NaN|Infinity/);
});
