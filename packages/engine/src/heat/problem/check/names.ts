import type { Problem } from '../../../error.ts';
import { kineticsNames } from '../../damage/named.ts';
import type { HeatProblem, Quantity } from '../heat-problem.ts';
import { repeated, unknownName } from './finding.ts';

interface KineticsUse {
  readonly path: string;
  readonly name: string;
}

const ofQuantity = (path: string, quantity: Quantity): KineticsUse[] =>
  quantity.kind === 'damage' ? [{ path, name: quantity.kinetics }] : [];

/** Where a problem names kinetics. */
export const kineticsUses = ({
  histories,
  outputs,
  materials,
}: Pick<HeatProblem, 'histories' | 'outputs' | 'materials'>): KineticsUse[] => {
  return [
    ...histories.flatMap(({ kinetics }, i) =>
      kinetics.map((name) => ({ path: `histories[${i}].kinetics`, name })),
    ),
    ...outputs.probes.flatMap(({ quantity }, i) =>
      ofQuantity(`outputs.probes[${i}].quantity.damage`, quantity),
    ),
    ...outputs.fields.flatMap(({ quantity }, i) =>
      ofQuantity(`outputs.fields[${i}].quantity.damage`, quantity),
    ),
    ...outputs.contours.flatMap(({ quantity }, i) =>
      ofQuantity(`outputs.contours[${i}].damage.kinetics`, quantity),
    ),
    ...materials.flatMap(({ name, coagulation }) =>
      coagulation === undefined
        ? []
        : [{ path: `materials.${name}.lasting_rise.kinetics`, name: coagulation.kinetics }],
    ),
  ];
};

/** Names that mean something, and one thing only. */
export const nameProblems = (problem: HeatProblem): Problem[] => {
  const { materials, layers, electrodes, sources, initial, kinetics, histories, outputs, generator } =
    problem;
  const knownMaterials = materials.map(({ name }) => name);
  const knownLayers = layers.map(({ name }) => name);
  const knownKinetics = [...new Set([...kinetics.map(({ name }) => name), ...kineticsNames()])];
  return [
    ...layers.flatMap(({ material }, i) =>
      unknownName(`layers[${i}].material`, 'material', material, knownMaterials),
    ),
    ...sources.flatMap((source, i) =>
      source.kind === 'uniform' && source.layer !== undefined
        ? unknownName(`sources[${i}].layer`, 'layer', source.layer, knownLayers)
        : [],
    ),
    ...Object.keys(initial.layers).flatMap((name) =>
      unknownName(`initial.layers.${name}`, 'layer', name, knownLayers),
    ),
    ...kineticsUses(problem).flatMap(({ path, name }) =>
      unknownName(path, 'kinetics set', name, knownKinetics),
    ),
    ...repeated('layers', knownLayers),
    ...repeated(
      'electrodes',
      electrodes.map(({ name }) => name),
    ),
    ...repeated(
      'sources',
      sources.map(({ name }) => name),
    ),
    ...repeated(
      'kinetics',
      kinetics.map(({ name }) => name),
    ),
    ...repeated(
      'histories',
      histories.map(({ name }) => name),
    ),
    ...repeated(
      'outputs.probes',
      outputs.probes.map(({ name }) => name),
    ),
    ...repeated(
      'outputs.contours',
      outputs.contours.map(({ name }) => name),
    ),
    ...repeated(
      'generator.channels',
      (generator?.channels ?? []).map(({ name }) => name),
    ),
  ];
};
