import { createArena, type Arena } from './arena.ts';
import * as catalogue from './catalogue.ts';
import { awaitHelper, dividedTables, isHelped, piecesHelped, stopHelper } from './helper/divided-table.ts';
import type { StartHelper } from './helper/help-kernels.ts';
import { twinForThreads } from './helper/twin.ts';
import { useHeap } from './lane.ts';
import { kernelBinary } from './wasm.ts';

/**
 * How the kernels run: `reference` is JavaScript in f64; `f64` and `f32` are WebAssembly, two and four cells
 * at a time. `reference` and `f64` give the same bits.
 */
export type KernelBuild = 'reference' | 'f64' | 'f32';

/** The kernels by name. Every array is a byte offset. */
export type KernelTable = typeof catalogue;

/** Kernels of one catalogue with what tools/kernels/build.ts made of it, in base64. */
export interface KernelModule<Table> {
  readonly catalogue: Table;
  readonly binary: string;
}

/** A stretch of the arena as a typed array: it begins at a byte, its length is in elements. */
export interface Field {
  /** What kernels take. */
  readonly offset: number;
  readonly length: number;
  /** The elements. Ask for it anew after anything was allocated: growing the memory empties old views. */
  readonly data: Float32Array | Float64Array;
}

/** A field that is f64 in every build. */
export interface DoubleField extends Field {
  readonly data: Float64Array<ArrayBuffer>;
}

/** Kernels with the memory they work on. */
export interface Kernels {
  readonly build: KernelBuild;
  /** Bytes of an element of a field: 4 or 8. */
  readonly bytes: 4 | 8;
  readonly run: KernelTable;
  /** The same kernels for fields of so many elements: where there is a helper, it does a part of calls on large ones. */
  readonly runOver: (elements: number) => KernelTable;
  readonly hasHelper: boolean;
  /** Pieces of calls that a helper has done since its memory was made. */
  readonly helped: () => number;
  /** Kernels of another package over the same memory; those that are compiled for f64 alone are that in every build. */
  readonly load: <Table extends object>(module: KernelModule<Table>) => Table;
  /** A field of zeros in the precision of the build. Throws MemoryExceeded. */
  readonly field: (length: number) => Field;
  /** A field of zeros that is f64 in every build: for sums and slow accumulators. */
  readonly doubles: (length: number) => DoubleField;
  readonly release: (field: Field) => void;
  /** Bytes in use. */
  readonly used: () => number;
  /**
   * Gives the memory back, for the next kernels of this build: a new one costs the system as much as a short run. Nothing of
   * these kernels may be used afterwards, fields and their views included. Needed by nobody, as what is not given back
   * is collected.
   */
  readonly retire: () => void;
}

const DEFAULT_LIMIT = 2 ** 31;

/** A larger memory is not kept for the next. */
const MOST_KEPT = 2 ** 26;

interface Kept {
  readonly arena: Arena;
  readonly run: KernelTable;
  readonly hasHelper: boolean;
  /** `run`, or with a helper the like that shares its calls, for fields of so many elements. */
  readonly runOver: (elements: number) => KernelTable;
}

/** By build, and whether there is a helper. */
const kept = new Map<string, Kept>();

const tableOf = <Table extends object>(
  arena: Arena,
  module: KernelModule<Table>,
  build: KernelBuild,
): Table => (build === 'reference' ? referenceTable(arena, module) : wasmTable(arena, module, build));

/** How kernels are made. */
export interface KernelOptions {
  /** Bytes of the memory at most, 2 GiB unless told. */
  readonly limit?: number | undefined;
  /** Starts a thread that does a part of large calls; JavaScript kernels do without. Results do not depend on it. */
  readonly helper?: StartHelper | undefined;
}

const keyOf = (build: KernelBuild, hasHelper: boolean): string =>
  `${build}${hasHelper ? ' on two threads' : ''}`;

/** A memory with its kernels: one that was given back, else made. */
function keptOrMade(build: KernelBuild, limit: number, helper: StartHelper | undefined): Kept {
  const key = keyOf(build, helper !== undefined);
  const again = kept.get(key);
  if (again !== undefined) {
    kept.delete(key);
    again.arena.beginAnew(limit);
    if (helper !== undefined && !isHelped(again.arena.memory)) startHelper(again.arena, build, helper);
    return again;
  }
  const arena = createArena(limit, helper !== undefined);
  const run = tableOf(arena, ownModule, build);
  if (helper === undefined) return { arena, run, hasHelper: false, runOver: () => run };
  startHelper(arena, build, helper);
  return { arena, run, hasHelper: true, runOver: dividedTables(run, arena.memory) };
}

function startHelper({ memory }: Arena, build: KernelBuild, helper: StartHelper): void {
  awaitHelper(memory);
  const names = Object.keys(catalogue).map((name) => `${name}_${build}`);
  helper({ module: compiledOf(ownModule, true), memory, names });
}

