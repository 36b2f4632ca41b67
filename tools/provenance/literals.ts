import { lineOf, visitNodes, type SourceFile } from '../sources.ts';

/** Places of the states of healing, and byte offsets of what its kernels are given. */
const places = Array.from({ length: 25 }, (_, i) => i);
const offsets = Array.from({ length: 256 }, (_, i) => 8 * i);

/** Numbers that are no facts about skin, needles or people, by file, with the reason they may stand there. */
const literals: Readonly<Record<string, { readonly numbers: readonly number[]; readonly reason: string }>> = {
  'skin/skin.ts': { numbers: [0.1, 0.3, 0.7, 0.9], reason: 'midpoints of five equal shares' },
  'skin/thickness.ts': {
    numbers: [320, 24, 0.95],
    reason: 'grid of the densities; the 95 % point of its input',
  },
  'heat/damage/exposure.ts': { numbers: [18], reason: 'weights of a Gauss rule' },
  'heat/damage/rate.ts': {
    numbers: [8.314462618, 316.15],
    reason: 'the gas constant, exact in the SI; 43 °C, which gives CEM43 its name',
  },
  'heat/material/cole-cole.ts': { numbers: [8.8541878128e-12], reason: 'permittivity of vacuum' },
  'heat/bioheat/advance.ts': { numbers: [16], reason: 'the bound on stages of a scheme' },
  'heat/bioheat/damage-field.ts': { numbers: [13.8], reason: 'logarithm of the rate that counts as none' },
  'heat/bioheat/heat-model.ts': { numbers: [0.3], reason: 'share of its tissue that a cell keeps' },
  'heat/bioheat/rods.ts': {
    numbers: [330, 0.1],
    reason: 'where a flat heat capacity is read; thinnest node of a rod',
  },
  'heat/grid/axis.ts': { numbers: [1.5], reason: '4 pi / 3' },
  'heat/grid/embed/cross-section.ts': {
    numbers: [0.25, 0.2],
    reason: 'when a cell is metal, and bounds of a link factor',
  },
  'heat/grid/embed/embed-body.ts': {
    numbers: [0.15, 1.5, 40],
    reason: 'when a cell is metal; how a surface is looked for',
  },
  'heat/grid/embed/wedge.ts': { numbers: [0.25], reason: 'bound of a link factor' },
  'heat/grid/grading.ts': { numbers: [512], reason: 'points of a quadrature' },
  'heat/grid/grid-of-problem.ts': {
    numbers: [
      1.3, 12, 200, 4000, 40, 1.03, 20, 1.1, 1.4, 1.08, 1.5, 450_000, 200_000, 250_000, 12_000, 30_000,
    ],
    reason: 'grid without a wish: sizes, factors that are tried, cells that are afforded',
  },
  'heat/grid/warm-places.ts': { numbers: [40], reason: 'grid without a wish' },
  'heat/output/contour.ts': { numbers: [64, 16], reason: 'parts of a cell that a contour crosses' },
  'heat/grid/memory.ts': {
    numbers: [90, 3e9, 60, 1.2],
    reason: 'fields that a run holds, the memory it may take, and the search for a grid that fits',
  },
  'heat/march.ts': {
    numbers: [1.5, 1.1, 3e-4, 0.98, 25],
    reason: 'growth of steps; how closely potentials are solved',
  },
  'heat/march/moving.ts': { numbers: [0.2], reason: 'when a step is too long' },
  'heat/march/control.ts': {
    numbers: [5e-5, 25, 12, 0.02],
    reason: 'how closely and often a step is sought; a series',
  },
  'heat/resident/resident-potential.ts': { numbers: [300], reason: 'bound on iterations' },
  'heat/march/schedule.ts': { numbers: [20, 12, 2000], reason: 'steps of a pulse and after it' },
  'heat/march/settled.ts': { numbers: [0.1], reason: 'damage near a threshold of 1' },
  'heat/march/steady-run.ts': { numbers: [200], reason: 'bound on rounds' },
  'heat/march/step.ts': { numbers: [250, 700], reason: 'temperatures between which capacities bound a step' },
  'heat/potential/steady.ts': { numbers: [300], reason: 'bound on iterations' },
  'heat/problem/wire/electrode-wire.ts': { numbers: [30], reason: 'largest array that a document may state' },
  'heat/array/array-problem.ts': {
    numbers: [1.4, 0.0016, 0.01, 1.5],
    reason:
      'mesh and extent of the solve, and when its cooling ends; docs/decisions/0013 measures their error',
  },
  'heat/emulator/answers.ts': { numbers: [400, 290], reason: 'ends of the scale of answers' },
  'heat/emulator/equivalent-temperature.ts': {
    numbers: [0.94, 1.06],
    reason: 'factors at which a damage is followed; what lies between them is read off',
  },
  'heat/emulator/fit-emulator.ts': {
    numbers: [0.95, 1.959963984540054],
    reason: 'the stated error holds for 95 %, and that of a normal one',
  },
  'heat/emulator/reach-profile.ts': {
    numbers: [
      0.02e-3, 0.05e-3, 0.1e-3, 0.15e-3, 0.2e-3, 0.3e-3, 0.4e-3, 0.6e-3, 0.003e-9, 0.01e-9, 0.03e-9, 0.1e-9,
      0.3e-9,
    ],
    reason: 'places at which a profile is read off',
  },
  'heat/emulator/sample-space.ts': {
    numbers: [40e-6, 200e-6, 0.3e-3, 1.2e-3, 0.4e-3, 0.2e-3],
    reason: 'ends of the skins and depths of a training; docs/decisions/0014',
  },
  'heat/emulator/solve-sample.ts': { numbers: [0.1], reason: 'how steam counts on the scale of answers' },
  'heal/injury/thermal-injury-of.ts': { numbers: [16], reason: 'places that a mean over a ring is taken at' },
  'puncture/depth.ts': { numbers: [60], reason: 'bound on the steps of a solver' },
  'puncture/device.ts': {
    numbers: [12, 0.00025],
    reason: 'digits of a printed double; steps in which a dial without steps is tried',
  },
  'puncture/lattice.ts': {
    numbers: [0.006, 0.0015, 0.001, 300],
    reason: 'window, border, cells and raster of the simulated square',
  },
  'appearance/relief/response.ts': {
    numbers: [200, 20, 19],
    reason: 'people ranked in each draw; ends of the strip',
  },
  'appearance/relief/graded-spread.ts': { numbers: [20, 19], reason: 'ends of the bands of a forecast' },
  'appearance/relief/relief.ts': { numbers: [144, 0.006], reason: 'cells and least side of a patch' },
  'heal/course/tolerance.ts': {
    numbers: [2e-5, 10_000],
    reason: 'allowed error of a step; steps after which a run is given up',
  },
  'heal/check-input.ts': { numbers: [256, 1024], reason: 'cells that somebody can wait for' },
  'heal/ensemble/draw.ts': { numbers: [2e-6], reason: 'allowed error of a step of a second try' },
  'heal/integrate/local.ts': {
    numbers: places,
    reason: 'places of the states in memory, written by a tool',
  },
  'heal/kernels/reactions.ts': {
    numbers: [...places, ...offsets],
    reason: 'places of states and constants in memory, written by a tool',
  },
  'heal/kernels/wound-slopes.ts': {
    numbers: [...places, ...offsets],
    reason: 'places of states, constants and entries in memory, written by a tool',
  },
  'heal/kernels/tissue-slopes.ts': {
    numbers: [...places, ...offsets],
    reason: 'places of states, constants and entries in memory, written by a tool',
  },
  'heal/ensemble/heal-ensemble.ts': {
    numbers: [0.1, 0.9],
    reason: 'ends of a band that holds four draws of five',
  },
  'heal/calibration/accepted-draws.ts': {
    numbers: [0.01],
    reason: 'what solvers of the same equations may differ by',
  },
  'heal/write-healing.ts': { numbers: [0.1, 0.9], reason: 'ends of a band that holds four draws of five' },
  'heal/stability/broken-rule.ts': {
    numbers: [0.7, 15, 0.01],
    reason: 'bounds that a draw has to keep, not facts about skin',
  },
  'heal/stability/loop-gains.ts': { numbers: [500], reason: 'points at which a maximum is looked for' },
  'safety/adjustments.ts': { numbers: [12], reason: 'digits of a printed double' },
  'safety/screening.ts': { numbers: [18, 22], reason: 'the ages in the ids of the screening items' },
  'safety/share.ts': { numbers: [0.05, 0.95], reason: 'ends of every band' },
};

const isPlain = (value: number, raw: string): boolean =>
  (Number.isInteger(value) && value <= 10) || value === 0.5 || /^1(0+|e[+-]?\d+)$/i.test(raw);

/** Numbers in an equation file that belong in a parameter file. */
export const literalFaults = (file: SourceFile): string[] => {
  const [, name = file.path] = file.path.split('packages/engine/src/');
  const allowed = new Set(literals[name]?.numbers);
  const faults: string[] = [];
  visitNodes(file, ({ type, value, raw, start }) => {
    if (type !== 'Literal' || typeof value !== 'number') return;
    if (isPlain(value, String(raw)) || allowed.has(value)) return;
    faults.push(
      `${file.path}:${lineOf(file.text, start)}: ${String(raw)} stands in an equation file; make it a parameter`,
    );
  });
  return faults;
};
