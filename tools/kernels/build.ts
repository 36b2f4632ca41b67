// Compiles the kernels of packages/numerics to the WebAssembly embedded in kernels/wasm.ts.
//   node tools/run.mjs tools/kernels/build.ts           writes it
//   node tools/run.mjs tools/kernels/build.ts --check   compiles again and compares
import { writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { main as asc } from 'assemblyscript/asc';
import { isMain, readText, report, root, visitNodes, type SyntaxNode } from '../sources.ts';

const folder = 'packages/numerics/src/kernels';
const target = `${folder}/wasm.ts`;
const entry = `${folder}/entry.as.ts`;

const builds = [
  { suffix: 'f64', element: 'f64' },
  { suffix: 'f32', element: 'f32' },
];

const options =
  '-O3 --converge --noAssert --runtime stub --enable simd --importMemory --maximumMemory 65536 --disableWarning 112'.split(
    ' ',
  );

/** Text of a file, but of the AssemblyScript words for the words. */
const sourceOf = (path: string): string =>
  readText(path === `${folder}/lane.ts` ? `${folder}/lane.as.ts` : path);

interface Kernel {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly result: string;
}

const nodeAt = (node: SyntaxNode | undefined, key: string): SyntaxNode | undefined =>
  node?.[key] as SyntaxNode | undefined; // keys of the ESTree grammar, which oxc-parser follows

const nodesAt = (node: SyntaxNode | undefined, key: string): SyntaxNode[] =>
  (node?.[key] as SyntaxNode[] | undefined) ?? []; // as above

/** The text of a type annotation without its colon. */
const typeText = (text: string, annotation: SyntaxNode | undefined): string => {
  const type = nodeAt(annotation, 'typeAnnotation');
  return type === undefined ? '' : text.slice(type.start, Number(type['end']));
};

/** The exported functions of a kernel file with their signatures. */
const kernelsOf = (path: string): Kernel[] => {
  const text = readText(path);
  const found: Kernel[] = [];
  visitNodes({ path, text }, (node) => {
    const declaration = nodeAt(node, 'declaration');
    if (node.type !== 'ExportNamedDeclaration' || declaration?.type !== 'FunctionDeclaration') return;
    found.push({
      name: String(nodeAt(declaration, 'id')?.['name']),
      parameters: nodesAt(declaration, 'params').map((it) => ({
        name: String(it['name']),
        type: typeText(text, nodeAt(it, 'typeAnnotation')),
      })),
      result: typeText(text, nodeAt(declaration, 'returnType')),
    });
  });
  return found;
};

/** What the catalogue exports, by file. */
const catalogue = (): Map<string, Kernel[]> => {
  const path = `${folder}/catalogue.ts`;
  const files = new Map<string, Kernel[]>();
  visitNodes({ path, text: readText(path) }, (node) => {
    const source = nodeAt(node, 'source')?.['value'];
    if (node.type !== 'ExportNamedDeclaration' || typeof source !== 'string') return;
    const file = posix.join(folder, source);
    const names = new Set(nodesAt(node, 'specifiers').map((it) => String(nodeAt(it, 'exported')?.['name'])));
    files.set(
      file,
      kernelsOf(file).filter(({ name }) => names.has(name)),
    );
  });
  return files;
};

/** The entry asc compiles: each kernel once for each kind of element, under its name and that kind. */
const entryText = (): string =>
  [...catalogue()]
    .flatMap(([file, kernels], i) => [
      `import * as file${i} from './${posix.relative(folder, file)}';`,
      ...kernels.flatMap(({ name, parameters, result }) =>
        builds.map(({ suffix, element }) => {
          const given = parameters.map((it) => `${it.name}: ${it.type}`).join(', ');
          const passed = parameters.map((it) => it.name).join(', ');
          const call = `file${i}.${name}<v128, ${element}>(${passed})`;
          return `export function ${name}_${suffix}(${given}): ${result} { return ${call}; }`;
        }),
      ),
    ])
    .join('\n');

/** The WebAssembly of all kernels; throws with the compiler's words. */
const compile = async (): Promise<Uint8Array> => {
  let binary: Uint8Array | undefined;
  const generated = entryText();
  const read = (name: string): string | null => {
    const path = posix.normalize(name);
    if (path === entry) return generated;
    try {
      return sourceOf(path);
    } catch {
      return null; // asc asks for several places in turn
    }
  };
  const { error, stderr } = await asc([entry, '--outFile', 'kernels.wasm', ...options], {
    readFile: read,
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => null,
  });
  if (error !== null || binary === undefined) throw new Error(`asc failed:\n${stderr.toString()}`);
  return binary;
};

const moduleText = (binary: Uint8Array): string =>
  [
    `/** The kernels in WebAssembly, ${binary.length} bytes in base64. Made by tools/kernels/build.ts; do not edit. */`,
    'export const kernelBinary =',
    `  '${Buffer.from(binary).toString('base64')}';`,
    '',
  ].join('\n');

const main = async (): Promise<void> => {
  const text = moduleText(await compile());
  if (!process.argv.includes('--check')) {
    writeFileSync(`${root}/${target}`, text);
    process.stdout.write(`${target}: ${text.length} characters\n`);
    return;
  }
  const stale = readText(target) === text ? [] : [`${target} does not belong to the kernel sources`];
  report('kernels', stale);
};

if (isMain(import.meta.url)) await main();
