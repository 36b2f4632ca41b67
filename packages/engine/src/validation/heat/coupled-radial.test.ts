import { exp, log } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { conductivityAt } from '../../heat/material/conductivity.ts';
import { enthalpyAt, enthalpyCurve, temperatureAt, vapourAt } from '../../heat/material/enthalpy.ts';
import { interpolate } from '../../heat/material/law.ts';
import type { Material } from '../../heat/material/material.ts';
import { coupledRadial } from './tabled.ts';

const body = 310.15;
const [inner, outer] = [0.15e-3, 3e-3];
const k = 0.3721835;

const constant: Material = {
  name: 'skin',
  conductivity: { kind: 'constant', value: 0.3 },
  coagulation: undefined,
  permittivity: 1,
  spectrum: undefined,
  thermalConductivity: { kind: 'constant', value: k },
  density: 1109,
  specificHeat: { kind: 'constant', value: 3390.5 },
  phaseChange: undefined,
  perfusion: undefined,
  metabolism: 0,
};
const rising: Material = {
  ...constant,
  conductivity: { kind: 'linear', value: 0.3, slope: 0.02, reference: body, cap: Infinity },
};
const boiling: Material = {
  ...constant,
  conductivity: { kind: 'linear', value: 0.3, slope: 0.02, reference: body, cap: 373.15 },
  phaseChange: { temperature: 373.15, fraction: 0.65, latentHeat: 2.2565e6, conductivityLeft: 0.001 },
};
const materials = { constant, rising, 'rising, with boiling': boiling };

interface Result {
  readonly resistance: number;
  readonly power: number;
  readonly temperatureAt: (r: number) => number;
}

/** Explicit finite volumes on logarithmic cells: enthalpy per cell, current through all cells in series. */
const solve = (material: Material, voltage: number, until: number, count: number): Result => {
  const width = log(outer / inner) / count;
  const curve = enthalpyCurve(material, body);
  const logs = Array.from({ length: count }, (_, i) => log(inner) + (i + 0.5) * width);
  const areas = logs.map((at) => Math.PI * (exp(2 * at + width) - exp(2 * at - width)));
  const enthalpy = logs.map(() => enthalpyAt(curve, body));
  const steps = Math.ceil(until / (0.4 * inner * inner * width * width * ((1109 * 3390.5) / k)));
  const duration = until / steps;
  const state = () => {
    const temperatures = enthalpy.map((H) => temperatureAt(curve, H));
    const parts = enthalpy.map((H, i) => {
      const now = { temperature: temperatures[i] ?? NaN, vapour: vapourAt(curve, H), coagulation: 0 };
      return width / (2 * Math.PI * conductivityAt(material, now));
    });
    return { temperatures, parts, resistance: parts.reduce((sum, part) => sum + part, 0) };
  };
  for (let n = 0; n < steps; n += 1) {
    const { temperatures, parts, resistance } = state();
    const current = voltage / resistance;
    // Towards the outside through every face; none through the needle, half a cell to the ground.
    const flows = temperatures.map((T, i) => {
      const next = temperatures[i + 1];
      return next === undefined
        ? ((T - body) * 2 * Math.PI * k) / (width / 2)
        : ((T - next) * 2 * Math.PI * k) / width;
    });
    for (let i = 0; i < count; i += 1) {
      const gain = current * current * (parts[i] ?? NaN) + (flows[i - 1] ?? 0) - (flows[i] ?? NaN);
      enthalpy[i] = (enthalpy[i] ?? NaN) + (gain * duration) / (areas[i] ?? NaN);
    }
  }
  const { temperatures, resistance } = state();
  return {
    resistance,
    power: (voltage * voltage) / resistance,
    temperatureAt: (r) => interpolate(logs, temperatures, log(r)) - 273.15,
  };
};

// The tabled values agree among 50, 100 and 200 cells within 0.1 %; a first-order step adds as much.
test.each(coupledRadial)(
  '$conductivity conductivity, $voltage V, $time s: materials and table agree within 0.3 %',
  ({ conductivity, voltage, time, resistance, power, near, far }) => {
    const found = solve(materials[conductivity], voltage, time, 100);
    expect(Math.abs(found.resistance / resistance - 1)).toBeLessThan(0.003);
    expect(Math.abs(found.power / power - 1)).toBeLessThan(0.003);
    expect(Math.abs(found.temperatureAt(0.3e-3) - near) / (near - 37)).toBeLessThan(0.003);
    expect(Math.abs(found.temperatureAt(0.6e-3) - far) / (far - 37)).toBeLessThan(0.003);
  },
);
