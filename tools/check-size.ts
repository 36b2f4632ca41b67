// Sizes that keep the code readable: lines of a file, files of a folder, imports of a file.
import { dirname } from 'node:path';
import { importsOf, isMain, isTest, listFiles, readText, readWorkspace, report } from './sources.ts';
import type { SourceFile } from './sources.ts';

const longestFile = 500;
const longestAtP90 = 300;
const mostFilesInFolder = 15;
const mostImports = 15;

/** Files that are a list by nature, with what they list. The index of a package is its surface and always one. */
const importLists: Readonly<Record<string, string>> = {
  'packages/evidence/data/atlas/site-files.ts': 'one import for each site',
  'packages/evidence/data/devices/sheet-files.ts': 'one import for each device',
  'packages/evidence/data/studies/study-files.ts': 'one import for each study',
};

const isImportList = (path: string): boolean =>
  path in importLists || /^[^/]+\/[^/]+\/src\/index\.ts$/.test(path);

const linesOf = ({ text }: SourceFile): number => text.replace(/\n$/, '').split('\n').length;

/** The smallest of the sorted values that at least the share p does not exceed. */
const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;

/** "packages/engine" of "packages/engine/src/run.ts"; "tools" of "tools/run.ts". */
const groupOf = (path: string): string =>
  /^(packages|apps)\//.test(path) ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? path);

export interface Sizes {
  readonly group: string;
  readonly files: number;
  readonly p50: number;
  readonly p90: number;
  readonly max: number;
}

/** Lines of the files of each package, tests left out. */
export const sizesOf = (files: readonly SourceFile[]): Sizes[] => {
  const groups = new Map<string, number[]>();
  for (const file of files) {
    if (isTest(file.path)) continue;
    const group = groupOf(file.path);
    groups.set(group, [...(groups.get(group) ?? []), linesOf(file)]);
  }
  return [...groups].map(([group, lines]) => {
    const sorted = lines.sort((a, b) => a - b);
    return {
      group,
      files: sorted.length,
      p50: percentile(sorted, 0.5),
      p90: percentile(sorted, 0.9),
      max: sorted.at(-1) ?? 0,
    };
  });
};

const fileFaults = (file: SourceFile): string[] => {
  const lines = linesOf(file);
  const tooLong = lines > longestFile;
  const imports = isTest(file.path) ? 0 : importsOf(file).length;
  return [
    ...(tooLong ? [`${file.path}: ${lines} lines, at most ${longestFile}`] : []),
    ...(imports > mostImports && !isImportList(file.path)
      ? [`${file.path}: imports from ${imports} places, at most ${mostImports}; a concept is missing`]
      : []),
  ];
};

const folderFaults = (files: readonly SourceFile[]): string[] => {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    if (!isTest(path)) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > mostFilesInFolder)
    .map(([folder, count]) => `${folder}: ${count} source files, at most ${mostFilesInFolder}`);
};

export const checkSize = (files: readonly SourceFile[]): string[] => [
  ...files.flatMap(fileFaults),
  ...folderFaults(files),
  ...sizesOf(files)
    .filter(({ p90 }) => p90 > longestAtP90)
    .map(({ group, p90 }) => `${group}: nine files of ten have up to ${p90} lines, at most ${longestAtP90}`),
];

const main = (): void => {
  const tools = listFiles('tools').filter((path) => /\.(ts|mjs)$/.test(path));
  const files = [...readWorkspace().files, ...tools.map((path) => ({ path, text: readText(path) }))];
  process.stdout.write('package               files   p50   p90   max lines\n');
  for (const { group, files: count, p50, p90, max } of sizesOf(files)) {
    const numbers = [count, p50, p90, max].map((n) => String(n).padStart(5)).join(' ');
    process.stdout.write(`${group.padEnd(21)} ${numbers}\n`);
  }
  report('size', checkSize(files));
};

if (isMain(import.meta.url)) main();
