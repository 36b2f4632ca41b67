import { readFileSync } from 'node:fs';
import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { cellRadius } from '../geometry/radial-cells.ts';
import { layerDepths, tissueOf, type Tissue } from '../geometry/tissue.ts';
import { healParameters } from '../heal-stage.ts';
import { injure, levelOut } from '../injury/injure.ts';
import { columnBurn, noBurn, weakened, woundOf } from '../injury/wound.ts';
import { normalPlace } from '../place.ts';
import { ratesOf, type Rates } from '../rates.ts';

/** A course in several layers that scipy's Radau has solved as well. */
export interface RadauCase {
  readonly id: string;
  readonly layers: number;
  /** Channels per cm². */
  readonly density: number;
  /** Days. */
  readonly sessions: readonly number[];
  readonly end: number;
  /** Depth of the tip, and the largest radius of the gap; mm. */
  readonly tip: number;
  readonly widest: number;
  /** Radius of a coagulated column over the lower half of what is pierced, mm; 0 without heat. */
  readonly column: number;
}

export const radauCases: readonly RadauCase[] = [
  { id: 'needling', layers: 6, density: 200, sessions: [0], end: 365, tip: 0.7, widest: 0.05, column: 0 },
  {
    id: 'heated column',
    layers: 4,
    density: 56,
    sessions: [0],
    end: 365,
    tip: 0.9,
    widest: 0.06,
    column: 0.15,
  },
  {
    id: 'four sessions',
    layers: 3,
    density: 400,
    sessions: [0, 28, 56, 84],
    end: 365,
    tip: 0.7,
    widest: 0.05,
    column: 0,
  },
];

const mm = (length: number): number => toSI(length, 'mm');
const asked = [0.04, 0.5, 1, 3, 7, 14, 28, 90, 180];

/** Constants of the equations, the same for every case. */
export const radauRates = (): Rates => ratesOf(centralValues(healParameters), normalPlace);

export const radauTissue = ({ layers, density }: RadauCase, p: Rates): Tissue => {
  const values = { ...centralValues(healParameters), n_layers: layers };
  return tissueOf(cellRadius(toSI(density, '1/cm2')), layerDepths(mm(1.2), values), p);
};

/** Stretches between sessions: how long each lasts and the times since its session that are compared, s. */
export const radauStretches = ({ sessions, end }: RadauCase): { span: number; times: number[] }[] =>
  sessions.map((start, i) => {
    const length = (sessions[i + 1] ?? end) - start;
    const times = [...asked.filter((day) => day < length), length].map((day) => toSI(day, 'days'));
    return { span: toSI(length, 'days'), times };
  });

/** One session, in place. */
export const treatAsRadau = (
  y: Float64Array,
  tissue: Tissue,
  given: RadauCase,
  p: Rates,
  isFirst: boolean,
) => {
  const { depths, radial } = tissue;
  const [tip, widest, column] = [mm(given.tip), mm(given.widest), mm(given.column)];
  if (!isFirst) levelOut(y, tissue);
  const at = (ring: number, layer: number) => {
    const share = Math.min(1, (tip - depths[layer]) / (depths[layer + 1] - depths[layer]));
    if (share <= 0) return undefined;
    const isHeated = column > 0 && depths[layer] >= tip / 2;
    const burn = isHeated ? columnBurn(radial.centres[ring], column, p) : noBurn;
    const wound = woundOf(radial, ring, widest * (1 - depths[layer] / tip), burn, p);
    return share < 1 ? weakened(wound, share) : wound;
  };
  injure(y, tissue, at, p);
};

export interface RadauOutputs {
  readonly versions: Readonly<Record<string, string>>;
  readonly relative: number;
  /** Constants of the equations that were solved. */
  readonly rates: Rates;
  /** For each case and stretch: area means, index = species + 25 × (layer + layers × time). */
  readonly means: Readonly<Record<string, readonly (readonly number[])[]>>;
}

export const readRadau = (): RadauOutputs =>
  // The file is written to this shape by validation/heal/stiff-solvers/radau.ts.
  JSON.parse(
    readFileSync(new URL('../../../fixtures/heal/radau.json', import.meta.url), 'utf8'),
  ) as RadauOutputs;
