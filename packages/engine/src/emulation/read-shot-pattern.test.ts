import { expect, test } from 'vitest';
import { rfSheet } from '../testing/rf.ts';
import { readShotPattern } from './read-shot-pattern.ts';

const sheet = rfSheet({ stops_max: 2 });

test('words become SI; nothing said is one pulse at one depth', () => {
  expect(readShotPattern({}, sheet)).toEqual({ pulses: 1, pause: 0, stops: 0, rise: 0, retraction: 0 });
  expect(
    readShotPattern({ pulses: 2, pause: '50 ms', stops: 2, rise: '0.3 mm', retraction: '150 ms' }, sheet),
  ).toEqual({ pulses: 2, pause: 0.05, stops: 2, rise: 0.0003, retraction: 0.15 });
});

test.each([
  [{ pulses: 2 }, 'pause: is needed with more than one pulse'],
  [{ pause: '50 ms' }, 'pause: says nothing without more than one pulse'],
  [{ stops: 1, rise: '0.3 mm' }, 'retraction: is needed with stops'],
  [{ rise: '0.3 mm' }, 'rise: says nothing without stops'],
  [{ pulses: 2, pause: '50 mm' }, 'pause'],
  [{ pulses: 3, pause: '50 ms' }, 'gives no 3 pulses in a shot'],
  [{ pulses: 2, pause: '200 ms' }, 'has no pause of 200 ms'],
  [{ stops: 3, rise: '0.3 mm', retraction: '150 ms' }, 'has no 3 stops within a shot'],
  [{ stops: 1, rise: '0.25 mm', retraction: '150 ms' }, 'has no depth of 2.75 mm'],
  [{ stops: 2, rise: '1.4 mm', retraction: '150 ms' }, 'has no depth of 0.2 mm'],
])('refused: %j', (given, message) => {
  expect(() => readShotPattern(given, sheet)).toThrow(message);
});
