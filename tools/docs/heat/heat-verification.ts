import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convergencePlot, observedOrder, standAlone } from '@percuta/figures';
import { z } from 'zod';
import { root } from '../../sources.ts';
import { page, table } from '../markdown.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'validation', 'heat', name), 'utf8'));

const check = z.object({
  quantity: z.string(),
  passed: z.boolean(),
  value: z.number(),
  unit: z.string(),
  expected: z.string(),
  within: z.string(),
  used: z.number(),
});

const verdicts = z.object({
  engine: z.string(),
  verdicts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      cells: z.array(z.number()),
      steps: z.number(),
      hash: z.string(),
      checks: z.array(check),
      production: z.array(check),
    }),
  ),
});

const errors = z.array(z.object({ size: z.number(), error: z.number() }));
const results = z.record(z.string(), z.record(z.string(), z.number()));
const independence = z.object({
  space: errors,
  time: errors,
  grids: results,
  steps: results,
  boxes: results,
  skins: results,
  paths: results,
  hotPaths: results,
});

const percentOf = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The last column first: what others are held against. */
const fromLast = (all: z.output<typeof results>): z.output<typeof results> =>
  Object.fromEntries(Object.entries(all).toReversed());

/** Quantities down, variations across; the first in full, the others as a change from it. */
const changes = (all: z.output<typeof results>): string => {
  const [first, ...others] = Object.entries(all);
  if (first === undefined) return table([], []);
  const rows = Object.entries(first[1]).map(([quantity, value]) => [
    quantity,
    String(value),
    ...others.map(([, found]) => {
      const other = found[quantity];
      return other === undefined ? 'none' : percentOf(other / value - 1);
    }),
  ]);
  return table(['', first[0], ...others.map(([name]) => name)], rows);
};

const size = { id: 'heat-convergence', width: 480 };

/**
 * Half of the quantities change by less than this from a variation to the last, by its size; the last stands for the
 * limit.
 */
const medianChanges = (
  all: z.output<typeof results>,
  sizes: readonly number[],
): { readonly size: number; readonly error: number }[] => {
  const found = Object.values(all);
  const limit = found.at(-1) ?? {};
  return found.slice(0, -1).map((own, n) => {
    const changed = Object.entries(own)
      .map(([quantity, value]) => Math.abs(value / (limit[quantity] ?? NaN) - 1))
      .sort((a, b) => a - b);
    return { size: sizes[n] ?? NaN, error: Math.max(1e-6, changed[Math.floor(changed.length / 2)] ?? NaN) };
  });
};

const plots = () => {
  const { space, time, grids, steps, boxes } = independence.parse(json('independence.json'));
  const title = 'Median change of what a run reports';
  return {
    grids: { title, size: 'finest cell, µm', points: medianChanges(grids, [31.25, 25, 20]), order: 2 },
    steps: { title, size: 'longest step, ms', points: medianChanges(steps, [2.5, 1.25]), order: 2 },
    boxes: { title, size: 'needle to side, mm', points: medianChanges(boxes, [1.5, 2.5]), order: -3 },
    space: { title: 'Resistance of a needle', size: 'finest cell, µm', points: space, order: 2 },
    time: { title: 'Temperature beside a needle', size: 'time step, ms', points: time, order: 2 },
  };
};

/** Figures of the page by the names of their files. */
export const heatVerificationFigures = (): (readonly [string, string])[] =>
  Object.entries(plots()).map(([name, input]) => [
    `heat-convergence-${name}.svg`,
    standAlone(convergencePlot(input, { ...size, id: `heat-convergence-${name}` })),
  ]);

const verdictTable = (): string => {
  const file = verdicts.parse(json('verdicts.json'));
  const rows = file.verdicts.flatMap(({ id, cells, steps, checks }) =>
    checks.map(({ passed, quantity, value, unit, expected, within }, n) => [
      passed ? 'holds' : '**misses**',
      n === 0 ? id : '',
      quantity,
      `${value} ${unit}`,
      expected,
      within,
      n === 0 ? `${cells.join(' × ')}, ${steps}` : '',
    ]),
  );
  return table(['', 'problem', 'quantity', 'value', 'expected', 'within', 'cells, steps'], rows);
};

