import { readHeatProblem, solveHeat, type Heating } from '@percuta/engine';

/** What the reference problems are varied by. */
export interface Variation {
  readonly finest: string;
  readonly growth: number;
  readonly volts?: number;
}

export const layers = [
  { material: 'epidermis', thickness: '0.1 mm' },
  { material: 'dermis', thickness: '1.9 mm' },
  { material: 'fat' },
];

const conductivity = (value: string) => ({ value, slope: '2 %/K', reference: '37 °C', cap: '100 °C' });

export const materials = {
  epidermis: {
    conductivity: conductivity('0.1 S/m'),
    thermal_conductivity: '0.3 W/m/K',
    density: '1000 kg/m3',
    specific_heat: '3800 J/kg/K',
  },
  dermis: {
    conductivity: conductivity('0.3 S/m'),
    thermal_conductivity: '0.45 W/m/K',
    density: '1000 kg/m3',
    specific_heat: '3900 J/kg/K',
  },
  fat: {
    conductivity: conductivity('0.04 S/m'),
    thermal_conductivity: '0.2 W/m/K',
    density: '1000 kg/m3',
    specific_heat: '2100 J/kg/K',
  },
};

export const needle = {
  shape: 'needle',
  to: '1.5 mm',
  radius: '0.125 mm',
  exposed: '0.5 mm',
  metal: { thermal_conductivity: '16 W/m/K', volumic_heat: '4 MJ/m3/K' },
};

const contours = [
  { name: '60 °C', temperature: '60 °C', times: ['50 ms'] },
  { name: '61 °C', temperature: '61 °C', times: ['50 ms'] },
  { name: 'cells', damage: { kinetics: 'cho-cell-death' } },
];

const common = {
  kind: 'percuta heat problem',
  version: 1,
  materials,
  layers,
  initial: '37 °C',
  end: { at: '150 ms' },
};

export const drive = (from: string, to: string, volts: number) => ({
  frequency: '1 MHz',
  channels: [{ from, to, control: { voltage: `${volts} V` }, pulses: [{ on: '50 ms' }] }],
});

const solve = (document: unknown): Heating => solveHeat(readHeatProblem(document));

const ground = { bottom: { electrical: { group: 'plate' } } };

const singleOutputs = {
  resistances: [{ between: ['plus', 'plate'] }],
  probes: [
    { name: 'beside, 50 um', at: { x: '0.175 mm', z: '1.25 mm' }, times: ['50 ms'] },
    { name: 'beside, 150 um', at: { x: '0.275 mm', z: '1.25 mm' }, times: ['50 ms'] },
    { name: 'below, 50 um', at: { z: '1.55 mm' }, times: ['50 ms'] },
    { name: 'below, 150 um', at: { z: '1.65 mm' }, times: ['50 ms'] },
  ],
  contours,
};

const single = (domain: unknown, volts = 105): Heating =>
  solve({
    ...common,
    title: 'One needle over a plate',
    domain,
    electrodes: [{ ...needle, group: 'plus' }],
    generator: drive('plus', 'plate', volts),
    outputs: singleOutputs,
  });

/** One needle over a plate, about its axis: the second path, of another discretisation, made fine. */
export const solveRound = ({ finest, growth, volts }: Variation): Heating =>
  single(
    {
      kind: 'axisymmetric',
      radius: '2.257 mm',
      depth: '4 mm',
      grid: { finest, growth },
      sides: ground,
    },
    volts,
  );

/** The same needle in a block of the same section. */
export const solveSquare = ({ finest, growth, volts }: Variation): Heating =>
  single(
    {
      kind: 'block',
      width: '4 mm',
      breadth: '4 mm',
      depth: '4 mm',
      grid: { finest, growth },
      sides: ground,
    },
    volts,
  );
