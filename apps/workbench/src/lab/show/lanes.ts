import {
  logDamageOf,
  meanCourse,
  temperatureOf,
  type HealFilm,
  type HeatFilm,
  type SkinBlock,
} from '@percuta/scene';
import type { LabCourse, LabZone } from '../../compute/lab/lab-messages.ts';

/** When something goes on, s. */
export interface Stretch {
  readonly kind: 'current' | 'heat' | 'damage' | 'wound' | 'collagen';
  readonly from: number;
  readonly to: number;
}

const warm = 313.15;
const closed = 0.95;
const part = 0.05;

const stretch = (
  kind: Stretch['kind'],
  times: ArrayLike<number>,
  isOn: (n: number) => boolean,
): Stretch | undefined => {
  const all = Array.from(times, (_, n) => n).filter(isOn);
  const [begin, end] = [all[0], all.at(-1)];
  if (begin === undefined || end === undefined) return undefined;
  // What is on from the first moment began with the run.
  return { kind, from: begin === 0 ? 0 : (times[begin] ?? 0), to: times[end] ?? 0 };
};

const currentLane = (courses: readonly LabCourse[]): Stretch | undefined => {
  const power = courses.find(({ id }) => id === 'power')?.lines[0];
  if (power === undefined) return undefined;
  const most = power.values.reduce((top, value) => Math.max(top, value), 0);
  return stretch('current', power.times, (n) => (power.values[n] ?? 0) > most / 100);
};

const highest = (frame: Uint16Array, metal: Uint8Array): number => {
  let most = 0;
  for (let cell = 0; cell < frame.length; cell += 1) {
    if (metal[cell] !== 1) most = Math.max(most, frame[cell] ?? 0);
  }
  return most;
};

const heatLanes = ({ times, temperature, damage, metal }: HeatFilm): (Stretch | undefined)[] => {
  const heat = stretch(
    'heat',
    times,
    (n) => temperatureOf(highest(temperature[n] ?? new Uint16Array(), metal)) > warm,
  );
  const done = damage.map(({ frames }) => frames.map((frame) => logDamageOf(highest(frame, metal))));
  // Damage goes on while the worst place still grows by a hundredth of a decade.
  const grows = (n: number): boolean =>
    done.some((course) => (course[n] ?? 0) >= 0 && (course[n] ?? 0) - (course[n - 1] ?? -12) > 0.01);
  return [heat, stretch('damage', times, grows)];
};

const healLanes = (film: HealFilm, withdrawn: number): (Stretch | undefined)[] => {
  const fresh = meanCourse(film, 'new collagen');
  const { rest } = film.series['new collagen'];
  const most = fresh.reduce((top, value) => Math.max(top, value - rest), 0);
  const wound = stretch('wound', film.times, (n) => (film.barrier[n] ?? 1) < closed);
  return [
    wound && { ...wound, from: withdrawn },
    stretch('collagen', film.times, (n) => (fresh[n] ?? 0) - rest > part * most),
  ];
};

/** What goes on when, read from the films of a zone. */
export const stretchesOf = (zone: Pick<LabZone, 'courses'>, block: SkinBlock): readonly Stretch[] =>
  [
    currentLane(zone.courses),
    ...(block.heat === undefined ? [] : heatLanes(block.heat)),
    ...(block.healing === undefined ? [] : healLanes(block.healing, block.withdrawn)),
  ].filter((each) => each !== undefined);