/** The analytic problems by number, and the beginnings of the names of the documents that are theirs. */
const analytic: readonly (readonly [number: string, what: string, documents: readonly string[]])[] = [
  ['A1', 'two spheres', ['two-spheres']],
  ['A2', 'parallel cylinders', ['parallel-cylinders']],
  ['A3', 'half spheroids', ['half-spheroid']],
  ['A4', 'disk; thin ring', ['disk', 'thin-ring']],
  ['A5', 'needles in a half-space', ['needle-single', 'needle-pair']],
  ['A6', 'arrays of 5 × 5', ['array']],
  ['A7', 'complex impedance', ['impedance']],
  ['A8', 'point current on two layers', ['two-layers']],
  ['A9', 'energy put out and heat made, in every problem with current', ['']],
  ['B1', 'steady point source', ['steady-point']],
  ['B2', 'transient point source, perfused and not', ['transient-point']],
  ['B3', 'line source', ['transient-line']],
  ['B4', 'instant point source', ['instant-point']],
  ['B5', 'Gaussian blob in 1, 2 and 3 dimensions', ['blob']],
  ['B6', 'perfused slab in air', ['cooled-slab']],
  ['B7', 'contact cooling', ['contact-cooling']],
  ['B8', "Kohlrausch's relation", ['kohlrausch']],
  ['B9', 'uncooled sphere', ['uncooled-sphere']],
  ['B10', 'current and heat coupled about a needle', ['coupled-radial']],
  ['C1', 'damage at a held temperature', ['damage-held']],
  ['C2', 'damage over a ramp', ['damage-ramp']],
  ['C3', 'damage over a pulse', ['damage-pulse']],
  ['C4', 'CEM43', ['cem43']],
  ['D1', 'one-phase Stefan fronts', ['stefan']],
  ['D2', 'vapour front', ['vapour-front']],
  ['D3', 'two-phase front', ['two-phase']],
  ['D4', 'boiling throughout', ['heated-through']],
];

/** Further problems with a known solution, by what they put to the test. */
const further: readonly (readonly [number: string, what: string, documents: readonly string[]])[] = [
  [
    'E1',
    'exchange, flux and held sides in time',
    [
      'slab-warmed',
      'cylinder-warmed',
      'sphere-warmed',
      'short-cylinder',
      'flux-',
      'half-space-by',
      'heated-ball',
    ],
  ],
  ['E2', 'layers, exchange on two sides, media in contact', ['heated-layer', 'block-two-ex', 'contact-of']],
  ['E3', 'electrodes held at a temperature, by a wall and far from one', ['held-', 'block-held-']],
  ['E4', 'Gaussian, point and line sources, in pulses', ['gaussian-', 'block-two-g', 'pulsed-']],
  ['E5', 'perfusion and metabolism', ['perfused-', 'metabolism']],
  ['E6', 'profiles and layers of a start', ['even-out', 'warm-']],
  ['E7', 'heat conductivity that rises, melting', ['rising-conduction', 'melting-']],
  [
    'E8',
    'electrodes by a plate, in a duct, through layers; buried disk, spheroid',
    ['sphere-by', 'buried-disk', 'spheroid-at', 'block-needle', 'needle-through'],
  ],
  ['E9', 'dispersive media', ['dispersive-', 'two-dielectrics']],
  [
    'E10',
    'voltage, current, power, their limits, cut-off, pulses and control',
    ['current-', 'voltage-', 'power-', 'energy-', 'pulse-train', 'cut-off', 'proportional-'],
  ],
  ['E11', 'damage of a course in tissue and of histories', ['damage-of-']],
  ['E12', 'damage of a hot spot that cools, and below a hot plate', ['harm-of-']],
  [
    'E13',
    'balls of steel and of different sizes, disks on layers and on tissue that they warm',
    ['ball-of-', 'balls-on-', 'layers-under-', 'warmed-by-a-disk'],
  ],
  [
    'E14',
    'cycles of cut-off and restart, a cable with a limit, two channels at once',
    ['cycles-of-', 'cable-and-', 'two-channels'],
  ],
  [
    'E15',
    'boiling round a line, conductivities that both rise, perfused layers round a vessel',
    ['front-round-', 'unlike-plates', 'coat-of-'],
  ],
];

const heldOf = (checks: readonly z.infer<typeof check>[]): string =>
  checks.length === 0
    ? '-'
    : `${checks.filter(({ passed }) => passed).length} of ${checks.length}, ${percentOf(Math.max(...checks.map(({ used }) => used)))}`;

/** Status of each analytic problem: what holds, and the most of a tolerance that is used. */
const statusTable = (): string => {
  const ruleAt = analytic.findIndex(([number]) => number === 'D1');
  const all = verdicts.parse(json('verdicts.json')).verdicts;
  const rows = [...analytic, ...further].map(([number, what, documents]) => {
    const own = all.filter(({ id }) => documents.some((name) => id.startsWith(name)));
    const isBalance = documents.includes('');
    const of = (list: readonly z.infer<typeof check>[]) =>
      list.filter(({ quantity }) =>
        isBalance ? quantity === 'balance of energy' : !quantity.startsWith('balance'),
      );
    return [
      number,
      what,
      String(own.length),
      heldOf(own.flatMap(({ checks }) => of(checks))),
      heldOf(own.flatMap(({ production }) => of(production))),
    ];
  });
  const [rule] = [
    ['C5', 'steps of damage integrals: a rule of numerics, tested in `damage.test.ts`', '-', '-', '-'],
  ];
  return table(
    ['', 'problem', 'documents', 'double precision: held, worst share of tolerance', 'production'],
    [...rows.slice(0, ruleAt), rule ?? [], ...rows.slice(ruleAt)],
  );
};

