import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { layerDepths, tissueOf, type Tissue } from '../../../packages/engine/src/heal/geometry/tissue.ts';
import { cellRadius } from '../../../packages/engine/src/heal/geometry/radial-cells.ts';
import { healParameters } from '../../../packages/engine/src/heal/heal-stage.ts';
import { injure } from '../../../packages/engine/src/heal/injury/injure.ts';
import { noBurn, weakened, woundOf } from '../../../packages/engine/src/heal/injury/wound.ts';
import { restingField } from '../../../packages/engine/src/heal/integrate/healing-system.ts';
import { normalPlace } from '../../../packages/engine/src/heal/place.ts';
import { ratesOf, type Rates } from '../../../packages/engine/src/heal/rates.ts';

/** One session, and what follows for a year. */
export interface Problem {
  readonly tissue: Tissue;
  readonly p: Rates;
  readonly start: Float64Array;
  /** s. */
  readonly times: readonly number[];
}

const days = [0.04, 0.5, 1, 3, 7, 14, 28, 90, 180, 365];

/** A dermis of 1.2 mm at 200 channels/cm², 50 µm wide at the top and gone at 0.7 mm; in one layer, pierced through. */
export const problemOf = (layers: number): Problem => {
  const values = { ...centralValues(healParameters), n_layers: layers };
  const p = ratesOf(values, normalPlace);
  const depths = layerDepths(toSI(1.2, 'mm'), values);
  const tissue = tissueOf(cellRadius(toSI(200, '1/cm2')), depths, p);
  const tip = toSI(layers === 1 ? 1.2 : 0.7, 'mm');
  const widest = toSI(50, 'um');
  const start = restingField(tissue, p);
  const at = (ring: number, layer: number) => {
    const share = Math.min(1, (tip - depths[layer]) / (depths[layer + 1] - depths[layer]));
    if (share <= 0) return undefined;
    const gap = layers === 1 ? widest : widest * (1 - depths[layer] / tip);
    const wound = woundOf(tissue.radial, ring, gap, noBurn, p);
    return share < 1 ? weakened(wound, share) : wound;
  };
  injure(start, tissue, at, p);
  return { tissue, p, start, times: days.map((day) => toSI(day, 'd')) };
};

const line = (name: string, values: ArrayLike<number>): string =>
  `${name} ${Array.from(values, String).join(' ')}`;

/** The file that equations.c reads. */
export const problemText = ({ tissue, p, start, times }: Problem): string => {
  const { radial, layers, depths } = tissue;
  const thicknesses = Array.from({ length: layers }, (_, layer) => depths[layer + 1] - depths[layer]);
  return [
    line('shape', [radial.count, layers, times.length]),
    line('area', radial.areas),
    line('conductance', radial.conductances),
    line('thickness', thicknesses),
    line('time', times),
    line('start', start),
    ...Object.entries(p).map(([name, value]) => `${name} ${value}`),
    '',
  ].join('\n');
};
