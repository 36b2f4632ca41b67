import { createKernels, type KernelBuild, type StiffSystem } from '@percuta/numerics';
import type { Tissue } from '../geometry/tissue.ts';
import { healKernelsOf } from '../kernels/heal-kernels.ts';
import { reactionRates } from '../kernels/reaction-table.ts';
import type { Rates } from '../rates.ts';
import { species } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { transportOf } from '../transport/transport.ts';
import { createFieldRows } from '../transport/field-rows.ts';
import { createNewtonMatrix } from './newton-matrix.ts';

const width = speciesIds.length;

/** Every state at rest in every place: index = species + 25 × place. */
export const restingField = (tissue: Tissue, p: Rates): Float64Array => {
  const rest = species.map((one) => one.rest(p));
  return Float64Array.from({ length: tissue.places * width }, (_, i) => rest[i % width]);
};

/** The equations of the whole tissue (heal.2 to heal.5) as a stiff system. Both builds give the same bits. */
export const healingSystem = (tissue: Tissue, p: Rates, build: KernelBuild = 'f64'): StiffSystem => {
  const { places } = tissue;
  const kernels = createKernels(build);
  const run = healKernelsOf(kernels);
  const transport = transportOf(tissue, p, kernels);
  const matrix = createNewtonMatrix(tissue, transport, p, kernels);
  const constants = kernels.doubles(reactionRates.length);
  constants.data.set(reactionRates.map((name) => p[name]));
  const [states, rates] = [createFieldRows(places, kernels), createFieldRows(places, kernels)];
  const { lead } = states;
  const point = new Float64Array(places * width);
  return {
    size: places * width,
    kernels,
    rates: (y, out) => {
      states.read(y);
      run.reactions(rates.row(0), states.row(0), constants.offset, lead);
      transport.addTo(states, rates);
      rates.write(out);
    },
    linearise: (y) => {
      point.set(y);
      states.read(y);
      run.woundSlopes(matrix.slopeRows, states.row(0), constants.offset, lead);
      run.tissueSlopes(matrix.slopeRows, states.row(0), constants.offset, lead);
    },
    factor: (c) => matrix.factor(point, c),
    solve: matrix.solve,
  };
};
