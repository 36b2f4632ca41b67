import { spectra } from '@percuta/evidence/heat';
import type { Problem } from '../../error.ts';
import type { Kinetics } from '../damage/kinetics.ts';
import { kineticsNames, namedKinetics } from '../damage/named.ts';
import { unknownName } from './check/finding.ts';
import { kineticsUses } from './check/names.ts';
import type { HeatProblem } from './heat-problem.ts';
import type { HeatProblemDocument } from './wire/heat-problem-wire.ts';
import { kineticsOf } from './wire/kinetics-wire.ts';

/** Names that decoding itself looks up: spectra and published kinetics. */
export const wireNameProblems = ({ materials, kinetics }: HeatProblemDocument): Problem[] => [
  ...Object.entries(materials).flatMap(([name, { spectrum }]) =>
    typeof spectrum === 'string'
      ? unknownName(
          `materials.${name}.spectrum`,
          'spectrum',
          spectrum,
          spectra().map(({ id }) => id),
        )
      : [],
  ),
  ...kinetics.flatMap((given, i) =>
    typeof given === 'string' ? unknownName(`kinetics[${i}]`, 'kinetics set', given, kineticsNames()) : [],
  ),
];

/** A problem but for its kinetics, which follow from what it names. */
export type Decoded = Omit<HeatProblem, 'kinetics'>;

/** Declared kinetics, then published ones that are only used; unknown names are left to the checks. */
export const allKinetics = (document: HeatProblemDocument, decoded: Decoded): Kinetics[] => {
  const declared = document.kinetics.map(kineticsOf).filter((each) => each !== undefined);
  const known = new Set(declared.map(({ name }) => name));
  const used = [...new Set(kineticsUses(decoded).map(({ name }) => name))]
    .filter((name) => !known.has(name))
    .map(namedKinetics)
    .filter((each) => each !== undefined);
  return [...declared, ...used];
};
