// Every number of the model says where it is from; no number hides in an equation file.
import { allStages, appearanceStage, limitBounds, parameterNames } from '@percuta/engine';
import { faultOf, isReferenceKey, isUnverified, type Parameter } from '@percuta/evidence';
import { dataFaults, referenceFaults, sheetFaults } from './provenance/data.ts';
import { literalFaults } from './provenance/literals.ts';
import { isMain, isTest, listFiles, readText, report } from './sources.ts';

const data = 'packages/evidence/data';

/** Bases that are nothing without somebody to name. */
const needSource = new Set(['measured', 'pooled', 'calibrated']);

export const parameterFaults = (name: string, parameter: Parameter): string[] => {
  const { sources, reason, read, basis, spread, value, note } = parameter;
  const isDefinition = note?.includes('definition') ?? false;
  const fault = faultOf(spread, value);
  return [
    ...(sources.length === 0 && !reason?.trim() ? [`${name}: neither source nor reason`] : []),
    ...(sources.length === 0 && needSource.has(basis) ? [`${name}: ${basis}, but no source is named`] : []),
    ...sources
      .filter(({ key }) => !isReferenceKey(key))
      .map(({ key }) => `${name}: no reference with the key "${key}"`),
    ...(isUnverified(read) && spread.kind === 'fixed' && !isDefinition
      ? [`${name}: ${read}, but without a spread`]
      : []),
    ...(fault === undefined ? [] : [`${name}: ${fault}`]),
  ];
};

/** Folders of the engine whose numbers belong in parameter files. */
const equationFolders = ['skin', 'puncture', 'heat', 'heal', 'appearance', 'safety'].map(
  (stage) => `packages/engine/src/${stage}`,
);

const isEquations = (path: string): boolean =>
  path.endsWith('.ts') && !isTest(path) && !/(^|[/-])parameters\.ts$/.test(path);

export const checkProvenance = (): string[] => {
  const jsons = listFiles(data)
    .filter((path) => path.endsWith('.json'))
    .map((path): [string, unknown] => [path, JSON.parse(readText(path))]);
  const isReference = (path: string): boolean => path.startsWith(`${data}/references/`);
  return [
    ...[...allStages, appearanceStage]
      .flatMap((stage) => parameterNames(stage))
      .flatMap(([name, it]) => parameterFaults(name, it)),
    ...Object.entries(limitBounds).flatMap(([name, it]) => parameterFaults(`limit ${name}`, it)),
    ...jsons.flatMap(([path, json]) => (isReference(path) ? referenceFaults : dataFaults)(path, json)),
    ...jsons
      .filter(([path]) => path.startsWith(`${data}/devices/`))
      .flatMap(([path, json]) => sheetFaults(path, json)),
    ...equationFolders
      .flatMap(listFiles)
      .filter(isEquations)
      .flatMap((path) => literalFaults({ path, text: readText(path) })),
  ];
};

if (isMain(import.meta.url)) report('provenance', checkProvenance());
