import type { DeviceSheet } from '@percuta/evidence';
import { exp, log, normalCdf } from '@percuta/numerics';
import type { Settings } from '../case/protocol.ts';
import type { Skin } from '../skin/skin.ts';
import { coverageOf, type Coverage } from './density.ts';
import { insertionDepth } from './depth.ts';
import { puncturingFraction } from './fraction.ts';
import { initiationForce } from './initiation.ts';
import { motions } from './motion/motion-of.ts';
import type { Motion } from './motion/motion.ts';
import { needleOf, radiusAt, type Needle } from './needle.ts';
import { crackCoefficient, needleForce } from './penetration.ts';
import type { DeviceValues, PunctureValues } from './stages.ts';
import { supportStiffness } from './support.ts';

/** What the needles of one draw do, before passes are counted. SI. */
export interface Insertion {
  readonly needle: Needle;
  readonly motion: Motion;
  /** Depth of the tip below the surface during the stroke, of needles that break the surface, m. */
  readonly insertionDepth: number;
  /** Depth that stays open after removal, m. */
  readonly openDepth: number;
  /** Force on a needle at its insertion depth, N. */
  readonly forcePerNeedle: number;
  /** Force at which a tip breaks the surface, N. */
  readonly initiationForce: number;
  /** Share of needles that break the surface, 1. */
  readonly fractionPuncturing: number;
  /** Diameter of the channel at the surface, m. */
  readonly channelDiameter: number;
  /** Share of punctures that bleed, 1. */
  readonly bleedingShare: number;
}

/** Where the tips stand, as shares of all needles; they add up to 1. */
export interface Occupancy {
  readonly outside: number;
  readonly epidermis: number;
  readonly dermis: number;
  readonly fat: number;
}

/** One session of one zone, for one draw. SI. */
export interface Punctures extends Insertion, Coverage {
  readonly occupancy: Occupancy;
  /** Holes per area after all passes, 1/m2. */
  readonly holeDensity: number;
  /** Holes per area whose tip stands in the dermis, 1/m2. */
  readonly dermalDensity: number;
  /** Bleeding points per area, 1/m2. */
  readonly bleedingDensity: number;
}

/** M10: logistic in depth. */
const bleedingShare = (depth: number, values: PunctureValues): number =>
  depth <= 0 ? 0 : 1 / (1 + exp(-(depth - values.bleedingDepth) / values.bleedingScale));

/** M1 to M6, M9 and M10 for one draw: what a needle does at these settings, whatever the number of passes. */
export const insertNeedles = (
  sheet: DeviceSheet,
  settings: Settings,
  skin: Skin,
  values: { readonly puncture: PunctureValues; readonly device: DeviceValues },
): Insertion => {
  const { puncture, device } = values;
  const needle = needleOf(sheet, device);
  const motion = motions[sheet.class](sheet, settings, device);
  // Mean rate over the way in. The speed at the surface would vanish for a pen set to its whole stroke.
  const strainRate = 2 / motion.timeInSkin;
  const crack = crackCoefficient(strainRate, puncture);
  const reach = Math.min(motion.pitch, skin.epidermis + skin.dermis);
  const stiffness = supportStiffness(motion.support, strainRate, reach, puncture);
  const availableForce = motion.force / motion.engagedNeedles;
  const travel = settings.depth - puncture.gap;
  const { friction } = puncture;
  const depth = insertionDepth({ needle, reach: travel, stiffness, crack, friction, availableForce });
  const initiation = initiationForce(needle.tipDiameter, motion.insertionSpeed, puncture);
  return {
    needle,
    motion,
    insertionDepth: depth,
    openDepth: Math.min(depth, puncture.openDepth),
    forcePerNeedle: needleForce(needle, depth, crack, friction),
    initiationForce: initiation,
    fractionPuncturing: puncturingFraction(
      availableForce,
      stiffness * travel,
      initiation,
      puncture.initiationLogSd,
    ),
    channelDiameter: puncture.channelFactor * 2 * radiusAt(needle, depth),
    bleedingShare: bleedingShare(depth, puncture),
  };
};

/** Chance that a layer boundary, lognormal from place to place about `boundary`, lies above the depth. */
export const shareBeyond = (depth: number, boundary: number, logSd: number): number =>
  depth <= 0 ? 0 : normalCdf(log(depth / boundary) / logSd);

const occupancyOf = (insertion: Insertion, skin: Skin): Occupancy => {
  const { fractionPuncturing: inside, insertionDepth: depth } = insertion;
  const pastEpidermis = shareBeyond(depth, skin.epidermis, skin.withinLogSd);
  const pastDermis = Math.min(
    pastEpidermis,
    shareBeyond(depth, skin.epidermis + skin.dermis, skin.withinLogSd),
  );
  return {
    outside: 1 - inside,
    epidermis: inside * (1 - pastEpidermis),
    dermis: inside * (pastEpidermis - pastDermis),
    fat: inside * pastDermis,
  };
};

/** M8: the holes that the passes of one session leave. */
export const countPunctures = (
  insertion: Insertion,
  passes: number,
  skin: Skin,
  values: { readonly puncture: PunctureValues },
): Punctures => {
  const occupancy = occupancyOf(insertion, skin);
  const strokes = passes * insertion.motion.strokesPerPass;
  const holeDensity = strokes * insertion.fractionPuncturing;
  return {
    ...insertion,
    ...coverageOf(holeDensity, insertion.channelDiameter, values.puncture.dispersion),
    occupancy,
    holeDensity,
    dermalDensity: strokes * occupancy.dermis,
    bleedingDensity: holeDensity * insertion.bleedingShare,
  };
};
