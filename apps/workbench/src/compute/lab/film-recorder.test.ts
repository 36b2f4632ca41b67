import { packTemperature } from '@percuta/scene';
import { expect, test } from 'vitest';
import { recordFilms } from './film-recorder.ts';

const kelvin = 310;

test('a run that writes over its own fields leaves every kept frame as it was when it was seen', () => {
  const { seen, films } = recordFilms();
  const temperatures = new Float64Array(3).fill(kelvin);
  const damage = new Map([['necrosis', new Float64Array(3)]]);
  const moment = { temperatures, damage, metal: Uint8Array.of(0, 0, 2) };
  seen({ ...moment, time: 0 });
  for (let step = 1; step <= 20; step += 1) {
    temperatures.fill(kelvin + step);
    seen({ ...moment, time: step });
  }
  const [film] = films();
  expect(film?.times.at(-1)).toBe(20);
  for (const [n, time] of (film?.times ?? []).entries()) {
    expect(film?.temperature[n]).toEqual(packTemperature(new Float64Array(3).fill(kelvin + time)));
  }
  expect(film?.times.length).toBeGreaterThan(5);
});

test('a second zone has a film of its own, with as many cells as it has', () => {
  const { seen, films } = recordFilms();
  for (const cells of [2, 5]) {
    const field = { temperatures: new Float64Array(cells).fill(kelvin), damage: new Map() };
    for (const time of [0, 1, 2]) seen({ ...field, time, metal: new Uint8Array(cells) });
  }
  expect(films().map(({ times, temperature }) => [times, temperature.at(-1)?.length])).toEqual([
    [[0, 1, 2], 2],
    [[0, 1, 2], 5],
  ]);
});
