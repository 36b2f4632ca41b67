import { centralValues } from '@percuta/evidence';
import { cos, createKernels, createRandom, integrateStiff, log, type Kernels } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { describe, expect, test } from 'vitest';
import { thicknessOf, tissueOf, type Tissue } from '../geometry/tissue.ts';
import { healParameters } from '../heal-stage.ts';
import { createNewtonMatrix } from '../integrate/newton-matrix.ts';
import { normalPlace } from '../place.ts';
import { ratesOf, type Rates } from '../rates.ts';
import { indexOf } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { createFieldRows } from './field-rows.ts';
import { transportOf } from './transport.ts';

const width = speciesIds.length;
const central = ratesOf(centralValues(healParameters), normalPlace);
const radius = toSI(0.4, 'mm');
const thickness = toSI(0.5, 'mm');

const slab = (layers: number, rings: number): Tissue =>
  tissueOf(
    radius,
    Float64Array.from({ length: layers + 1 }, (_, l) => (thickness * l) / layers),
    { ...central, N_r: rings },
  );

/** What all places hold of a species, over pi. */
const contentOf = (y: Float64Array, tissue: Tissue, id: string): number => {
  const { count, areas } = tissue.radial;
  let sum = 0;
  for (let place = 0; place < tissue.places; place += 1) {
    const volume = areas[place % count] * thicknessOf(tissue, Math.floor(place / count));
    sum += volume * y[place * width + indexOf[id]];
  }
  return sum;
};

/** Rates by transport alone. */
const ratesOfMotion = (tissue: Tissue, p: Rates, kernels: Kernels = createKernels('f64')) => {
  const transport = transportOf(tissue, p, kernels);
  const [states, rates] = [1, 2].map(() => createFieldRows(tissue.places, kernels));
  return (y: Float64Array): Float64Array => {
    const out = new Float64Array(y.length);
    states.read(y);
    rates.read(out);
    transport.addTo(states, rates);
    rates.write(out);
    return out;
  };
};

test('diffusion and drift move every species about and lose none', () => {
  const tissue = tissueOf(radius, Float64Array.of(0, 1e-4, 3e-4, 9e-4), { ...central, N_r: 7 });
  const random = createRandom(4);
  const y = Float64Array.from({ length: tissue.places * width }, () => random.next());
  const rates = ratesOfMotion(tissue, central)(y);
  for (const id of speciesIds) {
    const size = contentOf(rates.map(Math.abs), tissue, id);
    expect(Math.abs(contentOf(rates, tissue, id))).toBeLessThanOrEqual(1e-12 * size);
  }
  // What does not move has no rate at all.
  expect(contentOf(rates.map(Math.abs), tissue, 'E')).toBe(0);
});

/** Lets one species spread for a while, with nothing else going on, from a field given by place. */
const spread = (tissue: Tissue, p: Rates, time: number, start: (place: number) => number): Float64Array => {
  const kernels = createKernels('f64');
  const matrix = createNewtonMatrix(tissue, transportOf(tissue, p, kernels), p, kernels);
  const motion = ratesOfMotion(tissue, p, kernels);
  const y = new Float64Array(tissue.places * width);
  for (let place = 0; place < tissue.places; place += 1) y[place * width + indexOf['A']] = start(place);
  const system = {
    size: y.length,
    rates: (at: Float64Array, out: Float64Array) => out.set(motion(at)),
    linearise: () => undefined,
    factor: (c: number) => matrix.factor(y, c),
    solve: matrix.solve,
  };
  return integrateStiff(system, y, time, { relative: 1e-9, absolute: 1e-12 }).end;
};

const slopeOf = (errors: readonly number[]): number => log(errors[1] / errors[2]) / log(2);

/** J0 by its series. */
const bessel = (x: number): number => {
  let [term, sum] = [1, 1];
  for (let k = 1; k < 30; k += 1) {
    term *= (-x * x) / (4 * k * k);
    sum += term;
  }
  return sum;
};

describe('against closed forms', () => {
  test('in depth: a cosine falls at its own rate, with an error of second order', () => {
    const rate = central.D_A * (Math.PI / thickness) ** 2;
    const errors = [6, 12, 24].map((layers) => {
      const tissue = slab(layers, 3);
      const at = (place: number): number => cos((Math.PI * (Math.floor(place / 3) + 0.5)) / layers);
      const end = spread(tissue, central, 0.5 / rate, at);
      const measured = end[indexOf['A']] / at(0);
      return Math.abs(log(measured) + 0.5);
    });
    expect(Math.abs(slopeOf(errors) - 2)).toBeLessThan(0.1);
  });

  test('in r: the first Bessel mode falls at its own rate, with an error of second order', () => {
    const root = 3.831705970207512;
    const rate = central.D_A * (root / radius) ** 2;
    const errors = [16, 32, 64].map((rings) => {
      // Even rings: on graded ones the error is of the same order, with a larger constant.
      const tissue = tissueOf(radius, Float64Array.of(0, thickness), { ...central, N_r: rings, g_lin: 1 });
      const at = (place: number): number => bessel((root * tissue.radial.centres[place]) / radius);
      const end = spread(tissue, central, 0.5 / rate, at);
      return Math.abs(log(end[indexOf['A']] / at(0)) + 0.5);
    });
    expect(Math.abs(slopeOf(errors) - 2)).toBeLessThan(0.1);
  });
});
