import { quantity, type Dimension, type QuantityCodec } from '@percuta/quantity';
import { z } from 'zod';
import { dielectricAt } from '../../material/cole-cole.ts';
import type { ColeCole, Law, Material, Perfusion, PhaseChange } from '../../material/material.ts';
import { tissueNames } from '../../material/tissue.ts';
import { name, positive, temperature } from './amount.ts';

/** A property: one value, a line with a cap, or a table over temperature. */
const law = <D extends Dimension>(value: QuantityCodec<D>) =>
  z.union([
    value,
    z.strictObject({
      value,
      slope: quantity('temperature-coefficient', {
        shown: '%/K',
        description: 'change per kelvin, as a share of the value',
      }),
      reference: temperature('where the value holds').optional(),
      cap: temperature('above it the property changes no further').optional(),
    }),
    z.strictObject({
      table: z
        .array(z.tuple([temperature('rising'), value]))
        .min(2)
        .max(1000)
        .describe('linear between the points, constant beyond them'),
    }),
  ]);

const conductivity = law(positive('conductivity', 'S/m', '0 S/m', 'electric conductivity'));
const thermalConductivity = law(positive('thermal-conductivity', 'W/m/K', '0 W/m/K', 'thermal conductivity'));
const specificHeat = law(positive('specific-heat', 'J/kg/K', '0 J/kg/K', 'sensible specific heat'));

const spectrum = z.strictObject({
  limit: z.number().min(1).describe('relative permittivity far above every dispersion'),
  dispersions: z
    .array(
      z.strictObject({
        strength: z.number().min(0),
        time: positive('time', 'us', '0 s', 'relaxation time'),
        broadening: z.number().min(0).max(1),
      }),
    )
    .max(10),
  ionic: quantity('conductivity', { shown: 'S/m', min: '0 S/m', description: 'ionic conductivity' }),
});

const phaseChange = z.strictObject({
  at: temperature('where it happens').optional(),
  fraction: quantity('fraction', {
    shown: '%',
    min: '0 %',
    max: '100 %',
    description: 'mass of what changes phase, such as water',
  }),
  latent_heat: positive('specific-energy', 'MJ/kg', '0 J/kg', 'of what changes phase').optional(),
  conductivity_left: quantity('fraction', {
    shown: '1',
    exclusiveMin: '0',
    max: '1',
    description: 'share of the electric conductivity that is left when all has changed',
  }).optional(),
});

const perfusion = z.union([
  z.strictObject({
    coefficient: positive('perfusion-heat', 'W/m3/K', '0 W/m3/K', 'blood flow times volumic heat of blood'),
    arterial: temperature('of the arterial blood').optional(),
  }),
  z.strictObject({
    blood_flow: positive('blood-flow', 'mL/min/kg', '0 m3/s/kg', 'volume of blood per mass of tissue'),
    blood: positive('volumic-heat', 'MJ/m3/K', '0 J/m3/K', 'density times specific heat of blood').optional(),
    arterial: temperature('of the arterial blood').optional(),
  }),
]);

/** Properties of one material; what is left out comes from `like`, else it must not be needed. */
export const materialWire = z.strictObject({
  like: z.enum(tissueNames).optional().describe('tissue that gives what is left out here'),
  conductivity: conductivity.optional(),
  lasting_rise: z
    .strictObject({
      rise: quantity('fraction', { shown: '%', min: '0 %', description: 'largest relative rise' }),
      kinetics: name.describe('name of a kinetics set'),
    })
    .optional()
    .describe('lasting rise of conductivity on coagulation'),
  permittivity: z.number().min(1).optional().describe('relative, at the frequency of the generator'),
  spectrum: z
    .union([name, spectrum])
    .optional()
    .describe('Cole-Cole spectrum, or the name of one; gives conductivity and permittivity left out'),
  thermal_conductivity: thermalConductivity.optional(),
  density: positive('density', 'kg/m3', '0 kg/m3', 'mass per volume').optional(),
  specific_heat: specificHeat.optional(),
  phase_change: z
    .union([z.literal('none'), phaseChange])
    .optional()
    .describe('water that boils, or anything that melts; left out = none, or that of `like`'),
  perfusion: z.union([z.literal('none'), perfusion]).optional(),
  metabolism: quantity('power-density', { shown: 'W/m3', min: '0 W/m3' }).optional(),
});

