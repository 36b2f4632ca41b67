// Which package may import which, which stage of the engine which, and no circles of files. Type imports count.
import { isBuiltin } from 'node:module';
import { dirname, posix } from 'node:path';
import { importsOf, isMain, isTest, readWorkspace, report } from './sources.ts';
import type { Import, Package, SourceFile, Workspace } from './sources.ts';

/** For each package the packages it may import, and what it may import from npm at run time. */
const graph: Readonly<
  Record<string, { readonly inside: readonly string[]; readonly outside: readonly string[] }>
> = {
  quantity: { inside: [], outside: ['zod'] },
  numerics: { inside: [], outside: [] },
  evidence: { inside: ['quantity', 'numerics'], outside: ['zod'] },
  engine: {
    inside: ['evidence', 'quantity', 'numerics'],
    outside: ['zod', '@noble/hashes', 'canonicalize', 'fastest-levenshtein'],
  },
  figures: { inside: ['engine', 'evidence', 'quantity'], outside: ['@observablehq/plot', 'linkedom'] },
  scene: { inside: ['figures'], outside: ['three', '@types/three'] },
  document: { inside: ['figures', 'engine', 'evidence', 'quantity'], outside: ['hono'] },
  cli: {
    inside: ['document', 'figures', 'engine', 'evidence', 'quantity', 'numerics'],
    outside: ['commander', 'cli-table3', 'sirv', 'pg-boss', '@electric-sql/pglite'],
  },
  workbench: {
    inside: ['document', 'figures', 'scene', 'engine', 'evidence', 'quantity'],
    outside: [
      'three',
      '@types/three',
      '@react-three/fiber',
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/dates',
      '@mantine/hooks',
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@fontsource-variable/inter',
      '@fontsource-variable/source-serif-4',
      'dayjs',
      'i18next',
      'react-i18next',
      'tabbable',
      'idb-keyval',
      'marked',
      'vite',
      '@types/react',
      '@types/react-dom',
      'zod',
      'workbox-core',
      'workbox-precaching',
    ],
  },
};

/** What runs on Node only: the command line, and what builds the site. */
const onNode = ['apps/cli/', 'apps/workbench/site/'];

/** The chain of the engine; a stage may import itself and what stands before it. */
const stages = [
  'case',
  'skin',
  'puncture',
  'heat',
  'heal',
  'appearance',
  'expectation',
  'safety',
  'plan',
  'report',
];
const engine = 'packages/engine/src/';

/** Files beside the stages that join them, with the last stage they may import. No stage imports an entry. */
const joints: Readonly<Record<string, { readonly upTo: string; readonly isEntry: boolean }>> = {
  'ensemble.ts': { upTo: 'safety', isEntry: false },
  'run.ts': { upTo: 'safety', isEntry: false },
  'treat-zone.ts': { upTo: 'heal', isEntry: true },
  'simulate.ts': { upTo: 'report', isEntry: true },
  'plan-course.ts': { upTo: 'report', isEntry: true },
  'value-of-measurement.ts': { upTo: 'report', isEntry: true },
  'reasons/': { upTo: 'report', isEntry: true },
  'delivery/': { upTo: 'report', isEntry: true },
  'manifest.ts': { upTo: 'report', isEntry: true },
  'write-simulation.ts': { upTo: 'report', isEntry: true },
  'simulate-heating.ts': { upTo: 'safety', isEntry: true },
  'simulate-healing.ts': { upTo: 'report', isEntry: true },
  'simulation/': { upTo: 'report', isEntry: true },
  // Formats of files, of no stage.
  'export/': { upTo: 'case', isEntry: false },
  // Folders: what the manifest and a replay need, and what holds the model against numbers from outside.
  // Folders: what the manifest and a replay need, and what holds the model against numbers from outside, and what runs
  // it many times.
  'receipts/': { upTo: 'report', isEntry: true },
  'emulation/': { upTo: 'report', isEntry: true },
  'validation/': { upTo: 'report', isEntry: true },
  'study/': { upTo: 'report', isEntry: true },
  'index.ts': { upTo: 'report', isEntry: true },
};

interface Source extends SourceFile {
  readonly owner: Package;
  readonly imports: readonly Import[];
}

const shortName = (name: string): string => name.replace('@percuta/', '');

/** The package of a specifier: "@noble/hashes/sha2.js" is of "@noble/hashes". */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const target = (file: SourceFile, specifier: string): string => posix.join(dirname(file.path), specifier);

const at = (file: SourceFile, { line, specifier }: Import, fault: string): string =>
  `${file.path}:${line}: imports ${specifier}; ${fault}`;

/** What packages export beside their index: parts that a command can start with alone, the words of kernels, and what
 * a thread that helps with them runs. */
const entries = [
  '@percuta/engine/heat',
  '@percuta/evidence/heat',
  '@percuta/figures/heat-problem',
  '@percuta/numerics/helper',
  '@percuta/numerics/lane',
];

const siblingFault = (owner: Package, specifier: string): string | undefined => {
  const name = packageOf(specifier);
  if (specifier !== name && !entries.includes(specifier)) {
    return 'only the index of another package may be imported, or an entry that it names';
  }
  if (!owner.dependencies.includes(name)) return `${name} is not among the dependencies of ${owner.name}`;
  const { inside } = graph[shortName(owner.name)] ?? { inside: [] };
  return inside.includes(shortName(name)) ? undefined : `${owner.name} may not import ${name}`;
};

const outsideFault = (owner: Package, specifier: string): string | undefined => {
  const name = packageOf(specifier);
  if (!owner.dependencies.includes(name)) return `${name} is not among the dependencies of ${owner.name}`;
  const { outside } = graph[shortName(owner.name)] ?? { outside: [] };
  return outside.includes(name)
    ? undefined
    : `${owner.name} may not import ${name}; it needs a decision first`;
};

