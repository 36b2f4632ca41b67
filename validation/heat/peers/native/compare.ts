// Kernels of this code in WebAssembly beside their twins in C: `node validation/heat/peers/native/compare.ts`. Needs
// clang. Builds twins.c for 128 and 512 bits, lets all take turns, and prints times and whether bits are the same.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createKernels } from '@percuta/numerics';

const [nx, ny, nz, row] = [62, 60, 80, 64];
const plane = row * ny;
const names = [
  'u',
  'gx',
  'gy',
  'gz',
  'b',
  'weight',
  'anchor',
  'h',
  'latent',
  'boiling',
  'rate',
  'last',
  'change',
  'out',
] as const;
const kernelNames = ['relax', 'apply', 'stage'] as const;
const rounds = 15;
const calls = 60;

type Name = (typeof names)[number];
type KernelName = (typeof kernelNames)[number];

/** Nanoseconds a call, and a hash of what it wrote. */
interface Turn {
  readonly time: number;
  readonly hash: number;
}

type Runner = (kernel: KernelName) => Promise<Turn>;

const kernels = createKernels('f32');
const { run } = kernels;
const fields = Object.fromEntries(names.map((name) => [name, kernels.field(plane * (nz + 2))]));
const partials = kernels.doubles(nz);

const fieldOf = (name: Name) => {
  const found = fields[name];
  if (found === undefined) throw new RangeError(`no field ${name}`);
  return found;
};

/** Byte of the first cell. */
const of = (name: Name): number => fieldOf(name).offset + 4 * plane;

const isBorder = (name: Name, i: number, j: number, k: number): boolean =>
  (name === 'gx' && i === nx - 1) || (name === 'gy' && j === ny - 1) || (name === 'gz' && k === nz - 1);

const fillAll = (): void => {
  let state = 1;
  for (const name of names) {
    const { data } = fieldOf(name);
    const scale = name === 'weight' ? 0.125 : 1;
    data.fill(0);
    for (let k = 0; k < nz; k += 1) {
      for (let j = 0; j < ny; j += 1) {
        for (let i = 0; i < nx; i += 1) {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          const value = (scale * (state >>> 8)) / 16777216;
          data[plane + i + row * (j + ny * k)] = isBorder(name, i, j, k) ? 0 : value;
        }
      }
    }
  }
};

const once: Readonly<Record<KernelName, (n: number) => void>> = {
  relax: (n) =>
    run.relaxRows(of('u'), of('gx'), of('gy'), of('gz'), of('b'), of('weight'), n % 2, row, plane, 0, nz),
  apply: () =>
    run.applyAndDot(
      of('u'),
      of('gx'),
      of('gy'),
      of('gz'),
      of('anchor'),
      of('out'),
      partials.offset,
      row,
      plane,
      0,
      nz,
    ),
  stage: () =>
    run.laterStage(
      of('u'),
      of('gx'),
      of('gy'),
      of('gz'),
      of('anchor'),
      of('b'),
      of('weight'),
      of('h'),
      of('latent'),
      of('boiling'),
      of('rate'),
      of('last'),
      of('change'),
      of('out'),
      0.5,
      0.25,
      0.125,
      0.0625,
      0.5,
      row,
      plane,
      0,
      nz,
    ),
};

const hashOf = (name: Name): number => {
  const { data } = fieldOf(name);
  const bits = new Uint32Array(data.buffer, data.byteOffset + 4 * plane, plane * nz);
  let hash = 2166136261;
  for (const each of bits) hash = Math.imul(hash ^ each, 16777619);
  return hash >>> 0;
};

const ours: Runner = (kernel) => {
  fillAll();
  const begun = process.cpuUsage();
  for (let n = 0; n < calls; n += 1) once[kernel](n);
  const { user, system } = process.cpuUsage(begun);
  return Promise.resolve({
    time: (1000 * (user + system)) / calls,
    hash: hashOf(kernel === 'relax' ? 'u' : 'out'),
  });
};

const builds: Readonly<Record<string, readonly string[]>> = {
  'C, 128 bits': ['-DLANES=4', '-msse4.1', '-mno-avx', '-ffp-contract=off'],
  'C, AVX-512': ['-DLANES=16', '-march=native', '-ffp-contract=off'],
  'C, AVX-512, fused': ['-DLANES=16', '-march=native', '-ffp-contract=fast'],
};

const folder = mkdtempSync(join(tmpdir(), 'percuta-'));
const source = fileURLToPath(new URL('twins.c', import.meta.url));

const native = (
  flags: readonly string[],
  n: number,
): { readonly runner: Runner; readonly end: () => void } => {
  const binary = join(folder, `twins-${n}`);
  execFileSync('clang', ['-std=gnu11', '-O3', ...flags, source, '-o', binary]);
  const child = spawn(binary);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const runner = async (kernel: KernelName): Promise<Turn> => {
    child.stdin.write(`${kernel} ${calls}\n`);
    const { value } = await lines.next();
    const [time, hash] = String(value).split(' ').map(Number);
    return { time: time ?? Number.NaN, hash: hash ?? Number.NaN };
  };
  return { runner, end: () => child.stdin.end() };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const natives = Object.entries(builds).map(([name, flags], n) => ({ name, ...native(flags, n) }));
const runners = [{ name: 'WebAssembly', runner: ours }, ...natives];

const results: Record<string, unknown>[] = [];
for (const kernel of kernelNames) {
  const turns: Turn[][] = runners.map(() => []);
  for (const { runner } of runners) await runner(kernel);
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, { runner }] of runners.entries()) turns[n]?.push(await runner(kernel));
  }
  const mine = median((turns[0] ?? []).map(({ time }) => time));
  const hash = turns[0]?.[0]?.hash;
  for (const [n, { name }] of runners.entries()) {
    const own = turns[n] ?? [];
    const time = median(own.map((turn) => turn.time));
    // Ratios within a round: both of a pair meet the same moment of the machine.
    const ratio = median(own.map((turn, round) => (turns[0]?.[round]?.time ?? Number.NaN) / turn.time));
    const found = { kernel, name, microseconds: time / 1000, ratio, sameBits: own[0]?.hash === hash };
    results.push(found);
    console.log(
      kernel.padEnd(6),
      name.padEnd(18),
      `${(time / 1000).toFixed(1)} us`,
      `ratio ${ratio.toFixed(2)}`,
      found.sameBits ? 'same bits' : 'other bits',
    );
  }
  if (!Number.isFinite(mine)) throw new Error(`no time of ${kernel}`);
}
for (const { end } of natives) end();
rmSync(folder, { recursive: true });
const clang = execFileSync('clang', ['--version']).toString().split('\n')[0];
const versions = `Node ${process.versions.node}, ${clang}`;
writeFileSync(
  new URL('results.json', import.meta.url),
  `${JSON.stringify({ machine: cpus()[0]?.model, versions, cells: nx * ny * nz, rounds, calls, results }, undefined, 1)}\n`,
);
