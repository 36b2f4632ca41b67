// What Strang splitting of diffusion from reactions would cost: `node validation/heal/splitting.ts`. Both parts are
// solved far more tightly than the splitting errs, so only the splitting is seen. One session at 200/cm2, 7 days.
import { createKernels, integrateStiff, type StiffSystem } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { tissueOf } from '../../packages/engine/src/heal/geometry/tissue.ts';
import { healingSystem, restingField } from '../../packages/engine/src/heal/integrate/healing-system.ts';
import { createNewtonMatrix } from '../../packages/engine/src/heal/integrate/newton-matrix.ts';
import { injure } from '../../packages/engine/src/heal/injury/injure.ts';
import { noBurn, woundOf } from '../../packages/engine/src/heal/injury/wound.ts';
import { normalPlace } from '../../packages/engine/src/heal/place.ts';
import { ratesOf, type Rates } from '../../packages/engine/src/heal/rates.ts';
import { speciesIds } from '../../packages/engine/src/heal/species/species.ts';
import { meanOf, readReference, valuesOf } from '../../packages/engine/src/heal/testing/reference.ts';
import { createFieldRows } from '../../packages/engine/src/heal/transport/field-rows.ts';
import { transportOf } from '../../packages/engine/src/heal/transport/transport.ts';

const tight = { relative: 1e-7, absolute: 1e-11 };
const span = toSI(7, 'days');
const [scenario] = readReference().scenarios.filter(({ id }) => id === 'needle-1x200');
const p = ratesOf(valuesOf(scenario), normalPlace);
const tissue = tissueOf(toSI(0.3989422804014327, 'mm'), Float64Array.of(0, toSI(0.2, 'mm')), p);

const still: Rates = { ...p, D_P: 0, D_A: 0, D_T: 0, D_N: 0, D_M: 0, D_F: 0, D_G: 0, D_V: 0, chi_F: 0 };
const reactions = healingSystem(tissue, still);

const kernels = createKernels('f64');
const transport = transportOf(tissue, p, kernels);
const matrix = createNewtonMatrix(tissue, transport, p, kernels);
const [states, speeds] = [1, 2].map(() => createFieldRows(tissue.places, kernels));
const point = new Float64Array(tissue.places * speciesIds.length);
const motion: StiffSystem = {
  size: point.length,
  rates: (y, out) => {
    states.read(y);
    speeds.read(out.fill(0));
    transport.addTo(states, speeds);
    speeds.write(out);
  },
  linearise: (y) => point.set(y),
  factor: (c) => matrix.factor(point, c),
  solve: matrix.solve,
};

const wounded = (): Float64Array => {
  const y = restingField(tissue, p);
  injure(y, tissue, (ring) => woundOf(tissue.radial, ring, toSI(50, 'um'), noBurn, p), p);
  return y;
};

const split = (steps: number): Float64Array => {
  let y = wounded();
  const h = span / steps;
  for (let i = 0; i < steps; i += 1) {
    y = integrateStiff(motion, y, h / 2, tight).end;
    y = integrateStiff(reactions, y, h, tight).end;
    y = integrateStiff(motion, y, h / 2, tight).end;
  }
  return y;
};

const exact = integrateStiff(healingSystem(tissue, p), wounded(), span, tight).end;
process.stdout.write('step (days)   largest error of an area mean at day 7\n');
for (const steps of [28, 56, 112, 224]) {
  const y = split(steps);
  const errors = speciesIds.map((id) => Math.abs(meanOf(y, tissue, id) - meanOf(exact, tissue, id)));
  const worst = Math.max(...errors);
  process.stdout.write(
    `${(7 / steps).toFixed(5).padEnd(13)} ${worst.toExponential(2)} ${speciesIds[errors.indexOf(worst)]}\n`,
  );
}
