import { calibration, centralValues, quantileOf, type Parameter, type Parameters } from '@percuta/evidence';
import {
  cholesky,
  createRandom,
  normalCdf,
  normalQuantile,
  permutation,
  sobolPoints,
} from '@percuta/numerics';
import { parseQuantity, dimensionOf, toSI } from '@percuta/quantity';
import { appearanceStage, type AppearanceValues } from './appearance/appear.ts';
import { BadInput } from './error.ts';
import { checkValues } from './heal/check-input.ts';
import { healStage, type HealValues } from './heal/heal-stage.ts';
import { heatStage } from './heat/heat-stage.ts';
import type { HeatValues } from './heat/material/tissue.ts';
import { deviceStage, punctureStage, type DeviceValues, type PunctureValues } from './puncture/stages.ts';
import { safetyStage, type SafetyValues } from './safety/parameters.ts';
import { layers, skinStage, type Layer } from './skin/skin.ts';
import { drawValues, isDrawn, parameterNames, type Stage, type Values } from './stage.ts';
import type { skinParameters } from './skin/parameters.ts';

/** Every stage whose parameters are drawn, in the order of the chain. */
export const stages = [
  skinStage,
  deviceStage,
  punctureStage,
  safetyStage,
] as const satisfies readonly Stage[];

/**
 * Every stage with parameters. Heat, healing and appearance are drawn by themselves: a draw of heat costs seconds, so that there
 * are fewer of them, and the rules of healing refuse draws.
 */
export const allStages = [
  ...stages,
  heatStage,
  healStage,
  appearanceStage,
] as const satisfies readonly Stage[];

/** One joint draw of everything that is uncertain; SI. */
export interface Draw {
  /** Where the layers stand in what is known of them, in (0, 1). */
  readonly ranks: Readonly<Record<Layer, number>>;
  readonly skin: Values<typeof skinParameters>;
  readonly device: DeviceValues;
  readonly puncture: PunctureValues;
  readonly safety: SafetyValues;
}

/** Parameter values given in place of the distribution, text by name: `{ "puncture.gap": "50 um" }`. */
export type Overrides = Readonly<Record<string, string>>;

/** What is drawn, as columns: by dotted name, one value a draw. Constant quantities have no column. */
export interface Ensemble {
  readonly count: number;
  readonly seed: number;
  readonly draws: readonly Draw[];
  readonly columns: ReadonlyMap<string, Float64Array>;
}

const named = stages.flatMap((stage) => parameterNames(stage));

const digits = 6;

const span = (low: number, high: number, unit: string): string => {
  const [from, to] = [low, high].map((end) => Number(end.toPrecision(digits)));
  return unit === '1' ? `${from} to ${to}` : `${from} to ${to} ${unit}`;
};

/** Numbers of cells, which `checkValues` judges. */
const counts = new Set(['heal.N_r', 'heal.n_layers']);

/** How far a value may be set beyond a spread that has no ends: nothing in skin is off by more. */
const farthest = 1000;

/** The values that a parameter may be set to, in its own unit: its ends where its spread has some. */
const supportOf = ({ spread, value }: Pick<Parameter, 'spread' | 'value'>): readonly [number, number] => {
  switch (spread.kind) {
    case 'triangular':
    case 'uniform':
      return [spread.low, spread.high];
    case 'lognormal':
      return [spread.low / farthest, spread.high * farthest];
    case 'normal':
      return [value - farthest * spread.sd, value + farthest * spread.sd];
    case 'fixed':
      return value > 0 ? [value / farthest, value * farthest] : [-farthest, farthest];
  }
};

/** One override in SI; throws an error whose message says why it cannot be. */
const overrideOf = (name: string, { unit, spread, value: central }: Parameter, text: string): number => {
  if (name.startsWith('safety.')) {
    throw new Error(
      'is an allowance of the envelope; limits are changed in the case, by name and with a reason',
    );
  }
  const value = parseQuantity(text, dimensionOf(unit));
  if (counts.has(name)) return value;
  if (spread.kind !== 'triangular' && central > 0 && value <= 0) throw new Error('has to be above 0');
  const [low, high] = supportOf({ spread, value: central });
  if (!(value >= toSI(low, unit) && value <= toSI(high, unit))) {
    throw new Error(`has to be ${span(low, high, unit)}`);
  }
  return value;
};

type Named = ReadonlyArray<readonly [string, Parameter]>;

