// Compiles the kernels of numerics and of healing, each to the WebAssembly embedded in the wasm.ts beside them.
//   node tools/run.mjs tools/kernels/build.ts           writes it
//   node tools/run.mjs tools/kernels/build.ts --check   compiles again and compares
import { writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { main as asc } from 'assemblyscript/asc';
import { isMain, readText, report, root, visitNodes, type SyntaxNode } from '../sources.ts';

const words = 'packages/numerics/src/kernels/lane';

/** A folder with a catalogue of kernels, and the kinds of elements they are compiled for. */
interface Module {
  readonly folder: string;
  readonly elements: readonly ('f64' | 'f32')[];
}

const modules: readonly Module[] = [
  { folder: 'packages/numerics/src/kernels', elements: ['f64', 'f32'] },
  { folder: 'packages/engine/src/heal/kernels', elements: ['f64'] },
];

const options =
  '-O3 --converge --noAssert --runtime stub --enable simd --importMemory --maximumMemory 65536 --disableWarning 112'.split(
    ' ',
  );

/** Text of a file, but of the AssemblyScript words for the words, by whatever name they are imported. */
const sourceOf = (path: string): string =>
  path === `${words}.ts`
    ? readText(`${words}.as.ts`)
    : readText(path).replace("'@percuta/numerics/lane'", `'${posix.relative(posix.dirname(path), words)}'`);

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
const catalogue = (folder: string): Map<string, Kernel[]> => {
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
const entryText = ({ folder, elements }: Module): string =>
  [...catalogue(folder)]
    .flatMap(([file, kernels], i) => [
      `import * as file${i} from './${posix.relative(folder, file)}';`,
      ...kernels.flatMap(({ name, parameters, result }) =>
        elements.map((element) => {
          const given = parameters.map((it) => `${it.name}: ${it.type}`).join(', ');
          const passed = parameters.map((it) => it.name).join(', ');
          const call = `file${i}.${name}<v128, ${element}>(${passed})`;
          return `export function ${name}_${element}(${given}): ${result} { return ${call}; }`;
        }),
      ),
    ])
    .join('\n');

/** The WebAssembly of all kernels of a module; throws with the compiler's words. */
const compile = async (module: Module): Promise<Uint8Array> => {
  let binary: Uint8Array | undefined;
  const generated = entryText(module);
  const entry = `${module.folder}/entry.as.ts`;
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

const build = async (module: Module, isCheck: boolean): Promise<string[]> => {
  const target = `${module.folder}/wasm.ts`;
  const text = moduleText(await compile(module));
  if (isCheck) {
    return readText(target) === text ? [] : [`${target} does not belong to the kernel sources`];
  }
  writeFileSync(`${root}/${target}`, text);
  process.stdout.write(`${target}: ${text.length} characters\n`);
  return [];
};

const main = async (): Promise<void> => {
  const isCheck = process.argv.includes('--check');
  const stale: string[] = [];
  for (const module of modules) stale.push(...(await build(module, isCheck)));
  if (isCheck) report('kernels', stale);
};

if (isMain(import.meta.url)) await main();
