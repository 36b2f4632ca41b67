import { readFileSync } from 'node:fs';
import { engineVersion, readHeatProblem, solveHeat, type Heating } from '@percuta/engine';
import { solveRound, solveSquare } from './reference-problem.ts';
import { reportedOfPair, type PairVariation } from './reported-pair.ts';

const rounded = (value: number): number => Number(value.toPrecision(5));

/** Every quantity that is reported of a run: ohm, J, K above 37 °C, mm³, mm. */
export const reported = (heating: Heating): Record<string, number> => {
  const { resistances, channels, probes, peaks, contours } = heating;
  const isRound = heating.grid?.x.metric !== 'slab';
  const zones = contours.flatMap(({ name, volume, zones: [zone] }): [string, number][] =>
    zone === undefined
      ? []
      : [
          [`volume ${name}, mm³`, volume * 1e9],
          [`width ${name}, mm`, (isRound ? 2 * zone.x.to : zone.x.to - zone.x.from) * 1e3],
          [`depth ${name}, mm`, zone.z.to * 1e3],
        ],
  );
  return Object.fromEntries(
    [
      ['resistance, ohm', resistances[0]?.real ?? NaN] as const,
      ['energy, J', channels[0]?.energy.at(-1) ?? NaN] as const,
      ['peak rise, K', Math.max(...peaks) - 310.15] as const,
      ...probes.map(({ name, values }) => [`rise ${name}, K`, (values.at(-1) ?? NaN) - 310.15] as const),
      ...zones,
    ].map(([name, value]) => [name, rounded(value)]),
  );
};

const standard = { finest: '25 um', growth: 1.3 };

/** A fifth of the radius is what production takes; growth follows, so that every cell shrinks alike. */
const grids: Readonly<Record<string, PairVariation>> = {
  'cells from 25 µm': standard,
  '31 µm': { finest: '31.25 um', growth: 1.388 },
  '20 µm': { finest: '20 um', growth: 1.233 },
  '15.6 µm': { finest: '15.625 um', growth: 1.178 },
};

const steps: Readonly<Record<string, PairVariation>> = {
  'steps to 2.5 ms': { ...standard, step: '2.5 ms' },
  '1.25 ms': { ...standard, step: '1.25 ms' },
  '0.625 ms': { ...standard, step: '0.625 ms' },
};

const boxes: Readonly<Record<string, PairVariation>> = {
  '5 × 4 × 4 mm': standard,
  '7 × 6 × 5 mm': { ...standard, wider: 1 },
  '9 × 8 × 6 mm': { ...standard, wider: 2 },
};

const skins: Readonly<Record<string, PairVariation>> = {
  'layered skin': standard,
  'dermis alone': { ...standard, isHomogeneous: true },
};

const pathsAt = (volts: number): Readonly<Record<string, unknown>> => ({
  'block, 25 um': reported(solveSquare({ ...standard, volts })),
  'block, 15 um': reported(solveSquare({ finest: '15 um', growth: 1.2, volts })),
  'round, 8 um': reported(solveRound({ finest: '8 um', growth: 1.12, volts })),
  'round, 5 um': reported(solveRound({ finest: '5 um', growth: 1.08, volts })),
});

const runs = (variations: Readonly<Record<string, PairVariation>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(variations).map(([name, given]) => [name, reportedOfPair(given)]));

const json = (path: string): Record<string, unknown> => {
  const document: unknown = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  return typeof document === 'object' && document !== null ? { ...document } : {};
};

const domainOf = (document: Record<string, unknown>): object => {
  const { domain } = document;
  return typeof domain === 'object' && domain !== null ? domain : {};
};

/** Resistance of the first needle on axisymmetric grids, each twice as fine; the last stands for the limit. */
const spaceErrors = (): { readonly size: number; readonly error: number }[] => {
  const document = json('problems/needle-single-1.json');
  const found = [0, 1, 2, 3, 4].map((n) => {
    const finest = 60 / 2 ** n;
    const grid = { finest: `${finest} um`, growth: 1.3 ** (1 / 2 ** n), coarsest: `${2000 / 2 ** n} um` };
    const { resistances } = solveHeat(
      readHeatProblem({ ...document, domain: { ...domainOf(document), grid } }),
    );
    return { size: finest, value: resistances[0]?.real ?? NaN };
  });
  return errorsOf(found);
};

/** Temperature beside the needle in a coaxial ground with rising conductivity, by the length of steps. */
const timeErrors = (): { readonly size: number; readonly error: number }[] => {
  const document = json('problems/coupled-radial-rising.json');
  const found = [0, 1, 2, 3, 4].map((n) => {
    const step = 20 / 2 ** n;
    const { probes } = solveHeat(
      readHeatProblem({ ...document, step: `${step} ms` }),
      {},
      { tolerances: strict },
    );
    return { size: step, value: (probes[0]?.values.at(-1) ?? NaN) - 310.15 };
  });
  return errorsOf(found);
};

const strict = { potential: 1e-9, conductivity: 0 };

/** Relative errors against the limit of the last two by their ratio of two and second order. */
const errorsOf = (
  found: readonly { readonly size: number; readonly value: number }[],
): { readonly size: number; readonly error: number }[] => {
  const [before, last] = found.slice(-2).map(({ value }) => value);
  const limit = (last ?? NaN) + ((last ?? NaN) - (before ?? NaN)) / 3;
  return found.slice(0, -1).map(({ size, value }) => ({ size, error: rounded(Math.abs(value / limit - 1)) }));
};

/** How far results hang on grid, step and box, and on the discretisation. Takes a minute. */
export const independence = (): unknown => ({
  engine: engineVersion,
  space: spaceErrors(),
  time: timeErrors(),
  grids: runs(grids),
  steps: runs(steps),
  boxes: runs(boxes),
  skins: runs(skins),
  paths: pathsAt(105),
  hotPaths: pathsAt(140),
});