export type MaterialWire = z.output<typeof materialWire>;

/** What the decoding of a material needs beside it. */
export interface MaterialContext {
  /** Materials by the name of a tissue. */
  readonly tissue: (name: (typeof tissueNames)[number]) => Material;
  /** A named spectrum; the check of names has made sure that there is one. */
  readonly spectrum: (name: string) => ColeCole | undefined;
  /** Hz; undefined without a generator. */
  readonly frequency: number | undefined;
  readonly boiling: number;
  readonly latentHeat: number;
  readonly conductivityLeft: number;
  readonly bodyTemperature: number;
  readonly bloodVolumicHeat: number;
}

/** 0 stands for a property that was not given; the checks refuse it where it is needed. */
const absent: Law = { kind: 'constant', value: 0 };

export const materialOf = (given: MaterialWire, own: string, context: MaterialContext): Material => {
  const like = given.like === undefined ? undefined : context.tissue(given.like);
  const cole = typeof given.spectrum === 'string' ? context.spectrum(given.spectrum) : given.spectrum;
  const density = given.density ?? like?.density ?? 0;
  return {
    name: own,
    ...electricOf(given, like, cole, context),
    coagulation: given.lasting_rise ?? like?.coagulation,
    spectrum: cole,
    thermalConductivity: lawOf(given.thermal_conductivity, context) ?? like?.thermalConductivity ?? absent,
    density,
    specificHeat: lawOf(given.specific_heat, context) ?? like?.specificHeat ?? absent,
    phaseChange: phaseChangeOf(given.phase_change, context, like),
    perfusion: perfusionOf(given.perfusion, density, context, like),
    metabolism: given.metabolism ?? like?.metabolism ?? 0,
  };
};

const electricOf = (
  given: MaterialWire,
  like: Material | undefined,
  cole: ColeCole | undefined,
  context: MaterialContext,
): Pick<Material, 'conductivity' | 'permittivity'> => {
  const { frequency } = context;
  const spectral = cole === undefined || frequency === undefined ? undefined : dielectricAt(cole, frequency);
  const own = lawOf(given.conductivity, context);
  const fromSpectrum: Law | undefined =
    spectral === undefined ? undefined : { kind: 'constant', value: spectral.conductivity };
  return {
    conductivity: own ?? fromSpectrum ?? like?.conductivity ?? absent,
    permittivity: given.permittivity ?? spectral?.permittivity ?? like?.permittivity ?? 1,
  };
};

type WireLaw =
  | number
  | { value: number; slope: number; reference?: number | undefined; cap?: number | undefined }
  | { table: readonly (readonly [number, number])[] };

const lawOf = (given: WireLaw | undefined, { bodyTemperature }: MaterialContext): Law | undefined => {
  if (given === undefined) return undefined;
  if (typeof given === 'number') return { kind: 'constant', value: given };
  if ('table' in given) {
    return {
      kind: 'table',
      temperatures: given.table.map(([T]) => T),
      values: given.table.map(([, value]) => value),
    };
  }
  const { value, slope, reference = bodyTemperature, cap = Infinity } = given;
  return { kind: 'linear', value, slope, reference, cap };
};

const phaseChangeOf = (
  given: MaterialWire['phase_change'],
  context: MaterialContext,
  like: Material | undefined,
): PhaseChange | undefined => {
  if (given === undefined) return like?.phaseChange;
  if (given === 'none') return undefined;
  return {
    temperature: given.at ?? context.boiling,
    fraction: given.fraction,
    latentHeat: given.latent_heat ?? context.latentHeat,
    conductivityLeft: given.conductivity_left ?? context.conductivityLeft,
  };
};

const perfusionOf = (
  given: MaterialWire['perfusion'],
  density: number,
  context: MaterialContext,
  like: Material | undefined,
): Perfusion | undefined => {
  if (given === undefined) return like?.perfusion;
  if (given === 'none') return undefined;
  const arterial = given.arterial ?? context.bodyTemperature;
  if ('coefficient' in given) return { coefficient: given.coefficient, arterial };
  return { coefficient: given.blood_flow * density * (given.blood ?? context.bloodVolumicHeat), arterial };
};
