import { exp, pow } from '@percuta/numerics';
import { crossLinkFactor, type MechanicsValues, type TissueMoment } from './modulus.ts';

/**
 * Share of the elastic height that springs back at once (appearance.5). Collagen cannot push: what pulls back is elastin and
 * tension, and water slows it. It cannot exceed 1, the height that was raised.
 */
export const recoilFraction = (
  { elastin, crossLinks, water }: Pick<TissueMoment, 'elastin' | 'crossLinks' | 'water'>,
  values: MechanicsValues,
): number => {
  const { recoil, recoilElastin, recoilCrossLinks, recoilWater } = values;
  const linked = pow(crossLinkFactor(crossLinks, values), recoilCrossLinks);
  return Math.min(1, recoil * pow(elastin, recoilElastin) * linked * pow(water, -recoilWater));
};

/** Share of the whole creep that has come about after a time under load. */
export const creptAfter = (time: number, { slowTime }: MechanicsValues): number => 1 - exp(-time / slowTime);

/** Elastin, relative to rest, that alone would change the recoil by this share (appearance.5 turned round). */
export const elastinNeeded = (change: number, exponent: number): number => pow(1 + change, 1 / exponent);
