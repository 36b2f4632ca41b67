// Percuta and its peers in turn, in one command: `node validation/heat/peers/compare.ts [pair|nine|potentials]`. Needs
// python3-dolfinx, python3-petsc4py, python3-scipy and python3-gmsh of Debian. Writes results.json beside this file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { engineVersion } from '@percuta/engine';
import { interleaved, worker, type Solve } from './worker.ts';

const rounds = 3;
const results = new URL('results.json', import.meta.url);

interface Job {
  readonly code: string;
  readonly of: string;
  readonly script: string;
  readonly args: readonly string[];
}

const own = (arrangement: string, finest: string): Job => ({
  code: 'Percuta',
  of: finest,
  script: 'pulse-percuta.ts',
  args: [arrangement, finest],
});

const peer = (arrangement: string, size: number, growth: number): Job => ({
  code: 'dolfinx, quarter',
  of: `${size} um, growth ${growth}`,
  script: 'pulse_dolfinx.py',
  args: [arrangement, String(size), String(growth)],
});

/** The peer given the whole block, as Percuta is. */
const wholePeer = (arrangement: string, size: number, growth: number): Job => {
  const quarter = peer(arrangement, size, growth);
  return { ...quarter, code: 'dolfinx, whole', args: [...quarter.args, '--whole'] };
};

const pulses: Readonly<Record<string, readonly Job[]>> = {
  pair: [
    ...['50 um', '35 um', '25 um'].map((finest) => own('pair', finest)),
    ...[60, 40, 25, 12].map((size) => peer('pair', size, 0.35)),
    peer('pair', 12, 0.2),
    ...[60, 40, 25, 12].map((size) => wholePeer('pair', size, 0.35)),
  ],
  nine: [
    ...['50 um', '35 um', '25 um'].map((finest) => own('nine', finest)),
    ...[60, 40, 25, 12].map((size) => peer('nine', size, 0.35)),
    ...[60, 40, 25].map((size) => wholePeer('nine', size, 0.35)),
  ],
};

const solver = (grid: string, folder: string): readonly Job[] => {
  const file = join(folder, `${grid}.bin`);
  return [
    { code: 'Percuta', of: 'CG + multigrid', script: 'potential-percuta.ts', args: [grid, file] },
    ...['icc', 'hypre', 'gamg'].map((method) => ({
      code: 'PETSc',
      of: `CG + ${method}`,
      script: 'potential_petsc.py',
      args: [method, file],
    })),
  ];
};

interface Row extends Solve {
  readonly code: string;
  readonly of: string;
}

/** Workers start one after the other: the first of a potential writes what the others read. */
const compare = async (jobs: readonly Job[]): Promise<Row[]> => {
  const workers = [];
  for (const { script, args } of jobs) workers.push(await worker(script, args));
  const solves = await interleaved(workers, rounds);
  for (const { end } of workers) end();
  return jobs.flatMap(({ code, of }, n) => solves.slice(n, n + 1).map((solve) => ({ code, of, ...solve })));
};

const comparedPotentials = async (): Promise<Record<string, Row[]>> => {
  const folder = mkdtempSync(join(tmpdir(), 'percuta-'));
  const found: Record<string, Row[]> = {};
  for (const grid of ['pair', 'uniform-50', 'array']) found[grid] = await compare(solver(grid, folder));
  rmSync(folder, { recursive: true });
  return found;
};

const comparedPulses = async (asked: string | undefined): Promise<Record<string, Row[]>> => {
  const found: Record<string, Row[]> = {};
  for (const [arrangement, jobs] of Object.entries(pulses)) {
    if (asked === undefined || asked === arrangement) found[arrangement] = await compare(jobs);
  }
  return found;
};

const peerVersions = (): string =>
  execFileSync('/usr/bin/python3', [
    '-c',
    'import dolfinx, petsc4py, gmsh; print(f"dolfinx {dolfinx.__version__}, PETSc {petsc4py.__version__}, gmsh {gmsh.__version__}")',
  ])
    .toString()
    .trim();

const [asked] = process.argv.slice(2);
const former: { readonly pulses?: object; readonly potentials?: object } = JSON.parse(
  readFileSync(results, 'utf8'),
);
const found = {
  machine: cpus()[0]?.model ?? 'unknown',
  versions: `Percuta ${engineVersion}, Node ${process.versions.node}, ${peerVersions()}`,
  rounds,
  potentials: asked === undefined || asked === 'potentials' ? await comparedPotentials() : former.potentials,
  pulses: asked === 'potentials' ? former.pulses : { ...former.pulses, ...(await comparedPulses(asked)) },
};
writeFileSync(results, `${JSON.stringify(found, undefined, 1)}\n`);
