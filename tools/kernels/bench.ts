// Times of the conduction kernels and solvers: node tools/run.mjs tools/kernels/bench.ts [rounds]
// The builds take turns in every round, so that a slow moment of the machine falls on all of them. Time is that of
// the processor, which other processes disturb less than the clock on the wall.
import { cpus } from 'node:os';
import {
  blockMesh,
  createConduction,
  type Conduction,
  type HeatFlow,
  type KernelBuild,
  type Potential,
} from '@percuta/numerics';
import { isMain } from '../sources.ts';

const builds: readonly KernelBuild[] = ['reference', 'f64', 'f32'];
const millimetre = 1e-3;
/** Rounds that are not counted: until then V8 may still run code of its first compiler. */
const warmUp = 12;

const uniform = (length: number, n: number): number[] =>
  Array.from({ length: n + 1 }, (_, i) => (length * i) / n);

/** 60 x 60 x 80 cells of 50 µm: three layers, and two rods of 0.25 mm held at ±25 V from 1 to 1.5 mm. */
const mesh = blockMesh(uniform(3 * millimetre, 60), uniform(3 * millimetre, 60), uniform(4 * millimetre, 80));
const cells = mesh.volumes.length;

const middle = (edges: readonly number[], i: number): number => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2;

const overCells = (f: (x: number, y: number, z: number) => number): Float64Array =>
  Float64Array.from({ length: cells }, (_, c) => {
    const { nx, ny, edges } = mesh;
    const [i, j, k] = [c % nx, Math.floor(c / nx) % ny, Math.floor(c / (nx * ny))];
    return f(middle(edges.x, i), middle(edges.y, j), middle(edges.z, k));
  });

const sigma = overCells((_x, _y, z) => (z < 0.1 * millimetre ? 0.1 : z < 1.7 * millimetre ? 0.35 : 0.03));
const levels = overCells((x, y, z) => {
  if (z < 1 * millimetre || z > 1.5 * millimetre) return 0;
  const isIn = (centre: number) => Math.hypot(x - centre, y - 1.5 * millimetre) < 0.125 * millimetre;
  return isIn(1 * millimetre) ? 25 : isIn(2 * millimetre) ? -25 : 0;
});

interface Bench {
  readonly jobs: Readonly<Record<string, () => void>>;
  readonly cold: () => number;
  readonly memory: number;
}

const prepare = (build: KernelBuild): Bench => {
  const conduction = createConduction(mesh, { build });
  const conductivity = conduction.field();
  conductivity.write(sigma);
  const electric = conduction.network();
  conduction.link(conductivity, electric);
  const potential = conduction.potential(electric);
  potential.level.write(levels);
  // Links from a rod to its cells that are far stronger than those between cells.
  electric.anchor.write(levels.map((level) => (level === 0 ? 0 : 0.0175)));
  potential.refresh();
  const thermal = conduction.network();
  conduction.link(conductivity, thermal);
  const flow = conduction.heatFlow(thermal, { rise: 63, slope: 1 });
  flow.perHeat.write(mesh.volumes.map((volume) => 1 / (3.9e6 * volume)));
  flow.latent.write(500);
  flow.refresh();
  const jobs = { ...kernelJobs(conduction, potential, flow), ...solverJobs(conduction, potential, flow) };
  const cold = () => {
    potential.value.write(0);
    return potential.solve({ tolerance: 1e-5 }).iterations;
  };
  return { jobs, cold, memory: conduction.kernels.used() };
};

const kernelJobs = (
  { kernels: { run, doubles }, layout: { row, plane, nz }, field }: Conduction,
  { network, level, source, value }: Potential,
  flow: HeatFlow,
): Record<string, () => void> => {
  const { x, y, z, anchor } = network;
  const links = [x.offset, y.offset, z.offset] as const;
  const [weight, out, hot] = [field(), field(), field()];
  hot.write(60);
  const dose = field(true);
  const partials = doubles(nz).offset;
  run.relaxationWeights(...links, anchor.offset, weight.offset, row, plane, 0, nz);
  return {
    'relaxation, one sweep': () => {
      for (const colour of [0, 1]) {
        run.relaxRows(value.offset, ...links, source.offset, weight.offset, colour, row, plane, 0, nz);
      }
    },
    'A u with its dot': () =>
      run.applyAndDot(value.offset, ...links, anchor.offset, out.offset, partials, row, plane, 0, nz),
    flow: () =>
      run.flow(
        value.offset,
        ...links,
        anchor.offset,
        level.offset,
        source.offset,
        out.offset,
        row,
        plane,
        0,
        nz,
      ),
    dot: () => run.dot(value.offset, level.offset, partials, plane, 0, nz),
    'y + a x': () => run.addScaled(out.offset, level.offset, 1e-9, plane, 0, nz),
    'dose, all cells hot': () =>
      run.addDose(hot.offset, hot.offset, dose.offset, 226.8, 75536, 310, 2, 1e-3, 1, plane, 0, nz),
    'stage of RKL2': () =>
      run.laterStage(
        flow.temperature.offset,
        ...links,
        anchor.offset,
        source.offset,
        flow.perHeat.offset,
        flow.enthalpy.offset,
        flow.latent.offset,
        flow.boiling.offset,
        source.offset,
        level.offset,
        out.offset,
        weight.offset,
        1.1,
        -0.1,
        1e-9,
        1e-9,
        1,
        row,
        plane,
        0,
        nz,
      ),
  };
};

const solverJobs = (
  conduction: Conduction,
  potential: Potential,
  flow: HeatFlow,
): Record<string, () => void> => {
  const conductivity = conduction.field();
  conductivity.write(sigma);
  const network = conduction.network();
  const power = conduction.field();
  return {
    'links of cells': () => conduction.link(conductivity, network),
    'Joule heat': () => conduction.joule(potential, conductivity, power),
    'renewal of the multigrid': () => potential.refresh(),
    'potential from 0 to 1e-5': () => {
      potential.value.write(0);
      potential.solve({ tolerance: 1e-5 });
    },
    '5 ms of heat': () => flow.advance(5e-3),
  };
};

/** Processor time of a job, ms. */
const timeOf = (job: () => void): number => {
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const main = (): void => {
  const rounds = Number(process.argv[2] ?? 15);
  const benches = builds.map(prepare);
  const iterations = benches.map(({ cold }) => cold());
  process.stdout.write(
    `${cpus()[0]?.model}, node ${process.versions.node}, ${cells} cells, ${rounds} rounds\n`,
  );
  process.stdout.write(`iterations from 0 to 1e-5: ${iterations.join(', ')}; MB: `);
  process.stdout.write(`${benches.map(({ memory }) => (memory / 1e6).toFixed(0)).join(', ')}\n\n`);
  process.stdout.write('ms of processor time           JS f64  wasm f64  wasm f32   JS/f64  JS/f32\n');
  for (const name of Object.keys(benches[0]?.jobs ?? {})) {
    const times = builds.map((): number[] => []);
    for (let round = -warmUp; round < rounds; round++) {
      benches.forEach(({ jobs }, b) => {
        const time = timeOf(jobs[name] ?? (() => {}));
        if (round >= 0) times[b]?.push(time);
      });
    }
    const [js = 0, double = 0, single = 0] = times.map(median);
    const numbers = [js, double, single].map((time) => time.toFixed(2).padStart(9));
    const ratios = [js / double, js / single].map((ratio) => ratio.toFixed(1).padStart(8));
    process.stdout.write(`${name.padEnd(27)}${numbers.join(' ')}${ratios.join('')}\n`);
  }
};

if (isMain(import.meta.url)) main();
