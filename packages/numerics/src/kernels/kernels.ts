import { createArena, type Arena } from './arena.ts';
import * as catalogue from './catalogue.ts';
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

/** A stretch of the arena as a typed array. */
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
}

const kept = new Map<KernelBuild, Kept>();

const tableOf = <Table extends object>(
  arena: Arena,
  module: KernelModule<Table>,
  build: KernelBuild,
): Table => (build === 'reference' ? referenceTable(arena, module) : wasmTable(arena, module, build));

/** A memory with its kernels: one that was given back, else made. */
function keptOrMade(build: KernelBuild, limit: number): Kept {
  const again = kept.get(build);
  if (again !== undefined) {
    kept.delete(build);
    again.arena.beginAnew(limit);
    return again;
  }
  const arena = createArena(limit);
  return { arena, run: tableOf(arena, ownModule, build) };
}

/** Kernels over a memory of their own, of at most `limit` bytes (2 GiB unless told). */
export function createKernels(build: KernelBuild, limit: number = DEFAULT_LIMIT): Kernels {
  const own = keptOrMade(build, limit);
  const { arena } = own;
  const bytes = build === 'f32' ? 4 : 8;
  let isRetired = false;
  return {
    build,
    bytes,
    run: own.run,
    load: (module) => tableOf(own.arena, module, build),
    field: (length) => (bytes === 4 ? fieldOf(arena, length, singles) : fieldOf(arena, length, doubles)),
    doubles: (length) => fieldOf(arena, length, doubles),
    release: ({ offset }) => arena.release(offset),
    used: arena.used,
    retire: () => {
      if (!isRetired && arena.memory.buffer.byteLength <= MOST_KEPT) kept.set(build, own);
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

const compiled = new WeakMap<object, WebAssembly.Module>();

const compiledOf = (module: KernelModule<object>): WebAssembly.Module => {
  const found = compiled.get(module);
  if (found !== undefined) return found;
  const made = new WebAssembly.Module(Uint8Array.from(atob(module.binary), (c) => c.charCodeAt(0)));
  compiled.set(module, made);
  return made;
};

function wasmTable<Table extends object>(
  { memory }: Arena,
  module: KernelModule<Table>,
  build: 'f64' | 'f32',
): Table {
  const { exports } = new WebAssembly.Instance(compiledOf(module), { env: { memory } });
  const entries = Object.keys(module.catalogue).map((name) => [
    name,
    exports[`${name}_${build}`] ?? exports[`${name}_f64`],
  ]);
  // The build makes one export per name and precision, with the signature of the source.
  return Object.fromEntries(entries) as Table;
}
