// The unit cell and levelling out between sessions against channels that stand where chance put them (README).
//   node validation/heal/closure/patch.ts [CELLS A SIDE]    writes result.json
import { writeFileSync } from 'node:fs';
import { centralValues } from '@percuta/evidence';
import { integrateStiff } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { healingTolerance } from '../../../packages/engine/src/heal/course/tolerance.ts';
import { cellRadius } from '../../../packages/engine/src/heal/geometry/radial-cells.ts';
import { tissueOf } from '../../../packages/engine/src/heal/geometry/tissue.ts';
import { healParameters } from '../../../packages/engine/src/heal/heal-stage.ts';
import { injure, levelOut } from '../../../packages/engine/src/heal/injury/injure.ts';
import { noBurn, woundOf } from '../../../packages/engine/src/heal/injury/wound.ts';
import { healingSystem, restingField } from '../../../packages/engine/src/heal/integrate/healing-system.ts';
import { normalPlace } from '../../../packages/engine/src/heal/place.ts';
import { ratesOf } from '../../../packages/engine/src/heal/rates.ts';
import { indexOf } from '../../../packages/engine/src/heal/species/species-list.ts';
import { meanOf } from '../../../packages/engine/src/heal/testing/reference.ts';
import { channelsOf, cutChannels, levelPatch, patchMean, patchOf, patchSystem } from './tissue-patch.ts';

const side = toSI(2, 'mm');
const gap = toSI(50, 'um');
const density = toSI(200, '1/cm2');
const seeds = [1, 2, 3];
const sessions = [0, 28, 56, 84];
const kept = [7, 28, 35, 56, 63, 84, 91, 120, 180, 365];
const cells = Number(process.argv[2] ?? 60);

const central = centralValues(healParameters);
const p = ratesOf(central, normalPlace);

const quantities: Readonly<Record<string, readonly string[]>> = {
  collagen: ['C3', 'C1i', 'C1m'],
  'collagen III': ['C3'],
  elastin: ['E'],
  fibroblasts: ['F'],
  macrophages: ['M1', 'M2'],
  hyaluronan: ['H'],
};

type Means = Record<string, number>;

const meansBy = (mean: (id: string) => number): Means =>
  Object.fromEntries(
    Object.entries(quantities).map(([name, ids]) => [name, ids.reduce((sum, id) => sum + mean(id), 0)]),
  );

/** Follows a field over all sessions; `treat` cuts the one of this number. */
const follow = (
  start: Float64Array,
  system: ReturnType<typeof healingSystem>,
  treat: (y: Float64Array, session: number) => void,
  read: (y: Float64Array) => Means,
): Means[] => {
  let y = start;
  const means: Means[] = [];
  sessions.forEach((day, i) => {
    treat(y, i);
    const until = sessions[i + 1] ?? kept.at(-1) ?? day;
    const times = kept.filter((time) => time > day && time <= until);
    const field = new Float64Array(y.length);
    let next = 0;
    y = integrateStiff(system, y, toSI(until - day, 'days'), healingTolerance, (step) => {
      for (; next < times.length; next += 1) {
        const time = toSI((times[next] ?? 0) - day, 'days');
        if (time > step.to) break;
        step.at(time, field);
        means.push(read(field));
      }
    }).end;
  });
  return means;
};

const inCell = (): Means[] => {
  const tissue = tissueOf(cellRadius(density), Float64Array.of(0, toSI(0.2, 'mm')), p);
  const treat = (y: Float64Array, session: number): void => {
    if (session > 0) levelOut(y, tissue);
    injure(y, tissue, (ring) => woundOf(tissue.radial, ring, gap, noBurn, p), p);
  };
  return follow(restingField(tissue, p), healingSystem(tissue, p), treat, (y) =>
    meansBy((id) => meanOf(y, tissue, id)),
  );
};

const inPatch = (seed: number, isLevelled: boolean): Means[] => {
  const tissue = patchOf(side, cells);
  const count = Math.round(density * side * side);
  const treat = (y: Float64Array, session: number): void => {
    if (isLevelled && session > 0) levelPatch(y);
    cutChannels(y, tissue, { channels: channelsOf(100 * seed + session, count, side), gap, p });
  };
  const began = process.cpuUsage();
  const means = follow(restingField(tissue, p), patchSystem(tissue, p), treat, (y) =>
    meansBy((id) => patchMean(y, indexOf[id] ?? 0)),
  );
  const { user } = process.cpuUsage(began);
  process.stderr.write(
    `patch ${seed}, ${isLevelled ? 'levelled' : 'explicit'}: ${(user / 1e6).toFixed(0)} s\n`,
  );
  return means;
};

const round = (value: number): number => Number(value.toPrecision(4));

const cell = inCell();
const patches = seeds.map((seed) => ({ explicit: inPatch(seed, false), levelled: inPatch(seed, true) }));

/** Mean over the patches, and the one that lies farthest from 0. */
const differenceOf = (of: (patch: (typeof patches)[number]) => number) => {
  const all = patches.map(of);
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  return { mean: round(mean), farthest: round(all.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))) };
};

const rows = kept.flatMap((day, t) =>
  Object.keys(quantities).map((name) => ({
    day,
    quantity: name,
    cell: round(cell[t]?.[name] ?? Number.NaN),
    explicit_less_levelled: differenceOf(
      ({ explicit, levelled }) => (explicit[t]?.[name] ?? Number.NaN) - (levelled[t]?.[name] ?? Number.NaN),
    ),
    explicit_less_cell: differenceOf(
      ({ explicit }) => (explicit[t]?.[name] ?? Number.NaN) - (cell[t]?.[name] ?? Number.NaN),
    ),
  })),
);
const judged = rows.filter(({ quantity }) => quantity === 'collagen' || quantity === 'elastin');
const worst = (of: (row: (typeof rows)[number]) => number): number =>
  round(Math.max(...judged.map((row) => Math.abs(of(row)))));
const result = {
  cells_a_side: cells,
  sessions_days: sessions,
  seeds,
  largest_in_collagen_and_elastin: {
    explicit_less_levelled: worst((row) => row.explicit_less_levelled.mean),
    asked_for: 0.005,
    explicit_less_cell: worst((row) => row.explicit_less_cell.mean),
    asked_for_of_the_cell: 0.01,
  },
  rows,
};
const text = `${JSON.stringify(result, null, 2)}\n`;
if (process.argv[2] === undefined) writeFileSync(new URL('result.json', import.meta.url), text);
else process.stdout.write(text);
