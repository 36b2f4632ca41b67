import { exp } from '@percuta/numerics';
import type { Insertion } from '../puncture/puncture.ts';
import { radiusAt } from '../puncture/needle.ts';
import type { Settings } from '../case/protocol.ts';
import type { OutputId } from './measurement-file.ts';

/** One result of the model that experiments measure. SI. */
interface Output {
  readonly unit: string;
  /** Measured only on needles that broke the surface. */
  readonly ofPuncturing: boolean;
  readonly of: (insertion: Insertion, settings: Settings) => number;
  /** How publications name it. */
  readonly names: RegExp;
}

const holes = ({ motion, fractionPuncturing }: Insertion, { passes }: Settings): number =>
  passes * motion.strokesPerPass * fractionPuncturing;

/** Order matters: the first name that fits a quantity is taken. */
export const outputs: Readonly<Record<OutputId, Output>> = {
  buried_fraction: {
    unit: '%',
    ofPuncturing: true,
    of: (insertion, { depth }) => insertion.insertionDepth / depth,
    names: /buried|(share|fraction|percent\w*) of (the )?(nominal|needle) ?(length|depth)/i,
  },
  open_depth: {
    unit: 'um',
    ofPuncturing: true,
    of: (insertion) => insertion.openDepth,
    names:
      /(residual|visible|open|after removal|remaining).*(depth|channel|pore)|micropore depth|channel depth/i,
  },
  penetration_pressure: {
    unit: 'MPa',
    ofPuncturing: false,
    of: ({ needle, insertionDepth, forcePerNeedle }) => {
      const R = radiusAt(needle, insertionDepth);
      return forcePerNeedle / (Math.PI * R * R);
    },
    names: /pressure/i,
  },
  initiation_force: {
    unit: 'mN',
    ofPuncturing: false,
    of: (insertion) => insertion.initiationForce,
    names: /initiation force|insertion force|puncture force|force to (puncture|insert)/i,
  },
  penetration_force: {
    unit: 'mN',
    ofPuncturing: true,
    of: (insertion) => insertion.forcePerNeedle,
    names: /penetration force|force per needle|force/i,
  },
  fraction_puncturing: {
    unit: '%',
    ofPuncturing: false,
    of: (insertion) => insertion.fractionPuncturing,
    names:
      /(fraction|share|percent\w*|proportion|efficiency).*(punctur|penetrat|insert|needle)|(punctur|penetrat|insertion).*(efficiency|fraction|percent|success)/i,
  },
  channel_diameter: {
    unit: 'um',
    ofPuncturing: true,
    of: (insertion) => insertion.channelDiameter,
    names: /(channel|pore|hole|micropore).*(diameter|width)/i,
  },
  puncture_rate: {
    unit: '1/s',
    ofPuncturing: false,
    of: ({ motion }) => motion.strokeRate ?? Number.NaN,
    names: /(punctures|microwounds|channels|holes|strokes).*(second|rate)|puncture rate/i,
  },
  nearest_neighbour: {
    unit: 'mm',
    ofPuncturing: false,
    of: (insertion, settings) => 0.5 / Math.sqrt(holes(insertion, settings)),
    names: /nearest|neighbou?r/i,
  },
  covered_share: {
    unit: '%',
    ofPuncturing: false,
    of: (insertion, settings) => {
      const { channelDiameter } = insertion;
      return 1 - exp((-holes(insertion, settings) * Math.PI * channelDiameter * channelDiameter) / 4);
    },
    names: /cover/i,
  },
  holes_per_pass: {
    unit: '1/cm2',
    ofPuncturing: false,
    of: (insertion) => holes(insertion, { depth: 0, passes: 1, handSpeed: undefined, frequency: undefined }),
    names: /(holes|punctures|channels|density).*(per|a) pass/i,
  },
  hole_density: {
    unit: '1/cm2',
    ofPuncturing: false,
    of: holes,
    names: /(hole|puncture|channel|pore)s?.*(density|per|\/ ?cm)/i,
  },
  bleeding_share: {
    unit: '%',
    ofPuncturing: true,
    of: (insertion) => insertion.bleedingShare,
    names: /bleed/i,
  },
  insertion_speed: {
    unit: 'm/s',
    ofPuncturing: false,
    of: ({ motion }) => motion.insertionSpeed,
    names: /(insertion|tip|needle) (speed|velocity)/i,
  },
  time_in_skin: {
    unit: 'ms',
    ofPuncturing: false,
    of: ({ motion }) => motion.timeInSkin,
    names: /time in (the )?skin|dwell/i,
  },
  insertion_depth: {
    unit: 'um',
    ofPuncturing: true,
    of: (insertion) => insertion.insertionDepth,
    names: /depth/i,
  },
};

/** Quantities of other stages that share words with ours. */
const elsewhere =
  /closure|recovery|reseal|water loss|thermal zone|pain|volume|kinetic|fracture|reduction|difference/i;

/** Which result of the model a quantity is, from its name; undefined where it is none. */
export const outputNamed = (quantity: string): OutputId | undefined => {
  if (elsewhere.test(quantity)) return undefined;
  const found = Object.entries(outputs).find(([, { names }]) => names.test(quantity));
  // Object.entries forgets that the keys are output ids.
  return found?.[0] as OutputId | undefined;
};
