import { namedKinetics } from '../damage/named.ts';
import type { ArrheniusKinetics, Kinetics } from '../damage/kinetics.ts';
import type { HeatValues } from '../material/tissue.ts';

/** The two damages that skin is judged by. */
export const injuries = ['collagen', 'cells'] as const;
/** A kind of thermal damage: collagen coagulates, or cells die. */
export type Injury = (typeof injuries)[number];

/** Collagenous tissue turning white; necrosis of the basal layer. */
const recordOf = { collagen: 'agah-artery-coagulation', cells: 'henriques-burn' } as const;

/** Kinetics whose temperature for any given time is `factor` times as high: E/R times the factor, A as it was. */
const shifted = (kinetics: Kinetics | undefined, name: Injury, factor: number): ArrheniusKinetics => {
  if (kinetics?.kind !== 'arrhenius') throw new RangeError(`no kinetics for ${name}`);
  return {
    kind: 'arrhenius',
    name,
    branches: kinetics.branches.map((branch) => ({ ...branch, activation: branch.activation * factor })),
  };
};

export const kineticsOf = (values: HeatValues): ArrheniusKinetics[] => [
  shifted(namedKinetics(recordOf.collagen), 'collagen', values.collagenThreshold),
  shifted(namedKinetics(recordOf.cells), 'cells', values.cellThreshold),
];

/** Names of the published sets behind the two damages. */
export const kineticsNamesOf = recordOf;