/** Overrides in SI; throws BadInput for an unknown name or a value of another dimension. */
const readOverrides = (overrides: Overrides, among: Named = named): ReadonlyMap<string, number> => {
  const problems = [];
  const values = new Map<string, number>();
  for (const [name, text] of Object.entries(overrides)) {
    const parameter = among.find(([known]) => known === name)?.[1];
    try {
      if (parameter === undefined) throw new Error('is not a parameter');
      values.set(name, overrideOf(name, parameter, text));
    } catch (error) {
      problems.push({
        path: name,
        given: text,
        problem: error instanceof Error ? error.message : String(error),
        remedy: 'the parameter table lists every name with its unit',
      });
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return values;
};

/** Number of the random stream that orders draws of heat. */
const heatOrder = 3;

const apart: readonly Stage[] = [heatStage, healStage, appearanceStage];

const isOf =
  ({ name: stage }: Stage) =>
  (name: string): boolean =>
    name.startsWith(`${stage}.`);

const overridesWhere = (overrides: Overrides, isWanted: (name: string) => boolean): Overrides =>
  Object.fromEntries(Object.entries(overrides).filter(([name]) => isWanted(name)));

/** What is left for the stages that are drawn together. */
export const jointOverrides = (overrides: Overrides): Overrides =>
  overridesWhere(overrides, (name) => !apart.some((stage) => isOf(stage)(name)));

/** What a run sets of a stage that is drawn by itself, SI by the name within the stage. Throws BadInput. */
const ownOverrides = (stage: Stage, overrides: Overrides): Record<string, number> => {
  const fixed = readOverrides(overridesWhere(overrides, isOf(stage)), parameterNames(stage));
  return Object.fromEntries(Array.from(fixed, ([name, value]) => [name.slice(stage.name.length + 1), value]));
};

/** Parameters of healing at their central values, with what a run sets them to. Throws BadInput. */
export const healValues = (overrides: Overrides): HealValues => {
  const values = { ...centralValues(healStage.parameters), ...ownOverrides(healStage, overrides) };
  checkValues(values);
  return Object.freeze(values);
};

/** Parameters of heat at their central values, with what a run sets them to. Throws BadInput. */
export const heatValues = (overrides: Overrides): HeatValues =>
  Object.freeze({ ...centralValues(heatStage.parameters), ...ownOverrides(heatStage, overrides) });

/**
 * Draws of the parameters of heat, with what a run sets in all of them. Throws BadInput for overrides. They are the
 * points of one sequence, as those of the chain are: in an order of their own no constant of heat goes with one of
 * the chain.
 */
export const drawHeatValues = (
  count: number,
  seed: number,
  overrides: Overrides,
  tick?: () => void,
): readonly HeatValues[] => {
  const given = ownOverrides(heatStage, overrides);
  const drawn = drawValues(heatStage.parameters, count, seed, tick);
  return permutation(count, createRandom(seed, heatOrder)).flatMap((i) => {
    const values = drawn[i];
    return values === undefined ? [] : [Object.freeze({ ...values, ...given })];
  });
};

/** The same of appearance. */
export const appearanceValues = (overrides: Overrides): AppearanceValues =>
  Object.freeze({
    ...centralValues(appearanceStage.parameters),
    ...ownOverrides(appearanceStage, overrides),
  });

/** Draws of appearance, at least as many as asked for, with what a run sets in all of them. Throws BadInput. */
export const drawAppearance = (
  count: number,
  { seed, overrides }: { readonly seed: number; readonly overrides: Overrides },
): readonly AppearanceValues[] => {
  const given = ownOverrides(appearanceStage, overrides);
  let most = 1;
  while (most < count) most *= 2;
  return drawValues(appearanceStage.parameters, most, seed).map((values) =>
    Object.freeze({ ...values, ...given }),
  );
};

/** Throws BadInput for overrides of any stage that name no parameter or have the wrong dimension. */
export const checkOverrides = (overrides: Overrides): void => {
  for (const stage of apart) ownOverrides(stage, overrides);
  readOverrides(jointOverrides(overrides));
};

/** Uniforms that carry the correlation of a calibration: u' = Phi(L Phi^-1(u)), a Gaussian copula. */
const correlate = (uniforms: Map<string, Float64Array>): void => {
  const { names, correlation } = calibration('puncture-support');
  const columns = names.map((name) => uniforms.get(name));
  const lower = cholesky(correlation);
  const count = columns[0]?.length ?? 0;
  for (let i = 0; i < count; i += 1) {
    const z = columns.map((column) => normalQuantile(column?.[i] ?? 0.5));
    columns.forEach((column, row) => {
      const mixed = z.reduce((sum, value, k) => sum + (lower[row]?.[k] ?? 0) * value, 0);
      if (column) column[i] = normalCdf(mixed);
    });
  }
};

const sampleColumn = (parameter: Parameter, uniforms: Float64Array): Float64Array => {
  // Degrees Celsius have an offset.
  const zero = toSI(0, parameter.unit);
  const factor = toSI(1, parameter.unit) - zero;
  return uniforms.map((u) => zero + quantileOf(parameter.spread, parameter.value, u) * factor);
};

const uniformColumns = (count: number, seed: number): Map<string, Float64Array> => {
  const ranks = layers.map((layer) => `rank.${layer}`);
  const names = [...ranks, ...named.filter(([, parameter]) => isDrawn(parameter)).map(([name]) => name)];
  const points = sobolPoints(count, names.length, seed);
  const uniforms = new Map(names.map((name, k) => [name, points[k] ?? new Float64Array(count)]));
  correlate(uniforms);
  return uniforms;
};

const columnsOf = (
  count: number,
  seed: number,
  fixed: ReadonlyMap<string, number>,
): Map<string, Float64Array> => {
  const columns = uniformColumns(count, seed);
  for (const [name, parameter] of named) {
    const uniforms = columns.get(name);
    if (fixed.has(name)) columns.delete(name);
    else if (uniforms) columns.set(name, sampleColumn(parameter, uniforms));
  }
  return columns;
};

const valuesAt = <P extends Parameters>(
  stage: Stage<P>,
  i: number,
  columns: ReadonlyMap<string, Float64Array>,
  constants: ReadonlyMap<string, number>,
): Values<P> => {
  const entries = Object.keys(stage.parameters).map((key) => {
    const name = `${stage.name}.${key}`;
    return [key, columns.get(name)?.[i] ?? constants.get(name) ?? Number.NaN] as const;
  });
  // Object.fromEntries forgets the names of the keys, which are those of the stage's parameters.
  return Object.freeze(Object.fromEntries(entries)) as Values<P>;
};

const constantsOf = (fixed: ReadonlyMap<string, number>): Map<string, number> =>
  new Map(named.map(([name, { value, unit }]) => [name, fixed.get(name) ?? toSI(value, unit)]));

/**
 * Draws everything that is uncertain at once, from a scrambled Sobol sequence: the same seed gives the same draws
 * for every candidate, so that differences between candidates are not noise. `count` is best a power of two.
 * Throws BadInput for overrides that name no parameter or have the wrong dimension.
 * @example
 * ```ts
 * import { drawEnsemble } from '@percuta/engine';
 *
 * const { draws } = drawEnsemble(64, 1, { 'puncture.gap': '50 um' });
 * console.log(draws.length, draws[0]?.puncture.gap); // 64 0.00005
 * ```
 */
export const drawEnsemble = (count: number, seed: number, overrides: Overrides = {}): Ensemble => {
  const fixed = readOverrides(overrides);
  const columns = columnsOf(count, seed, fixed);
  const constants = constantsOf(fixed);
  const rankAt = (layer: Layer, i: number): number => columns.get(`rank.${layer}`)?.[i] ?? 0.5;
  const draws = Array.from({ length: count }, (_, i): Draw => ({
    ranks: {
      stratumCorneum: rankAt('stratumCorneum', i),
      epidermis: rankAt('epidermis', i),
      dermis: rankAt('dermis', i),
      fat: rankAt('fat', i),
    },
    skin: valuesAt(skinStage, i, columns, constants),
    device: valuesAt(deviceStage, i, columns, constants),
    puncture: valuesAt(punctureStage, i, columns, constants),
    safety: valuesAt(safetyStage, i, columns, constants),
  }));
  return { count, seed, draws, columns };
};

/** The draw in which every parameter and every layer stands at its central value. */
export const centralDraw = (overrides: Overrides = {}): Draw => {
  const constants = constantsOf(readOverrides(overrides));
  const none = new Map<string, Float64Array>();
  return {
    ranks: { stratumCorneum: 0.5, epidermis: 0.5, dermis: 0.5, fat: 0.5 },
    skin: valuesAt(skinStage, 0, none, constants),
    device: valuesAt(deviceStage, 0, none, constants),
    puncture: valuesAt(punctureStage, 0, none, constants),
    safety: valuesAt(safetyStage, 0, none, constants),
  };
};
