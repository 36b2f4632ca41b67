import { normalQuantile } from '@percuta/numerics';
import type { Extent } from './heat-case.ts';
import type { HeatMeasurements } from './heat-measurements.ts';

/** By what a simulated size is divided to stand beside a stained section, along the surface and in depth. */
export interface Shrinkage {
  readonly width: number;
  readonly depth: number;
}

interface Excess {
  readonly mean: number;
  readonly sd: number;
}

const excessOf = ({ records }: HeatMeasurements, along: keyof Shrinkage): Excess => {
  const found = records
    .filter(({ use }) => use === 'correction')
    .flatMap(({ measured }) => measured)
    .find(({ quantity, unit, value }) => quantity.endsWith(along) && unit === '%' && value !== undefined);
  if (found === undefined) throw new RangeError(`no record of a correction states the excess of ${along}`);
  return { mean: (found.value ?? 0) / 100, sd: (found.sd ?? 0) / 100 };
};

/** Shrinkage at shares (0 to 1) of its distributions: normal, with the excesses that the file's corrections state. */
export const shrinkageOf = (
  file: HeatMeasurements,
): ((shares: { readonly width: number; readonly depth: number }) => Shrinkage) => {
  const [width, depth] = [excessOf(file, 'width'), excessOf(file, 'depth')];
  return (shares) => ({
    width: 1 + width.mean + width.sd * normalQuantile(shares.width),
    depth: 1 + depth.mean + depth.sd * normalQuantile(shares.depth),
  });
};

/** A simulated size as its stained section would show it: tissue shrinks when it is fixed and embedded. */
export const asInSection = (size: number, extent: Extent, shrinkage: Shrinkage | undefined): number => {
  if (shrinkage === undefined) return size;
  const { width, depth } = shrinkage;
  const by = {
    width,
    radius: width,
    breadth: width,
    length: depth,
    deepest: depth,
    volume: width * width * depth,
  };
  return size / by[extent];
};
