import type { Generator } from '../heat/generator/generator.ts';
import type { Law, Material } from '../heat/material/material.ts';
import type {
  Boundary,
  Electrode,
  ElectricalBoundary,
  GridWish,
  HeatProblem,
  Metal,
  Needle,
  Probe,
  Shape,
  ThermalBoundary,
} from '../heat/problem/heat-problem.ts';

/** 37 °C, K. */
export const body = 310.15;
export const millimetre = 1e-3;

/** The constants of the reference problems: sigma 0.3 S/m, k 0.3721835 W/m/K, rho c of skin. */
export const skinLike = (differs: Partial<Material> = {}): Material => ({
  name: 'tissue',
  conductivity: { kind: 'constant', value: 0.3 },
  coagulation: undefined,
  permittivity: 1,
  spectrum: undefined,
  thermalConductivity: { kind: 'constant', value: 0.3721835 },
  density: 1109,
  specificHeat: { kind: 'constant', value: 3390.5 },
  phaseChange: undefined,
  perfusion: undefined,
  metabolism: 0,
  ...differs,
});

/** sigma that rises by 2 % of its value at 37 °C a kelvin, up to a cap (K). */
export const rising = (value: number, cap = Infinity): Law => ({
  kind: 'linear',
  value,
  slope: 0.02,
  reference: body,
  cap,
});

export const boundary = (
  thermal: ThermalBoundary = { kind: 'insulated' },
  electrical: ElectricalBoundary = { kind: 'insulated' },
): Boundary => ({ thermal, electrical });

/** Wishes of a grid, in mm. */
export const gridWish = (finest?: number, growth?: number, coarsest?: number): GridWish => ({
  finest: finest === undefined ? undefined : finest * millimetre,
  growth,
  coarsest: coarsest === undefined ? undefined : coarsest * millimetre,
  edges: {},
});

export const block = (
  [width, breadth, depth]: readonly [number, number, number],
  side: Boundary,
  grid: GridWish,
): HeatProblem['domain'] => ({
  kind: 'block',
  width: width * millimetre,
  breadth: breadth * millimetre,
  depth: depth * millimetre,
  sides: { top: boundary(), bottom: side, left: side, right: side, front: side, back: side },
  grid,
});

export const round = (
  radius: number,
  depth: number,
  side: Boundary,
  grid: GridWish,
): HeatProblem['domain'] => ({
  kind: 'axisymmetric',
  radius: radius * millimetre,
  depth: depth * millimetre,
  sides: { top: boundary(), bottom: side, rim: side },
  grid,
});

export const electrode = (group: string, shape: Shape, metal: Metal = { kind: 'perfect' }): Electrode => ({
  name: group,
  group,
  shape,
  metal,
});

/** A needle; lengths in mm. */
export const needleAt = (x: number, radius: number, to: number, differs: Partial<Needle> = {}): Needle => ({
  kind: 'needle',
  x: x * millimetre,
  y: 0,
  from: 0,
  to: to * millimetre,
  radius: radius * millimetre,
  tip: 0,
  exposed: { from: 0, to: to * millimetre },
  ...differs,
});

/** One channel from a to b at a voltage for some seconds. */
export const voltage = (volts: number, duration: number): Generator => ({
  frequency: 1e6,
  channels: [
    {
      name: 'channel',
      from: 'a',
      to: 'b',
      pulses: [{ from: 0, to: duration, control: { kind: 'voltage', voltage: volts } }],
      limits: { voltage: Infinity, current: Infinity, power: Infinity },
      cutOff: undefined,
      energyPerPulse: Infinity,
      energyInAll: Infinity,
      seriesResistance: 0,
    },
  ],
});

/** A probe of temperature over the whole course; mm. */
export const thermometer = (x: number, z = 0): Probe => ({
  name: `x ${x} z ${z}`,
  at: { x: x * millimetre, y: 0, z: z * millimetre },
  quantity: { kind: 'temperature' },
  times: [],
});

/** A heat problem in one material at 37 °C for 1 s; parts given stand in place of its own. */
export const heatProblem = (differs: Partial<HeatProblem>): HeatProblem => ({
  title: 'test',
  domain: undefined,
  materials: [skinLike()],
  layers: [{ name: 'all', thickness: 10, material: 'tissue' }],
  electrodes: [],
  moves: [],
  sources: [],
  generator: undefined,
  initial: { temperature: body, layers: {}, profile: undefined, blobs: [] },
  end: { kind: 'time', at: 1 },
  step: undefined,
  kinetics: [],
  histories: [],
  outputs: { resistances: [], probes: [], fields: [], contours: [] },
  ...differs,
});

export const outputs = (differs: Partial<HeatProblem['outputs']>): HeatProblem['outputs'] => ({
  resistances: [],
  probes: [],
  fields: [],
  contours: [],
  ...differs,
});

/** The resistance from a to b of a problem of potentials alone, ohm. */
export const resistance = { name: 'R', between: ['a', 'b'], frequency: undefined } as const;