/** Keeps a memory for the next kernels, unless it is large; at most one, so that another's helper ends. */
function giveBack(key: string, own: Kept): void {
  const isKept = own.arena.memory.buffer.byteLength <= MOST_KEPT;
  const gone = isKept ? kept.get(key) : own;
  if (gone?.hasHelper === true) stopHelper(gone.arena.memory);
  if (isKept) kept.set(key, own);
}

/** Kernels over a memory of their own. */
export function createKernels(
  build: KernelBuild,
  { limit = DEFAULT_LIMIT, helper }: KernelOptions = {},
): Kernels {
  const starts = build === 'reference' ? undefined : helper;
  const own = keptOrMade(build, limit, starts);
  const { arena, run, hasHelper, runOver } = own;
  const bytes = build === 'f32' ? 4 : 8;
  let isRetired = false;
  return {
    build,
    bytes,
    run,
    runOver,
    hasHelper,
    helped: () => (hasHelper ? piecesHelped(arena.memory) : 0),
    load: (module) => tableOf(own.arena, module, build),
    field: (length) => (bytes === 4 ? fieldOf(arena, length, singles) : fieldOf(arena, length, doubles)),
    doubles: (length) => fieldOf(arena, length, doubles),
    release: ({ offset }) => arena.release(offset),
    used: arena.used,
    retire: () => {
      if (!isRetired) giveBack(keyOf(build, starts !== undefined), own);
      isRetired = true;
    },
  };
}

interface Elements<A> {
  readonly bytes: 4 | 8;
  readonly view: (buffer: ArrayBuffer, offset: number, length: number) => A;
}

const singles: Elements<Float32Array<ArrayBuffer>> = {
  bytes: 4,
  view: (buffer, offset, length) => new Float32Array(buffer, offset, length),
};
const doubles: Elements<Float64Array<ArrayBuffer>> = {
  bytes: 8,
  view: (buffer, offset, length) => new Float64Array(buffer, offset, length),
};

function fieldOf<A extends Float32Array | Float64Array>(
  { memory, allocate }: Arena,
  length: number,
  { bytes, view }: Elements<A>,
): Field & { readonly data: A } {
  const offset = allocate(length * bytes);
  let data = view(memory.buffer, offset, length);
  return {
    offset,
    length,
    get data() {
      if (data.buffer !== memory.buffer) data = view(memory.buffer, offset, length);
      return data;
    },
  };
}

type AnyKernel = (...args: number[]) => number | void;

const ownModule: KernelModule<KernelTable> = { catalogue, binary: kernelBinary };

/** The JavaScript kernels, each of which is first pointed at this arena: several may be alive. */
function referenceTable<Table extends object>({ memory }: Arena, module: KernelModule<Table>): Table {
  let heap = new Float64Array(memory.buffer);
  const bound =
    (kernel: AnyKernel): AnyKernel =>
    (...args) => {
      if (heap.buffer !== memory.buffer) heap = new Float64Array(memory.buffer);
      useHeap(heap);
      return kernel(...args);
    };
  const entries = Object.entries(module.catalogue).map(([name, kernel]) => [
    name,
    // A catalogue exports nothing but kernels.
    bound(kernel as AnyKernel),
  ]);
  // The names and signatures are those of the catalogue it was made of.
  return Object.fromEntries(entries) as Table;
}

/** Bytes of the compiled kernels. */
export const kernelBytes = (): number => atob(kernelBinary).length;

/** Modules as they are, and their twins over a memory that threads share. */
const compiled = {
  own: new WeakMap<object, WebAssembly.Module>(),
  twin: new WeakMap<object, WebAssembly.Module>(),
};

const compiledOf = (module: KernelModule<object>, isShared: boolean): WebAssembly.Module => {
  const known = isShared ? compiled.twin : compiled.own;
  const found = known.get(module);
  if (found !== undefined) return found;
  const binary = Uint8Array.from(atob(module.binary), (c) => c.charCodeAt(0));
  const made = new WebAssembly.Module(isShared ? twinForThreads(binary) : binary);
  known.set(module, made);
  return made;
};

const isShared = ({ buffer }: WebAssembly.Memory): boolean => !(buffer instanceof ArrayBuffer);

function wasmTable<Table extends object>(
  { memory }: Arena,
  module: KernelModule<Table>,
  build: 'f64' | 'f32',
): Table {
  const { exports } = new WebAssembly.Instance(compiledOf(module, isShared(memory)), { env: { memory } });
  const entries = Object.keys(module.catalogue).map((name) => [
    name,
    exports[`${name}_${build}`] ?? exports[`${name}_f64`],
  ]);
  // The build makes one export per name and precision, with the signature of the source.
  return Object.fromEntries(entries) as Table;
}
