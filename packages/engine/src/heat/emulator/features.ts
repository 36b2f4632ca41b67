import { log } from '@percuta/numerics';
import { skinSpace, type Sample } from './sample-space.ts';

/** What an answer depends on; every other constant varies from run to run and is part of the stated error. */
export const featureNames = [
  'dose',
  'pulse',
  'tip',
  'borderBelowTip',
  'epidermis',
  'sigmaDermis',
  'sigmaEpidermis',
  'sigmaFat',
  'sigmaSlope',
  'heatCapacity',
  'conductivity',
] as const;

/** How many of the first features are set on the device. */
export const dialled = 2;

const mm = 1e3;
const perCent = 100;

const between = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
  Math.min(max, Math.max(min, value));

/** Features that are set on the device: logarithms of the dose and of the pulse (s). */
export const dialFeatures = ({ dose, pulse }: Pick<Sample, 'dose' | 'pulse'>): number[] => [
  log(dose),
  log(pulse),
];

/**
 * Features of a skin, a depth and constants. A border further below the tip than was trained changes nothing any more;
 * one further above, or an epidermis outside, counts as the nearest that was trained.
 */
export const tissueFeatures = ({
  depth,
  skin,
  values,
}: Pick<Sample, 'depth' | 'skin' | 'values'>): number[] => [
  depth * mm,
  between(skin.epidermis + skin.dermis - depth, skinSpace.borderBelowTip) * mm,
  log(between(skin.epidermis, skinSpace.epidermis)),
  log(values.sigmaDermis),
  log(values.sigmaEpidermis),
  log(values.sigmaFat),
  values.sigmaSlope * perCent,
  log(values.densitySkin * values.specificHeatSkin),
  log(values.conductivitySkin),
];

export const featuresOf = (sample: Sample): number[] => [...dialFeatures(sample), ...tissueFeatures(sample)];
