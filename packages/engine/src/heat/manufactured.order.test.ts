import { cos, log, sin } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { body, boundary, heatProblem, skinLike } from '../testing/heat-case.ts';
import { inBlock, inCylinder, inner, meeting, productAt } from '../testing/manufactured-heat.ts';
import type { Manufactured, Position } from '../testing/manufactured-heat.ts';
import { cellVolumes } from './grid/heat-grid.ts';
import { placeOf } from './grid/place.ts';
import type { Place } from './grid/place.ts';
import { driverOf } from './march/driver.ts';
import { initialFields } from './march/begin.ts';
import { meansOf } from './march/means.ts';
import { attempt, refreshedThermal, settledIn } from './march/moving.ts';
import type { Moving } from './march/moving.ts';
import { settingOf } from './march/setting.ts';
import { noBalances } from './march/balance.ts';
import type { Law } from './material/material.ts';
import { probeTemperature } from './output/probe-temperature.ts';
import { fillSigma } from './potential/conductivity-field.ts';
import { refreshPotential } from './potential/potential.ts';
import type { HeatProblem } from './problem/heat-problem.ts';

const sizes = [8, 16, 32];
// About 2, the order of two-point fluxes on smooth grids with jumps on faces; the least-squares slope over three grids.
const margin = 0.1;

const orderOf = (errors: readonly number[]): number => log((errors[0] ?? NaN) / (errors[2] ?? NaN)) / log(4);

/** A value for every cell, at its centre. */
const atCentres = ({ grid: { x, y, z }, medium }: Place, f: (at: Position, layer: number) => number) => {
  const out = new Float64Array(medium.ofCell.length);
  for (let cell = 0; cell < out.length; cell++) {
    const [i, rest] = [cell % x.count, Math.floor(cell / x.count)];
    const at = [x.centres[i], y.centres[rest % y.count], z.centres[Math.floor(rest / y.count)]] as const;
    out[cell] = f(at, medium.layerOfCell[cell]);
  }
  return out;
};

/** Root mean square over the volume of what was found less what it should be. */
const errorOf = ({ grid }: Place, found: Float64Array, wanted: Float64Array): number => {
  let [sum, total] = [0, 0];
  cellVolumes(grid).forEach((volume, cell) => {
    sum += volume * (found[cell] - wanted[cell]) ** 2;
    total += volume;
  });
  return Math.sqrt(sum / total);
};

const scaled = (place: Place, density: Float64Array): Float64Array =>
  cellVolumes(place.grid).map((volume, cell) => volume * density[cell]);

const constant = (value: number): Law => ({ kind: 'constant', value });

const linear = (value: number, slope: number): Law => ({
  kind: 'linear',
  value,
  slope,
  reference: body,
  cap: Infinity,
});

const layers: HeatProblem['layers'] = [
  { name: 'upper', thickness: meeting, material: 'upper' },
  { name: 'lower', thickness: meeting, material: 'lower' },
];

/** S/m of the layers at 37 °C, and how much conductivity varies within each. */
const sigmas = [0.4, 0.02];
const [variation, perKelvin] = [0.3, 0.02];

/**
 * u = w / sigma of the layer, with w = 0 where layers meet: potential and current pass continuously. With
 * sigma = layer (1 + variation p), -div(sigma grad u) = -(1 + variation p) lap w - variation grad p · grad w.
 */
const potentialError = ({ domain, shape, other }: Manufactured, n: number): number => {
  const problem = heatProblem({
    materials: ['upper', 'lower'].map((name, layer) =>
      skinLike({ name, conductivity: linear(sigmas[layer], perKelvin) }),
    ),
    layers,
  });
  const plates = boundary(undefined, { kind: 'group', group: 'plates' });
  const place = placeOf(problem, domain(n, plates, boundary()), { build: 'f64', byLaws: false });
  const { potential } = settingOf(place, []);
  const temperatures = atCentres(place, (at) => body + (variation / perKelvin) * productAt(other, at).value);
  const sigma = new Float64Array(temperatures.length);
  fillSigma(place.medium, { temperatures, vapour: new Float64Array(sigma.length), damage: new Map() }, sigma);
  refreshPotential(potential, sigma);
  const source = atCentres(place, (at) => {
    const [w, p] = [productAt(shape, at), productAt(other, at)];
    return -(1 + variation * p.value) * w.laplacian - variation * inner(p.gradient, w.gradient);
  });
  const { value } = potential.steady.solve(scaled(place, source), undefined, 1e-10);
  return errorOf(
    place,
    value,
    atCentres(place, (at, layer) => productAt(shape, at).value / sigmas[layer]),
  );
};

describe('potentials of conductivities that vary and jump by 20 converge at second order', () => {
  test.each([
    ['in a block', inBlock],
    ['about an axis', inCylinder],
  ])('%s', (_name, manufactured) => {
    const errors = sizes.map((n) => potentialError(manufactured, n));
    expect(Math.abs(orderOf(errors) - 2)).toBeLessThan(margin);
  });
});

