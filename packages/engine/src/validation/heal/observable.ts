import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { readSuction } from '../../appearance/mechanics/cutometer.ts';
import { mechanicsParameters } from '../../appearance/mechanics/parameters.ts';
import { coreOf, seriesAt, type CoreCourse } from '../../heal/calibration/core.ts';
import { surfaceReadings, type Opening } from '../../heal/calibration/surface-reading.ts';
import type { HealValues } from '../../heal/heal-stage.ts';
import { waterLoss } from '../../heal/observe/barrier.ts';
import { depthMean } from '../../heal/observe/depth-mean.ts';
import { erythema } from '../../heal/observe/redness.ts';
import { echoSign, overRest, stainedChange } from '../../heal/observe/tissue-reading.ts';
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

type Reader = (healed: Healed, time: number) => number;

/** How a value is to be read: a duration in s, or a change from rest of 0 where nothing changed. */
export interface Observable {
  readonly id: string;
  readonly kind: 'duration' | 'change' | 'flux';
  readonly read: Reader;
}

const lasts = (healing: Healing, series: Float64Array, level: number): number => {
  const last = healing.sessions.length - 1;
  return lastAbove(healing.times, series, level, stretchRange(healing, last)) - healing.sessions[last];
};

const stateChange =
  (id: SpeciesId): Reader =>
  ({ healing }, time) =>
    seriesAt(healing.times, depthMean(healing, healing.means[id]), time) / (healing.rest[id] || 1) -
    (healing.rest[id] === 0 ? 0 : 1);

const coreChange =
  (of: (core: CoreCourse) => Float64Array, rest: (healed: Healed) => number): Reader =>
  (healed, time) =>
    seriesAt(healed.core.times, of(healed.core), time) / rest(healed) - 1;

const collagenRest = ({ healing: { rest } }: Healed): number => rest.C3 + rest.C1i + rest.C1m;

const calm = { collagen: 1, functionalI: 1, three: 1, crossLinks: 1, elastin: 1, hyaluronan: 1, water: 1 };

/** A reading of a suction probe at central mechanics of the tissue at a time, over that at rest. */
const suctionChange =
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

const surface =
  (id: 'closing' | 'half-life of barrier' | 'life of pores' | 'water loss back'): Reader =>
  ({ opening, values }) =>
    surfaceReadings[id](opening, values);

const change = (id: string, read: Reader): Observable => ({ id, kind: 'change', read });
const duration = (id: string, read: Reader): Observable => ({ id, kind: 'duration', read });

/** Words of what no observation operator gives, though they may name something that one gives. */
export const unread = /pepsin|extractable|melan|MASI|PIH|hyperpig|laxity|wrinkle|depth|ED84|Ki67/i;

/** Words of a quantity or group, and the observation operator they name; the first that fits. */
export const observables: readonly (readonly [RegExp, Observable])[] = [
  [
    /erythema|redness|irritation/i,
    duration('redness seen', ({ healing, values }) =>
      lasts(healing, erythema(healing, values), values.EI_seen),
    ),
  ],
  [
    /oedema|swelling/i,
    duration('swelling seen', ({ healing, values }) =>
      lasts(healing, depthMean(healing, healing.means.W), values.W_seen),
    ),
  ],
  [/half-life/i, duration('half-life of the barrier', surface('half-life of barrier'))],
  [
    /impedance|micropore (lifetime|closure)|delivery window/i,
    duration('life of pores', surface('life of pores')),
  ],
  [/re-epithelialisation|calcein|pores? still/i, duration('closing of the epidermis', surface('closing'))],
  [/TEWL.*(back|recover)|(back|recover).*TEWL/i, duration('water loss back', surface('water loss back'))],
  [
    /TEWL/i,
    change(
      'water loss',
      ({ opening, values }, time) =>
        waterLoss({ density: opening.density, gapRadius: opening.gap }, time, values) / values.TEWL0 - 1,
    ),
  ],
  [/cutometer R7|\bR7\b/i, change('Cutometer R7', suctionChange('r7'))],
  [/hsp-?47/i, change('HSP47', stateChange('H47'))],
  [/hsp-?7/i, change('heat shock', stateChange('HS'))],
  [/neutrophil/i, change('neutrophils', stateChange('N'))],
  [
    /infiltrate/i,
    change('macrophages', ({ healing }, time) =>
      seriesAt(
        healing.times,
        depthMean(
          healing,
          healing.means.M1.map((one, i) => one + healing.means.M2[i]),
        ),
        time,
      ),
    ),
  ],
  [/TGF/i, change('TGF-b', stateChange('T'))],
  [/\bMMP/i, change('collagenase', stateChange('X'))],
  [
    /HHL|cross-link/i,
    change(
      'mature cross-links',
      coreChange(
        ({ crossLinks }) => crossLinks,
        ({ core }) => core.crossLinks[0],
      ),
    ),
  ],
  [
    /elastin mRNA|ELN|tropoelastin|elastin synthesis/i,
    change('tropoelastin', ({ healing }, time) => seriesAt(healing.times, overRest(healing, 'Et'), time) - 1),
  ],
  [
    /elastin/i,
    change(
      'elastin',
      coreChange(
        ({ elastin }) => elastin,
        ({ healing }) => healing.rest.E,
      ),
    ),
  ],
  [
    /proportion relative|III\/I|ratio/i,
    change(
      'share of type III',
      coreChange(
        (core) => core.three.map((three, i) => three / core.collagen[i]),
        ({ values }) => values.phi3b,
      ),
    ),
  ],
  [
    /PIIINP|COL3 mRNA|type III synthesis/i,
    change(
      'synthesis of collagen',
      coreChange(
        ({ synthesis }) => synthesis,
        () => 1,
      ),
    ),
  ],
  [
    /PICP|procollagen|mRNA.*collagen|COL1|synthes/i,
    change(
      'synthesis of collagen',
      coreChange(
        ({ synthesis }) => synthesis,
        () => 1,
      ),
    ),
  ],
  [
    /masson|picrosirius|occupied|stain/i,
    change('stained area', ({ healing, values }, time) =>
      seriesAt(healing.times, stainedChange(healing, values), time),
    ),
  ],
  [
    /epiderm|spinosum/i,
    change(
      'thickness of the epidermis',
      ({ healing }, time) => seriesAt(healing.times, healing.surface.thickness, time) - 1,
    ),
  ],
  [
    /ultrasound|density|dermis|thickness/i,
    change('sign of ultrasound density', ({ healing, values }, time) =>
      seriesAt(healing.times, Float64Array.from(echoSign(healing, values)), time),
    ),
  ],
  [/collagen III\b/i, change('collagen III', stateChange('C3'))],
  [
    /denatured/i,
    change(
      'coagulated collagen left',
      ({ core }, time) =>
        seriesAt(core.times, core.denatured, time) / seriesAt(core.times, core.denatured, toSI(1, 'd')),
    ),
  ],
  [
    /collagen/i,
    change(
      'collagen',
      coreChange(({ collagen }) => collagen, collagenRest),
    ),
  ],
];
