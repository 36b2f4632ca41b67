// Every number of the model says where it is from; no number hides in an equation file.
import { limitBounds, parameterNames, stages } from '@percuta/engine';
import { faultOf, isReferenceKey, isUnverified, type Parameter } from '@percuta/evidence';
import { dataFaults, referenceFaults, sheetFaults } from './provenance-data.ts';
import { isMain, isTest, lineOf, listFiles, readText, report, visitNodes } from './sources.ts';
import type { SourceFile } from './sources.ts';

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
const equationFolders = ['skin', 'puncture', 'safety'].map((stage) => `packages/engine/src/${stage}`);

/** Numbers that are no facts about skin, needles or people, by file, with the reason they may stand there. */
const literals: Readonly<Record<string, { readonly numbers: readonly number[]; readonly reason: string }>> = {
  'skin/skin.ts': { numbers: [0.1, 0.3, 0.7, 0.9], reason: 'midpoints of five equal shares' },
  'skin/thickness.ts': { numbers: [320, 24, 0.95], reason: 'grid of the densities; the 95 % point of its input' },
  'puncture/depth.ts': { numbers: [60], reason: 'bound on the steps of a solver' },
  'puncture/device.ts': {
    numbers: [12, 0.00025],
    reason: 'digits of a printed double; steps in which a dial without steps is tried',
  },
  'puncture/lattice.ts': {
    numbers: [0.006, 0.0015, 0.001, 300],
    reason: 'window, border, cells and raster of the simulated square',
  },
  'safety/adjustments.ts': { numbers: [12], reason: 'digits of a printed double' },
  'safety/screening.ts': { numbers: [18, 22], reason: 'the ages in the ids of the screening items' },
  'safety/share.ts': { numbers: [0.05, 0.95], reason: 'ends of every band' },
};

const isPlain = (value: number, raw: string): boolean =>
  (Number.isInteger(value) && value <= 10) || value === 0.5 || /^1(0+|e[+-]?\d+)$/i.test(raw);

/** Numbers in an equation file that belong in a parameter file. */
export const literalFaults = (file: SourceFile): string[] => {
  const [, name = file.path] = file.path.split('packages/engine/src/');
  const allowed = new Set(literals[name]?.numbers);
  const faults: string[] = [];
  visitNodes(file, ({ type, value, raw, start }) => {
    if (type !== 'Literal' || typeof value !== 'number') return;
    if (isPlain(value, String(raw)) || allowed.has(value)) return;
    faults.push(
      `${file.path}:${lineOf(file.text, start)}: ${String(raw)} stands in an equation file; make it a parameter`,
    );
  });
  return faults;
};

const isEquations = (path: string): boolean =>
  path.endsWith('.ts') && !isTest(path) && !/(^|[/-])parameters\.ts$/.test(path);

export const checkProvenance = (): string[] => {
  const jsons = listFiles(data)
    .filter((path) => path.endsWith('.json'))
    .map((path): [string, unknown] => [path, JSON.parse(readText(path))]);
  const isReference = (path: string): boolean => path.startsWith(`${data}/references/`);
  return [
    ...stages.flatMap((stage) => parameterNames(stage)).flatMap(([name, it]) => parameterFaults(name, it)),
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
