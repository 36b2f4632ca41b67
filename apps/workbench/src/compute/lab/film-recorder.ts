import type { Moment } from '@percuta/engine';
import { packDamage, packTemperature } from '@percuta/scene';

/** Frames of the heat of one zone, thinned to what a picture needs. */
export interface Frames {
  readonly times: number[];
  readonly temperature: Uint16Array[];
  readonly damage: Map<string, Uint16Array[]>;
  /** 0 where a cell is tissue, else the number of its electrode. */
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
    const value = temperatures[cell] ?? hottest;
    if (metal[cell] === 0 && value > hottest) hottest = value;
  }
  return hottest;
};

const copyTo = (spare: Float64Array | undefined, values: Float64Array): Float64Array => {
  if (spare?.length !== values.length) return values.slice();
  spare.set(values);
  return spare;
};

/** Written over an earlier copy where there is one: a run has hundreds of steps, of which few are kept. */
const copyOf = ({ time, temperatures, damage, metal }: Moment, spare: Moment | undefined): Moment => ({
  time,
  temperatures: copyTo(spare?.temperatures, temperatures),
  damage: new Map(Array.from(damage, ([name, values]) => [name, copyTo(spare?.damage.get(name), values)])),
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
  frames.metal = metal;
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
  let spare: Moment | undefined;
  const flush = (): void => {
    const film = films.at(-1);
    if (film !== undefined && waiting !== undefined) {
      keep(film, waiting.moment);
      last = waiting;
    }
    waiting = undefined;
  };
  const seen = (moment: Moment): void => {
    const next = { moment, hottest: hottestOf(moment) };
    if (moment.time === 0) {
      flush();
      films.push({ times: [], temperature: [], damage: new Map(), metal: new Uint8Array() });
      waiting = next;
      flush();
      return;
    }
    if (waiting !== undefined && last !== undefined && isNotable(waiting, next, last)) flush();
    spare = copyOf(moment, spare);
    waiting = { ...next, moment: spare };
  };
  return {
    seen,
    films: (): readonly Frames[] => {
      flush();
      return films;
    },
  };
};