const productionSummary = (all: z.infer<typeof verdicts>['verdicts']): string => {
  const checks = all.flatMap(({ production }) => production);
  const held = checks.filter(({ passed }) => passed).length;
  return `Through the kernels of production (WebAssembly, single precision wherever time passes) ${held} of ${checks.length} hold: within the same tolerance or 0.5 % where that is less, and energy put out and heat made within 0.01 %.`;
};

const summary = (): string => {
  const file = verdicts.parse(json('verdicts.json'));
  const checks = file.verdicts.flatMap((verdict) => verdict.checks);
  const held = checks.filter(({ passed }) => passed).length;
  const worst = Math.max(...checks.map(({ used }) => used));
  return `${held} of ${checks.length} checks hold in ${file.verdicts.length} problems, with engine ${file.engine}; the worst uses ${percentOf(worst)} of its tolerance. ${productionSummary(file.verdicts)}`;
};

/** Verification of heat: verdicts, orders, and what results hang on. */
export const heatVerificationPage = (): string => {
  const { grids, steps, boxes, skins, paths, hotPaths, space, time } = independence.parse(
    json('independence.json'),
  );
  return page(
    'Verification of heat',
    'Made from `validation/heat/verdicts.json` and `validation/heat/independence.json`, which `node validation/heat/run.ts` writes; `./percuta verify heat` solves the problems again.',
    summary(),
    '## Analytic problems',
    statusTable(),
    '## Orders',
    `Observed: ${observedOrder(space).toFixed(2)} in space, ${observedOrder(time).toFixed(2)} in time; both schemes are of second order away from what is singular. The limit is taken from the two finest.`,
    '![Errors of a resistance by the size of cells](heat-convergence-space.svg)',
    '![Errors of a temperature by the length of steps](heat-convergence-time.svg)',
    'Manufactured solutions through the solver itself, in a block and about an axis, on grids of 8, 16 and 32 cells a side, demand an order of 2 to within 0.1: the potential with a conductivity that varies and jumps by 20, and the temperature in time with heat conductivity and capacity that jump and follow temperature, by kernels and by the laws of materials (`heat/manufactured.order.test.ts`). So do those of the operators alone (`packages/numerics/src`, `*.order.test.ts`).',
    '## Grid, step and box',
    'Two needles of 0.125 mm, 1 mm apart, bare for 0.5 mm, in layered skin that goes on without end (0.1 mm of epidermis, fat below 2 mm), 80 V for 50 ms, which boils the hottest cells, followed to 150 ms. Everything that a run reports; the first column in full, the others as a change from it. Temperatures of the borders are the highest of the run.',
    '### Three grids finer and coarser',
    'What hangs on the grid most is the share of vapour in the hottest cell, which has no limit to converge to at the end of a coat and is therefore told with what a finer mesh may add to it. Temperatures at borders of layers change by up to 2 %, where cells are 0.15 mm long.',
    changes(grids),
    '![Median change of what a run reports, by the size of cells](heat-convergence-grids.svg)',
    '### Three lengths of steps',
    changes(steps),
    '![Median change of what a run reports, by the length of steps](heat-convergence-steps.svg)',
    '### Three boxes, open at their sides',
    changes(boxes),
    '![Median change of what a run reports, by the distance of the sides](heat-convergence-boxes.svg)',
    '## Layered skin and dermis alone',
    'The same shot where epidermis and fat are taken as dermis too: what the layers of the model are worth.',
    changes(skins),
    '## A second path',
    'One needle over a plate, in a block and about its axis with cells a third as large: another metric, another treatment of the metal. Stated bounds: 3 % of the rise at 50 µm from metal and farther, 5 % of the dimensions of contours. Peaks are those of the centre of a cell. At 140 V, 51 K at the hottest:',
    changes(fromLast(hotPaths)),
    'At 105 V the level of 60 °C lies 8 K below the hottest tissue, and the region above it is a sleeve about the needle three cells thick at 25 µm. Between the levels of 60 and 61 °C its volume falls by 28 %, so that half a kelvin is what its 14 % are worth. Temperatures and widths agree as closely as above.',
    changes(fromLast(paths)),
    '## Verdicts',
    verdictTable(),
  );
};
