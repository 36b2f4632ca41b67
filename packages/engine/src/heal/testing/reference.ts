import { readFileSync } from 'node:fs';
import { centralValues } from '@percuta/evidence';
import { integrateStiff, type StiffOptions } from '@percuta/numerics';
import { dimensionOf, parseQuantity, toSI } from '@percuta/quantity';
import { areaMean, tissueOf, type Tissue } from '../geometry/tissue.ts';
import { healParameters, type HealValues } from '../heal-stage.ts';
import { injure, levelOut } from '../injury/injure.ts';
import { columnBurn, noBurn, woundOf } from '../injury/wound.ts';
import { healingSystem, restingField } from '../integrate/healing-system.ts';
import { normalPlace } from '../place.ts';
import { ratesOf, type Rates } from '../rates.ts';
import { indexOf } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';

/** One scenario of `fixtures/heal/reference.json`. */
export interface Scenario {
  readonly id: string;
  readonly cell_radius: string;
  readonly rings: number;
  /** Days. */
  readonly sessions: readonly number[];
  readonly end: number;
  readonly gap_radius: string;
  readonly coagulation_radius: string;
  readonly overrides: Readonly<Record<string, string>>;
  readonly times: readonly { readonly day: number; readonly phase: 'after_session' | 'free' }[];
  readonly area_means: Readonly<Record<string, readonly number[]>>;
  readonly core_radius: string;
  readonly core: Readonly<Record<string, readonly number[]>>;
}

export interface Reference {
  readonly tolerance: { readonly relative: number; readonly absolute: number };
  readonly mass_balance: readonly {
    readonly scenario: string;
    readonly net_gain_365d: number;
    readonly phi_cut: number;
    readonly strict_bound: number;
  }[];
  readonly mass_balance_accuracy: number;
  readonly scenarios: readonly Scenario[];
}

export const readReference = (): Reference =>
  // The file is written to this shape.
  JSON.parse(
    readFileSync(new URL('../../../fixtures/heal/reference.json', import.meta.url), 'utf8'),
  ) as Reference;

const days = (count: number): number => toSI(count, 'd');

/** The values of a scenario: central, with its overrides, and the resting yield for all tropoelastin. */
export const valuesOf = ({ overrides, rings }: Pick<Scenario, 'overrides' | 'rings'>): HealValues => {
  const central = centralValues(healParameters);
  const given = Object.entries(overrides).map(([name, text]) => {
    const unit = text.split(' ')[1] ?? '1';
    return [name, parseQuantity(text, dimensionOf(unit))];
  });
  return { ...central, y_Ew: central.y_E, ...Object.fromEntries(given), N_r: rings };
};

const wound = (y: Float64Array, tissue: Tissue, scenario: Scenario, p: Rates): void => {
  const gap = parseQuantity(scenario.gap_radius, 'length');
  const column = parseQuantity(scenario.coagulation_radius, 'length');
  const { centres } = tissue.radial;
  const at = (ring: number) =>
    woundOf(tissue.radial, ring, gap, column > 0 ? columnBurn(centres[ring], column, p) : noBurn, p);
  injure(y, tissue, at, p);
};

/** Runs a scenario in equal layers and gives the field at each of its times. */
export const runScenario = (
  scenario: Scenario,
  options: StiffOptions,
  layers = 1,
): { readonly tissue: Tissue; readonly fields: readonly Float64Array[]; readonly lowest: number } => {
  const p = ratesOf(valuesOf(scenario), normalPlace);
  const depths = Float64Array.from({ length: layers + 1 }, (_, l) => l * 2e-4);
  const tissue = tissueOf(parseQuantity(scenario.cell_radius, 'length'), depths, p);
  const system = healingSystem(tissue, p);
  const fields = new Map<number, Float64Array>();
  let y = restingField(tissue, p);
  let lowest = 0;
  const starts = scenario.sessions.length === 0 ? [0] : scenario.sessions;
  starts.forEach((start, i) => {
    if (i > 0) levelOut(y, tissue);
    if (scenario.sessions.length > 0) wound(y, tissue, scenario, p);
    scenario.times.forEach(({ day, phase }, j) => {
      if (phase === 'after_session' && day === start) fields.set(j, y.slice());
    });
    const span = days((starts[i + 1] ?? scenario.end) - start);
    const { end } = integrateStiff(system, y, span, options, (step) => {
      scenario.times.forEach(({ day, phase }, j) => {
        const time = days(day - start);
        if (phase === 'after_session' || time <= step.from || time > step.to) return;
        const field = new Float64Array(system.size);
        step.at(time, field);
        fields.set(j, field);
      });
    });
    y = end;
    lowest = y.reduce((least, value) => Math.min(least, value), lowest);
  });
  return { tissue, fields: scenario.times.map((_, j) => fields.get(j) ?? new Float64Array()), lowest };
};

/** Area mean of a species in one layer. */
export const meanOf = (field: Float64Array, tissue: Tissue, id: string, layer = 0): number => {
  const { count } = tissue.radial;
  return areaMean(tissue, (k) => field[(layer * count + k) * speciesIds.length + indexOf[id]]);
};
