import { spectra } from '@percuta/evidence/heat';
import { tissueOf, type HeatValues } from '../material/tissue.ts';
import { stackOf } from './check/geometry.ts';
import type { Domain, End, HeatProblem, Layer } from './heat-problem.ts';
import { allKinetics, type Decoded } from './lookup.ts';
import { domainOf } from './wire/domain-wire.ts';
import { electrodesOf, moved } from './wire/electrode-wire.ts';
import { generatorOf } from './wire/generator-wire.ts';
import type { HeatProblemDocument } from './wire/heat-problem-wire.ts';
import { materialOf, type MaterialContext } from './wire/material-wire.ts';
import { outputsOf } from './wire/output-wire.ts';
import { historyOf, initialOf, sourceOf } from './wire/source-wire.ts';

const contextOf = (document: HeatProblemDocument, values: HeatValues): MaterialContext => ({
  tissue: (name) => tissueOf(name, values),
  spectrum: (name) => spectra().find(({ id }) => id === name),
  frequency: document.generator?.frequency,
  boiling: values.boiling,
  latentHeat: values.latentHeat,
  conductivityLeft: values.conductivityLeft,
  bodyTemperature: values.bodyTemperature,
  bloodVolumicHeat: values.densityBlood * values.specificHeatBlood,
});

/** The last layer without a thickness takes what the others leave. */
const layersOf = (given: HeatProblemDocument['layers'], domain: Domain | undefined): Layer[] => {
  const [from, to] = domain === undefined ? [0, 0] : stackOf(domain);
  const stated = given.reduce((total, { thickness = 0 }) => total + thickness, 0);
  return given.map(({ name, thickness, material }, i) => ({
    name: name ?? material,
    thickness: thickness ?? (i === given.length - 1 ? to - from - stated : 0),
    material,
  }));
};

const endOf = (given: HeatProblemDocument['end']): End => {
  if (typeof given === 'string') return { kind: given };
  return 'at' in given ? { kind: 'time', at: given.at } : { kind: 'settled', ...given.settled };
};

/** The document in SI, unchecked: `checkHeatProblem` says whether it can be solved. */
export const decodeHeatProblem = (document: HeatProblemDocument, values: HeatValues): HeatProblem => {
  const domain = document.domain === undefined ? undefined : domainOf(document.domain);
  const context = contextOf(document, values);
  const steel = {
    kind: 'conducting',
    thermalConductivity: values.steelConductivity,
    volumicHeat: values.steelVolumicHeat,
  } as const;
  const electrodes = document.electrodes.flatMap((given, i) => electrodesOf(given, i, steel));
  const decoded: Decoded = {
    title: document.title,
    domain,
    materials: Object.entries(document.materials).map(([name, given]) => materialOf(given, name, context)),
    layers: layersOf(document.layers, domain),
    electrodes,
    moves: document.moves.map((by) => ({
      at: by.at,
      electrodes: electrodes.map((electrode) => moved(electrode, by)),
    })),
    sources: document.sources.map(sourceOf),
    generator: document.generator === undefined ? undefined : generatorOf(document.generator),
    initial: initialOf(document.initial),
    end: endOf(document.end),
    step: document.step,
    histories: document.histories.map(historyOf),
    outputs: outputsOf(document.outputs),
  };
  return { ...decoded, kinetics: allKinetics(document, decoded) };
};
