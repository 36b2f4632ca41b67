// What packages export is documented: each function, type and constant has a doc comment, a function that throws an
// error of ours says so, a record type says the units of its quantities, and each entry point has an example. Whether examples run is seen where the packages are installed (tools/pack).
import { posix } from 'node:path';
import { exportedBy } from './exported.ts';
import { exportFaults, hasExample } from './faults.ts';
import { isMain, readText, readWorkspace, report } from '../sources.ts';

/** The words that kernels are written in, overloaded for the compiler of kernels: no call of them runs alone. */
const words = '@percuta/numerics/lane';
/** What a thread that helps runs needs a second thread. */
const withoutExample = new Set(['@percuta/numerics/helper']);

/** The entry points of the packages: the name each is imported by, and its source. */
const entryPoints = (): [string, string][] =>
  readWorkspace()
    .packages.filter(({ folder }) => folder.startsWith('packages/'))
    .flatMap(({ name, folder }) => {
      const { exports } = JSON.parse(readText(`${folder}/package.json`));
      const entries: Record<string, string> = typeof exports === 'string' ? { '.': exports } : exports;
      return Object.entries(entries).map(([entry, file]): [string, string] => [
        `${name}${entry.slice(1)}`,
        posix.join(folder, file),
      ]);
    });

export const checkDocs = (): string[] => {
  const entries = entryPoints().filter(([name]) => name !== words);
  const faults = entries.flatMap(([name, path]) => {
    const exported = exportedBy(path);
    const lacks =
      !withoutExample.has(name) && !hasExample(exported) ? [`${name}: no export has an example`] : [];
    return [...lacks, ...exported.flatMap(exportFaults)];
  });
  return [...new Set(faults)];
};

if (isMain(import.meta.url)) report('public documentation', checkDocs());
