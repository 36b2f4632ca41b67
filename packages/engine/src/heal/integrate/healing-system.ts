import { createKernels, type KernelBuild, type StiffSystem } from '@percuta/numerics';
import type { Tissue } from '../geometry/tissue.ts';
import type { Rates } from '../rates.ts';
import { species } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { transportOf } from '../transport/transport.ts';
import { addReactions, emptyLocal, readLocal } from './local.ts';
import { createNewtonMatrix } from './newton-matrix.ts';
import { createReactionJacobian } from './reaction-jacobian.ts';

const width = speciesIds.length;

/** Every state at rest in every place: index = species + 25 × place. */
export const restingField = (tissue: Tissue, p: Rates): Float64Array => {
  const rest = species.map((one) => one.rest(p));
  return Float64Array.from({ length: tissue.places * width }, (_, i) => rest[i % width]);
};

/** The equations of the whole tissue (heal.2 to heal.5) as a stiff system. Both builds give the same bits. */
export const healingSystem = (tissue: Tissue, p: Rates, build: KernelBuild = 'f64'): StiffSystem => {
  const { places } = tissue;
  const transport = transportOf(tissue, p);
  const kernels = createKernels(build);
  const matrix = createNewtonMatrix(tissue, transport, p, kernels);
  const s = emptyLocal();
  const jacobianAt = createReactionJacobian();
  const point = new Float64Array(places * width);
  return {
    size: places * width,
    kernels,
    rates: (y, out) => {
      for (let place = 0; place < places; place += 1) {
        readLocal(s, y, place * width, p);
        addReactions(s, out, place * width, p);
      }
      transport.add(y, out);
    },
    linearise: (y) => {
      point.set(y);
      for (let place = 0; place < places; place += 1) {
        readLocal(s, y, place * width, p);
        matrix.linearise(place, jacobianAt(s, y, place * width, p));
      }
    },
    factor: (c) => matrix.factor(point, c),
    solve: matrix.solve,
  };
};
