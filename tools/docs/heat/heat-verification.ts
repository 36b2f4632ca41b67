import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convergencePlot, observedOrder, standAlone } from '@percuta/figures';
import { z } from 'zod';
import { root } from '../../sources.ts';
import { page, table } from '../markdown.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'validation', 'heat', name), 'utf8'));

const verdicts = z.object({
  engine: z.string(),
  verdicts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      cells: z.array(z.number()),
      steps: z.number(),
      hash: z.string(),
      checks: z.array(
        z.object({
          quantity: z.string(),
          passed: z.boolean(),
          value: z.number(),
          unit: z.string(),
          expected: z.string(),
          within: z.string(),
          used: z.number(),
        }),
      ),
    }),
  ),
});

const errors = z.array(z.object({ size: z.number(), error: z.number() }));
const results = z.record(z.string(), z.record(z.string(), z.number()));
const independence = z.object({ space: errors, time: errors, pairs: results, paths: results });

const percentOf = (share: number): string => `${(100 * share).toFixed(1)} %`;

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

const plots = () => {
  const { space, time } = independence.parse(json('independence.json'));
  return {
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

const summary = (): string => {
  const file = verdicts.parse(json('verdicts.json'));
  const checks = file.verdicts.flatMap((verdict) => verdict.checks);
  const held = checks.filter(({ passed }) => passed).length;
  const worst = Math.max(...checks.map(({ used }) => used));
  return `${held} of ${checks.length} checks hold in ${file.verdicts.length} problems, with engine ${file.engine}; the worst uses ${percentOf(worst)} of its tolerance.`;
};

/** Verification of heat: verdicts, orders, and what results hang on. */
export const heatVerificationPage = (): string => {
  const { pairs, paths, space, time } = independence.parse(json('independence.json'));
  return page(
    'Verification of heat',
    'Made from `validation/heat/verdicts.json` and `validation/heat/independence.json`, which `node validation/heat/run.ts` writes; `./percuta verify heat` solves the problems again.',
    summary(),
    '## Orders',
    `Observed: ${observedOrder(space).toFixed(2)} in space, ${observedOrder(time).toFixed(2)} in time; both schemes are of second order away from what is singular. The limit is taken from the two finest.`,
    '![Errors of a resistance by the size of cells](heat-convergence-space.svg)',
    '![Errors of a temperature by the length of steps](heat-convergence-time.svg)',
    'Manufactured solutions with conductivities that vary and jump are tests of the operators that every domain uses: `packages/numerics/src` (`*.order.test.ts`).',
    '## Grid, step and box',
    'Two needles of 0.125 mm, 1 mm apart, bare for 0.5 mm in layered skin, 60 V for 50 ms, followed to 150 ms. The first column in full, the others as a change from it.',
    changes(pairs),
    '## A second path',
    'One needle over a plate, in a block and about its axis with cells a third as large: another metric, another treatment of the metal. Stated bounds: 3 % of the rise at 50 µm from metal and farther, 5 % of the dimensions of contours. Changes are from the first column. Beside the needle and in widths and depths the block at 25 µm is within the bounds. Below the flat tip it is not, 50 µm from the metal: temperatures between cell centres are taken as linear there, where they fall steeply, and cells of 15 µm halve the difference. Rims of flat tips are singular: peaks are of the mesh.',
    changes(paths),
    '## Verdicts',
    verdictTable(),
  );
};
