import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A workspace of npm. `dependencies` are those of run time, and those that it loads only when asked to. */
export interface Package {
  readonly name: string;
  readonly folder: string;
  readonly description: string;
  readonly dependencies: readonly string[];
}

export interface Workspace {
  readonly packages: readonly Package[];
  readonly files: readonly SourceFile[];
}

const skipped = new Set(['node_modules', '.git', 'coverage', 'dist']);

/** Paths from the root of all files below a folder, sorted; none when the folder is missing. */
export const listFiles = (folder: string): string[] => {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .flatMap((entry) => {
        const path = `${folder}/${entry.name}`;
        if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(path);
        return [path];
      })
      .sort();
  } catch {
    return [];
  }
};

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Tests, and what only tests use: the folders called testing and e2e. */
export const isTest = (path: string): boolean => /\.test(-d)?\.tsx?$|\/testing\/|\/e2e\//.test(path);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A package.json as far as the checks read it. */
export const readPackage = (folder: string, text: string): Package => {
  const json: unknown = JSON.parse(text);
  if (!isRecord(json)) throw new TypeError(`${folder}/package.json holds no object`);
  const { name, description, dependencies, devDependencies } = json;
  return {
    name: String(name),
    folder,
    description: String(description ?? ''),
    dependencies: [dependencies, devDependencies].flatMap((one) => Object.keys(isRecord(one) ? one : {})),
  };
};

/** The packages and apps with their TypeScript files, tests included. */
export const readWorkspace = (): Workspace => {
  const paths = ['packages', 'apps'].flatMap(listFiles);
  const manifests = paths.filter((path) => /^(packages|apps)\/[^/]+\/package\.json$/.test(path));
  return {
    packages: manifests.map((path) => readPackage(dirname(path), readText(path))),
    files: paths
      .filter((path) => /\.tsx?$/.test(path))
      .map((path): SourceFile => ({ path, text: readText(path) })),
  };
};

/** A node of the syntax tree with its place in the text. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Whether a part of a syntax tree is a node. */
export const isNode = (value: unknown): value is SyntaxNode =>
  isRecord(value) && typeof value['type'] === 'string' && typeof value['start'] === 'number';

/** Calls `visit` for every node within a part of a syntax tree, outer ones first. */
export const visitAll = (value: unknown, visit: (node: SyntaxNode) => void): void => {
  if (isNode(value)) visit(value);
  if (isRecord(value)) for (const part of Object.values(value)) visitAll(part, visit);
};

/** Calls `visit` for every node of a file; throws when the file does not parse. */
export const visitNodes = (file: SourceFile, visit: (node: SyntaxNode) => void): void => {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new SyntaxError(`${file.path}: ${errors[0]?.message}`);
  visitAll(program, visit);
};

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** Everything a file imports or re-exports from, once each: types, dynamic imports and import types count. */
export const importsOf = (file: SourceFile): Import[] => {
  const found = new Map<string, Import>();
  visitNodes(file, (node) => {
    if (!importing.has(node.type)) return;
    const source = node['source'] ?? node['argument'];
    const specifier = isRecord(source) ? source['value'] : undefined;
    if (typeof specifier !== 'string' || found.has(specifier)) return;
    found.set(specifier, { specifier, line: lineOf(file.text, node.start) });
  });
  return [...found.values()];
};

/** Was this file started by itself, and not imported? */
export const isMain = (url: string): boolean => process.argv[1] === fileURLToPath(url);

/** Prints what is broken, one fault a line, and sets the exit code; says so when nothing is. */
export const report = (what: string, faults: readonly string[]): void => {
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(faults.length === 0 ? `${what}: in order\n` : `${what}: ${faults.length} faults\n`);
  if (faults.length > 0) process.exitCode = 1;
};
