import { toSI } from '@percuta/quantity';
import { seriesAt } from '../../heal/calibration/core.ts';
import { waterLoss } from '../../heal/observe/barrier.ts';
import { depthMean } from '../../heal/observe/depth-mean.ts';
import { erythema } from '../../heal/observe/redness.ts';
import { echoSign, overRest, stainedChange, typeRatio } from '../../heal/observe/tissue-reading.ts';
import {
  change,
  collagenRest,
  coreChange,
  duration,
  lasts,
  sign,
  stateChange,
  suctionChange,
  surface,
  type Observable,
} from './observable.ts';

/** Words of a quantity or group, and the observation operators they name; the second where the first does not fit. */
type Named = readonly [RegExp, Observable, Observable?];

/** Words of what no observation operator gives, though they may name something that one gives. */
export const unread = /pepsin|extractable|melan|MASI|PIH|hyperpig|laxity|wrinkle|depth|ED84|Ki67/i;

const synthesis = change(
  'synthesis of collagen',
  coreChange(
    (core) => core.synthesis,
    () => 1,
  ),
);

/** What instruments on the skin read. */
const onSkin: readonly Named[] = [
  [
    /erythema|redness|irritation/i,
    duration('redness seen', ({ healing, values }) =>
      lasts(healing, erythema(healing, values), values.EI_seen),
    ),
    // An index at rest of 1: what resting blood alone adds to it.
    change('erythema index', ({ healing, values }, time) =>
      seriesAt(healing.times, erythema(healing, values), time),
    ),
  ],
  [
    /oedema|swelling/i,
    duration('swelling seen', ({ healing, values }) =>
      lasts(healing, depthMean(healing, healing.means.W), values.W_seen),
    ),
    change('water of the dermis', stateChange('W')),
  ],
  [/half-life/i, duration('half-life of the barrier', surface('half-life of barrier'))],
  [
    /impedance|micropore (lifetime|closure)|delivery window/i,
    duration('life of pores', surface('life of pores')),
  ],
  [/re-epithelialisation|calcein|pores? still/i, duration('closing of the epidermis', surface('closing'))],
  [
    /TEWL|water loss/i,
    duration('water loss back', surface('water loss back')),
    change(
      'water loss',
      ({ opening, values }, time) =>
        waterLoss({ density: opening.density, gapRadius: opening.gap }, time, values) / values.TEWL0 - 1,
    ),
  ],
  ...(['r0', 'r2', 'r5', 'r6', 'r7'] as const).map((id): Named => [
    new RegExp(`\\b${id}\\b`, 'i'),
    change(`Cutometer ${id.toUpperCase()}`, suctionChange(id)),
  ]),
];

/** What cells and signals in a sample show. */
const inCells: readonly Named[] = [
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
];

/** What the matrix of a sample shows, and ultrasound. */
const inMatrix: readonly Named[] = [
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
    /III\/I\b|III to I\b|III:I\b/i,
    change('ratio of type III to type I', ({ healing }, time) => {
      const ratio = typeRatio(healing);
      return seriesAt(healing.times, ratio, time) / ratio[0] - 1;
    }),
  ],
  [
    /proportion relative|share of type III/i,
    change(
      'share of type III',
      coreChange(
        (core) => core.three.map((three, i) => three / core.collagen[i]),
        ({ values }) => values.phi3b,
      ),
    ),
  ],
  [/PIIINP|PICP|procollagen|mRNA.*collagen|COL[13] mRNA|COL1|synthes/i, synthesis],
  [
    /masson|picrosirius|occupied|stain|area fraction/i,
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
    sign('sign of ultrasound density', ({ healing, values }, time) =>
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

const operators: readonly Named[] = [...onSkin, ...inCells, ...inMatrix];

/** The operator that words name for something that lasts or for something at a time; undefined where none is named. */
export const operatorOf = (words: string, lastsFor: boolean): Observable | undefined => {
  const found = operators.find(([pattern]) => pattern.test(words));
  if (found === undefined) return undefined;
  const [, ...reads] = found;
  return reads.find((one) => one !== undefined && (one.kind === 'duration') === lastsFor) ?? reads[0];
};
