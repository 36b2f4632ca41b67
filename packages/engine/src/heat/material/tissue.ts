import type { Values } from '../../stage.ts';
import type { heatParameters } from '../parameters.ts';
import { valueAt } from './law.ts';
import type { Law, Material, PhaseChange } from './material.ts';

export type HeatValues = Values<typeof heatParameters>;

/** Layers of skin that the model has properties for. */
export const tissueNames = ['stratum corneum', 'epidermis', 'dermis', 'fat'] as const;
export type TissueName = (typeof tissueNames)[number];

/** The material of a layer of skin at given parameter values. */
export const tissueOf = (name: TissueName, values: HeatValues): Material => {
  switch (name) {
    case 'stratum corneum':
      return skinLike(name, values, electricOf(values.sigmaStratumCorneum, values.epsilonEpidermis));
    case 'epidermis':
      return skinLike(name, values, electricOf(values.sigmaEpidermis, values.epsilonEpidermis));
    case 'dermis':
      return {
        ...skinLike(name, values, electricOf(values.sigmaDermis, values.epsilonDermis)),
        phaseChange: waterOf(values.waterDermis, values),
        perfusion: perfusionOf(values.densitySkin * values.bloodFlowSkin, values),
        metabolism: values.densitySkin * values.metabolismSkin,
      };
    case 'fat':
      return fatOf(values);
  }
};

interface Electric {
  readonly sigma: number;
  readonly epsilon: number;
}

const electricOf = (sigma: number, epsilon: number): Electric => ({ sigma, epsilon });

/** Epidermis: thermally as skin, without blood. */
const skinLike = (name: string, values: HeatValues, { sigma, epsilon }: Electric): Material => ({
  name,
  conductivity: warmed(sigma, values),
  coagulation: undefined,
  permittivity: epsilon,
  spectrum: undefined,
  thermalConductivity: constant(values.conductivitySkin),
  density: values.densitySkin,
  specificHeat: constant(values.specificHeatSkin),
  phaseChange: waterOf(values.waterEpidermis, values),
  perfusion: undefined,
  metabolism: 0,
});

const fatOf = (values: HeatValues): Material => ({
  name: 'fat',
  conductivity: warmed(values.sigmaFat, values),
  coagulation: undefined,
  permittivity: values.epsilonFat,
  spectrum: undefined,
  thermalConductivity: constant(values.conductivityFat),
  density: values.densityFat,
  specificHeat: constant(values.specificHeatFat),
  phaseChange: waterOf(values.waterFat, values),
  perfusion: perfusionOf(values.densityFat * values.bloodFlowFat, values),
  metabolism: values.densityFat * values.metabolismFat,
});

const constant = (value: number): Law => ({ kind: 'constant', value });

const warmed = (sigma: number, values: HeatValues): Law => ({
  kind: 'linear',
  value: sigma,
  slope: values.sigmaSlope,
  reference: values.bodyTemperature,
  cap: values.boiling,
});

const waterOf = (fraction: number, values: HeatValues): PhaseChange => ({
  temperature: values.boiling,
  fraction,
  latentHeat: values.latentHeat,
  conductivityLeft: values.conductivityLeft,
});

/** `rate` is the volume of blood per volume of tissue and time, 1/s. */
const perfusionOf = (rate: number, values: HeatValues): Material['perfusion'] => ({
  coefficient: rate * values.densityBlood * values.specificHeatBlood,
  arterial: values.bodyTemperature,
});

/** k over rho c at a temperature (K), m²/s. */
export const diffusivityOf = (material: Material, temperature: number): number =>
  valueAt(material.thermalConductivity, temperature) /
  (material.density * valueAt(material.specificHeat, temperature));