interface Layer {
  /** W/m/K at 37 °C, and its rise a kelvin as a share. */
  readonly k: number;
  readonly slope: number;
  readonly density: number;
  /** J/kg/K at 37 °C. */
  readonly heat: number;
}

const [upper, lower]: readonly Layer[] = [
  { k: 0.5, slope: 0.03, density: 1100, heat: 3400 },
  { k: 0.2, slope: -0.015, density: 920, heat: 2100 },
];
const both = [upper, lower];

/** K m W/(m K): w / k is a rise of up to 10 K. */
const size = 2;
/** s; the field is sin(t / pace) of its shape. */
const [pace, until] = [0.3, 0.4];

interface Properties {
  /** Rise of the specific heat a kelvin as a share; at 0 kernels step, else the laws of materials. */
  readonly warming: number;
  /** Share of the slopes that heat conductivities have. */
  readonly following: number;
  /** Time steps on a grid of n cells a side. */
  readonly steps: (n: number) => number;
}

const heatOf = ({ warming, following }: Properties): HeatProblem =>
  heatProblem({
    materials: both.map(({ k, slope, density, heat }, layer) =>
      skinLike({
        name: layers[layer].name,
        thermalConductivity: following === 0 ? constant(k) : linear(k, following * slope),
        density,
        specificHeat: warming === 0 ? constant(heat) : linear(heat, warming),
      }),
    ),
    layers,
  });

/**
 * T = 37 °C + u, u = w / k of the layer. With k (1 + s u) and rho c (1 + r u):
 * Q = rho c (1 + r u) du/dt - (1 + s u) lap w - s |grad w|² / k.
 */
const sourceAt = (
  place: Place,
  { shape }: Manufactured,
  { warming, following }: Properties,
  time: number,
): Float64Array => {
  const [level, rate] = [size * sin(time / pace), (size / pace) * cos(time / pace)];
  const density = atCentres(place, (at, layer) => {
    const w = productAt(shape, at);
    const { k, density: rho, heat } = both[layer];
    const slope = following * both[layer].slope;
    const u = (level * w.value) / k;
    const kept = rho * heat * (1 + warming * u) * ((rate * w.value) / k);
    const bent = (1 + slope * u) * level * w.laplacian;
    return kept - bent - (slope * level * level * inner(w.gradient, w.gradient)) / k;
  });
  return scaled(place, density);
};

const temperatureError = (manufactured: Manufactured, properties: Properties, n: number): number => {
  const plates = boundary({ kind: 'fixed', temperature: body });
  const domain = manufactured.domain(n, plates, boundary());
  const build = domain.kind === 'block' ? 'f32' : 'f64';
  const place = placeOf(heatOf(properties), domain, { build, byLaws: false });
  const driver = driverOf(undefined);
  const tolerances = { potential: 1e-9, conductivity: 0 };
  const means = meansOf(place, driver, { ends: [until, until], tolerances });
  const { caloric } = means;
  const setting = settingOf(place, []);
  const fields = initialFields(place, caloric, setting);
  const moving: Moving = {
    setting,
    last: undefined,
    earlier: undefined,
    balances: noBalances,
    ...settledIn(means, setting, fields),
  };
  const still = {
    place,
    setting,
    caloric,
    driver,
    tolerances,
    temperatureOf: probeTemperature(place, setting),
  };
  const steps = properties.steps(n);
  const duration = until / steps;
  for (let step = 0; step < steps; step++) {
    const sources = sourceAt(place, manufactured, properties, (step + 0.5) * duration);
    const context = { ...still, sources, isDriven: false, explicit: moving.explicit };
    const { fields: now } = attempt(moving, context, duration).take((step + 1) * duration);
    moving.now = now;
    moving.explicit = refreshedThermal(moving, caloric);
  }
  const level = size * sin(until / pace);
  const wanted = atCentres(
    place,
    (at, layer) => body + (level * productAt(manufactured.shape, at).value) / both[layer].k,
  );
  return errorOf(place, moving.now.temperatures, wanted);
};

const jumping: Properties = { warming: 0, following: 0, steps: (n) => n / 2 };
const varying: Properties = { warming: 0, following: 1, steps: (n) => n / 2 };

describe('temperatures of heat conductivities and capacities that jump converge at second order', () => {
  test.each([
    ['in a block, steps as cells', inBlock, jumping],
    ['about an axis, steps as cells', inCylinder, jumping],
    ['in a block, conductivity following temperature', inBlock, varying],
    ['about an axis, conductivity following temperature', inCylinder, varying],
    ['about an axis, capacity too, by the laws of materials', inCylinder, { ...varying, warming: 0.01 }],
  ])('%s', (_name, manufactured, properties) => {
    const errors = sizes.map((n) => temperatureError(manufactured, properties, n));
    expect(Math.abs(orderOf(errors) - 2)).toBeLessThan(margin);
  });
});
