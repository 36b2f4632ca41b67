import { centralValues } from '@percuta/evidence';
import { readSuction } from '../../appearance/mechanics/cutometer.ts';
import { mechanicsParameters } from '../../appearance/mechanics/parameters.ts';
import { coreOf, seriesAt, type CoreCourse } from '../../heal/calibration/core.ts';
import { surfaceReadings, type Opening } from '../../heal/calibration/surface-reading.ts';
import type { HealValues } from '../../heal/heal-stage.ts';
import { depthMean } from '../../heal/observe/depth-mean.ts';
import type { Healing } from '../../heal/result/healing.ts';
import type { SpeciesId } from '../../heal/species/species.ts';
import { lastAbove, stretchRange } from '../../heal/summary/crossing.ts';

/** A healed draw of a record. */
export interface Healed {
  readonly healing: Healing;
  readonly core: CoreCourse;
  readonly values: HealValues;
  readonly opening: Opening;
  /** Read from the centre, as an excised sample is, or over the area. */
  readonly isCore: boolean;
}

export const healedOf = (
  healing: Healing,
  values: HealValues,
  opening: Opening,
  coreRadius: number | undefined,
): Healed => ({
  healing,
  values,
  opening,
  core: coreOf(healing, coreRadius ?? Infinity, values),
  isCore: coreRadius !== undefined,
});

export type Reader = (healed: Healed, time: number) => number;

/** How a value is to be read: a duration in s, a change from rest of 0 where nothing changed, or its sign alone. */
export interface Observable {
  readonly id: string;
  readonly kind: 'duration' | 'change' | 'sign';
  readonly read: Reader;
}

export const lasts = (healing: Healing, series: Float64Array, level: number): number => {
  const last = healing.sessions.length - 1;
  return lastAbove(healing.times, series, level, stretchRange(healing, last)) - healing.sessions[last];
};

export const stateChange =
  (id: SpeciesId): Reader =>
  ({ healing }, time) =>
    seriesAt(healing.times, depthMean(healing, healing.means[id]), time) / (healing.rest[id] || 1) -
    (healing.rest[id] === 0 ? 0 : 1);

export const coreChange =
  (of: (core: CoreCourse) => Float64Array, rest: (healed: Healed) => number): Reader =>
  (healed, time) =>
    seriesAt(healed.core.times, of(healed.core), time) / rest(healed) - 1;

export const collagenRest = ({ healing: { rest } }: Healed): number => rest.C3 + rest.C1i + rest.C1m;

const calm = { collagen: 1, functionalI: 1, three: 1, crossLinks: 1, elastin: 1, hyaluronan: 1, water: 1 };

/** A reading of a suction probe at central mechanics of the tissue at a time, over that at rest. */
export const suctionChange =
  (id: 'r0' | 'r2' | 'r5' | 'r6' | 'r7'): Reader =>
  ({ healing }, time) => {
    const mechanics = centralValues(mechanicsParameters);
    const at = (name: SpeciesId): number =>
      seriesAt(healing.times, depthMean(healing, healing.means[name]), time);
    const { rest } = healing;
    const links = depthMean(healing, healing.crossLinks);
    const moment = {
      collagen: at('C3') + at('C1i') + at('C1m'),
      functionalI: at('C1m') / rest.C1m,
      three: at('C3') / rest.C3,
      crossLinks: seriesAt(healing.times, links, time) / links[0],
      elastin: at('E') / rest.E,
      hyaluronan: at('H') / rest.H,
      water: 1 + at('W'),
    };
    const shares = { functionalI: rest.C1m, three: rest.C3 };
    return readSuction(moment, shares, mechanics)[id] / readSuction(calm, shares, mechanics)[id] - 1;
  };

export const surface =
  (id: 'closing' | 'half-life of barrier' | 'life of pores' | 'water loss back'): Reader =>
  ({ opening, values }) =>
    surfaceReadings[id](opening, values);

export const change = (id: string, read: Reader): Observable => ({ id, kind: 'change', read });
export const duration = (id: string, read: Reader): Observable => ({ id, kind: 'duration', read });
export const sign = (id: string, read: Reader): Observable => ({ id, kind: 'sign', read });
