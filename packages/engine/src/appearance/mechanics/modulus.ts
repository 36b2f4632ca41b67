import type { Values } from '../../stage.ts';
import type { RestingCollagen } from '../tissue.ts';
import type { mechanicsParameters } from './parameters.ts';

export type MechanicsValues = Values<typeof mechanicsParameters>;

/** The tissue at one time, relative to rest. */
export interface TissueMoment {
  readonly collagen: number;
  readonly functionalI: number;
  readonly three: number;
  readonly crossLinks: number;
  readonly elastin: number;
  readonly hyaluronan: number;
  readonly water: number;
}

/** chi / chi(rest): how much stiffness the cross-links leave (appearance.1). */
export const crossLinkFactor = (crossLinks: number, { unlinkedStiffness }: MechanicsValues): number =>
  unlinkedStiffness + (1 - unlinkedStiffness) * crossLinks;

/** Collagen I that has not matured, as a share of resting collagen. */
const immatureShare = (moment: TissueMoment, rest: RestingCollagen): number =>
  Math.max(0, moment.collagen - moment.functionalI * rest.functionalI - moment.three * rest.three);

/**
 * Collagen that bears load, relative to rest (appearance.2): each kind by its weight, all by the cross-links. Severed and
 * denatured collagen bears none.
 */
export const loadBearingCollagen = (
  moment: TissueMoment,
  rest: RestingCollagen,
  values: MechanicsValues,
): number => {
  const { threeWeight, immatureWeight } = values;
  const bearing =
    moment.functionalI * rest.functionalI +
    threeWeight * moment.three * rest.three +
    immatureWeight * immatureShare(moment, rest);
  const atRest =
    rest.functionalI +
    threeWeight * rest.three +
    immatureWeight * Math.max(0, 1 - rest.functionalI - rest.three);
  return (crossLinkFactor(moment.crossLinks, values) * bearing) / atRest;
};

/** Tangent shear modulus at the tension skin is under in the body, Pa (appearance.3). */
export const tangentModulus = (
  moment: TissueMoment,
  rest: RestingCollagen,
  values: MechanicsValues,
): number => {
  const { restingModulus, groundShare, elastinShare } = values;
  const collagenShare = 1 - groundShare - elastinShare;
  const bearing = loadBearingCollagen(moment, rest, values);
  return restingModulus * (groundShare + elastinShare * moment.elastin + collagenShare * bearing);
};
