import { describe, expect, test } from 'vitest';
import { shareOf, timeAfterKey, timeAt, unitOf } from './time-scale.ts';

const scale = { from: 1e-6, to: 1e6 };
const moments = [
  { time: 1, words: 'a second' },
  { time: 3600, words: 'an hour' },
];
const press = (time: number, key: string, shiftKey = false) =>
  timeAfterKey(scale, moments, time, { key, shiftKey });

describe('a logarithm of time', () => {
  test('its middle is the geometric mean, and it goes back and forth', () => {
    expect(timeAt(scale, 0.5)).toBeCloseTo(1);
    expect(shareOf(scale, timeAt(scale, 0.3))).toBeCloseTo(0.3);
    expect(shareOf(scale, 0)).toBe(0);
  });

  test('twenty steps are a decade; with Shift the next moment that has a name', () => {
    let time = 1;
    for (let n = 0; n < 20; n += 1) time = press(time, 'ArrowRight') ?? Number.NaN;
    expect(time).toBeCloseTo(10);
    expect(press(2, 'ArrowRight', true)).toBe(3600);
    expect(press(2, 'ArrowLeft', true)).toBe(1);
    expect(press(1, 'ArrowLeft', true)).toBe(1e-6);
  });

  test('a page is a unit of the time it stands at, and nothing leaves the axis', () => {
    expect(unitOf(3 * 86_400)).toBe(86_400);
    expect(press(3 * 86_400, 'PageUp')).toBe(4 * 86_400);
    expect(press(9e5, 'End')).toBe(1e6);
    expect(press(1e6, 'ArrowRight')).toBe(1e6);
    expect(press(1, 'a')).toBeUndefined();
  });
});
