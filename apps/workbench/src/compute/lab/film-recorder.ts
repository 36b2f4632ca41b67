import type { Moment } from '@percuta/engine';
import { packDamage, packTemperature } from '@percuta/scene';

/** Frames of the heat of one zone, thinned to what a picture needs. */
export interface Frames {
  readonly times: number[];
  readonly temperature: Uint16Array[];
  readonly damage: Map<string, Uint16Array[]>;
  metal: Uint8Array;
}

// A frame for this much more time, as a share of itself, or where the hottest place has changed by this much, K.
const later = 1.16;
const warmer = 1.5;

interface Waiting {
  readonly moment: Moment;
  readonly hottest: number;
}

const hottestOf = ({ temperatures, metal }: Moment): number => {
  let hottest = -Infinity;
  for (let cell = 0; cell < temperatures.length; cell += 1) {
    if (metal[cell] === 0) hottest = Math.max(hottest, temperatures[cell] ?? hottest);
  }
  return hottest;
};

const copyOf = ({ time, temperatures, damage, metal }: Moment): Moment => ({
  time,
  temperatures: temperatures.slice(),
  damage: new Map(Array.from(damage, ([name, values]) => [name, values.slice()])),
  metal,
});

const keep = (frames: Frames, { time, temperatures, damage, metal }: Moment): void => {
  frames.times.push(time);
  frames.temperature.push(packTemperature(temperatures));
  for (const [name, values] of damage) {
    const own = frames.damage.get(name) ?? [];
    own.push(packDamage(values));
    frames.damage.set(name, own);
  }
  frames.metal = Uint8Array.from(metal, (electrode) => (electrode === 0 ? 0 : 1));
};

const isNotable = (waiting: Waiting, next: Waiting, last: Waiting): boolean =>
  next.moment.time > later * last.moment.time ||
  Math.abs(next.hottest - last.hottest) > warmer ||
  // The turn from heating to cooling is kept as it is.
  (next.hottest < waiting.hottest && waiting.hottest > last.hottest);

/** Watches heat and keeps frames of it; a zone begins with time 0. `films` closes the last one. */
export const recordFilms = () => {
  const films: Frames[] = [];
  let last: Waiting | undefined;
  let waiting: Waiting | undefined;
  const flush = (): void => {
    const film = films.at(-1);
    if (film !== undefined && waiting !== undefined) {
      keep(film, waiting.moment);
      last = waiting;
    }
    waiting = undefined;
  };
  const seen = (moment: Moment): void => {
    const next = { moment: copyOf(moment), hottest: hottestOf(moment) };
    if (moment.time === 0) {
      flush();
      films.push({ times: [], temperature: [], damage: new Map(), metal: new Uint8Array() });
      waiting = next;
      flush();
      return;
    }
    if (waiting !== undefined && last !== undefined && isNotable(waiting, next, last)) flush();
    waiting = next;
  };
  return {
    seen,
    films: (): readonly Frames[] => {
      flush();
      return films;
    },
  };
};