const importFault = (file: Source, { specifier }: Import): string | undefined => {
  const { owner } = file;
  if (specifier.startsWith('.')) {
    const path = target(file, specifier);
    if (isTest(path)) return 'it is for tests only';
    return path.startsWith(`${owner.folder}/`) ? undefined : 'it lies in another package';
  }
  if (isBuiltin(specifier)) {
    return onNode.some((folder) => file.path.startsWith(folder))
      ? undefined
      : 'a package has to run in a browser too';
  }
  return specifier.startsWith('@percuta/') ? siblingFault(owner, specifier) : outsideFault(owner, specifier);
};

const declaredFaults = (owner: Package): string[] => {
  const known = graph[shortName(owner.name)];
  const where = `${owner.folder}/package.json`;
  if (known === undefined)
    return [`${where}: ${owner.name} has no place in the graph of tools/check-layers.ts`];
  const allowed = new Set([...known.inside.map((name) => `@percuta/${name}`), ...known.outside]);
  return owner.dependencies
    .filter((name) => !allowed.has(name))
    .map((name) => `${where}: ${owner.name} may not depend on ${name}`);
};

/** The joint a file of the engine belongs to: itself, or a folder that is one. */
const jointKey = (path: string): string => {
  const inside = path.slice(engine.length);
  const folder = `${inside.split('/')[0]}/`;
  return Object.hasOwn(joints, folder) ? folder : inside;
};

/** The stage a file belongs to, or undefined for a file beside the stages. */
const stageOf = (path: string): string | undefined => {
  const [folder, file] = path.slice(engine.length).split('/');
  return file === undefined || Object.hasOwn(joints, `${folder}/`) ? undefined : folder;
};

/** Position in the chain of the last stage a file reaches; -1 for none. */
type Reach = (path: string) => number;

const reachOver = (sources: ReadonlyMap<string, Source>): Reach => {
  const known = new Map<string, number>();
  const reach: Reach = (path) => {
    const stage = stageOf(path);
    if (stage !== undefined) return stages.indexOf(stage);
    if (known.has(path)) return known.get(path) ?? -1;
    known.set(path, -1);
    const next = (sources.get(path)?.imports ?? [])
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier }) => reach(posix.join(dirname(path), specifier)));
    known.set(path, Math.max(-1, ...next));
    return known.get(path) ?? -1;
  };
  return reach;
};

/** A file of a stage: earlier stages, its own, and files beside the stages that reach earlier stages only. */
const fromStage = (stage: string, path: string, reach: Reach): string | undefined => {
  const own = stages.indexOf(stage);
  const other = stageOf(path);
  if (other !== undefined) {
    return stages.indexOf(other) <= own ? undefined : `${stage} comes before ${other}`;
  }
  const file = jointKey(path);
  if (joints[file]?.isEntry === true) return `no stage may import ${file}`;
  const last = stages[reach(path)];
  return reach(path) < own ? undefined : `${file} reaches ${last}, which does not come before ${stage}`;
};

/** A file beside the stages: no stage at all, unless it is a joint. */
const fromBeside = (file: string, path: string): string | undefined => {
  const other = stageOf(path);
  if (other === undefined) return undefined;
  const joint = joints[file];
  if (joint === undefined) return `only ${Object.keys(joints).join(', ')} may import a stage`;
  return stages.indexOf(other) <= stages.indexOf(joint.upTo)
    ? undefined
    : `${file} may import stages up to ${joint.upTo} only`;
};

const stageFaults = (file: Source, reach: Reach): string[] => {
  const own = stageOf(file.path);
  if (own !== undefined && !stages.includes(own)) return [`${file.path}: ${own} is not a stage`];
  return file.imports.flatMap((entry) => {
    const path = target(file, entry.specifier);
    if (!entry.specifier.startsWith('.') || !path.startsWith(engine)) return [];
    const fault = own === undefined ? fromBeside(jointKey(file.path), path) : fromStage(own, path, reach);
    return fault === undefined ? [] : [at(file, entry, fault)];
  });
};

/** Every circle that a depth-first walk closes, as the files on it. */
const circles = (sources: ReadonlyMap<string, Source>): string[] => {
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const found: string[] = [];
  const walk = (path: string): void => {
    const file = sources.get(path);
    if (file === undefined || state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push(`circle of imports: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const { specifier } of file.imports) if (specifier.startsWith('.')) walk(target(file, specifier));
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of sources.keys()) walk(path);
  return found;
};

/** Every breach of the layers in a workspace; tests are left out. */
export const checkLayers = ({ packages, files }: Workspace): string[] => {
  const sources = new Map<string, Source>();
  for (const file of files) {
    const owner = packages.find(({ folder }) => file.path.startsWith(`${folder}/`));
    if (owner === undefined || isTest(file.path)) continue;
    sources.set(file.path, { ...file, owner, imports: importsOf(file) });
  }
  const reach = reachOver(sources);
  return [
    ...packages.flatMap(declaredFaults),
    ...[...sources.values()].flatMap((file) =>
      file.imports.flatMap((entry) => {
        const fault = importFault(file, entry);
        return fault === undefined ? [] : [at(file, entry, fault)];
      }),
    ),
    ...[...sources.values()]
      .filter(({ path }) => path.startsWith(engine))
      .flatMap((file) => stageFaults(file, reach)),
    ...circles(sources),
  ];
};

if (isMain(import.meta.url)) report('layers', checkLayers(readWorkspace()));
