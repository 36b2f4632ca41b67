import { toSI } from '@percuta/quantity';
import { faultOf, quantileOf, type Distribution } from './distribution.ts';
import { isUnverified, type Read } from '../provenance/read.ts';
import type { Source } from '../provenance/reference.ts';

/** How the value of a parameter came about. */
export type Basis = 'measured' | 'pooled' | 'derived' | 'calibrated' | 'assumed';

/** One number of the model with everything needed to judge it. */
export interface Parameter {
  readonly symbol: string;
  readonly meaning: string;
  /** The central value, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** In `unit` as well. */
  readonly spread: Distribution;
  readonly basis: Basis;
  readonly sources: readonly Source[];
  readonly read: Read;
  /** Why the value stands although nothing is cited; needed when `sources` is empty. */
  readonly reason?: string;
  /** Where it holds: layer, site, age, phototype. */
  readonly where?: string;
  readonly note?: string;
}

/** The parameters of one stage by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** Accepts a parameter only with its provenance, at the moment it is defined. */
export function parameter(given: Parameter): Parameter {
  const fault = provenanceFault(given) ?? faultOf(given.spread, given.value);
  if (fault !== undefined) throw new RangeError(`parameter ${given.symbol}: ${fault}`);
  return Object.freeze({
    ...given,
    spread: Object.freeze({ ...given.spread }),
    sources: Object.freeze([...given.sources]),
  });
}

/** A value nobody has verified may be used only with a spread; a definition has nothing to verify. */
function provenanceFault({ sources, reason, read, spread, note }: Parameter): string | undefined {
  if (sources.length === 0 && !reason?.trim()) return 'cites no source and gives no reason';
  const isDefinition = note?.includes('definition') ?? false;
  if (isUnverified(read) && spread.kind === 'fixed' && !isDefinition) {
    return `is read as "${read}" and so needs a spread`;
  }
  return undefined;
}

/** Plain SI numbers for the equations; provenance stays here. */
export function centralValues<P extends Parameters>(parameters: P): { readonly [K in keyof P]: number } {
  const entries = Object.entries(parameters).map(([name, { value, unit }]) => [name, toSI(value, unit)]);
  // Object.fromEntries forgets the names of the keys, which are those of `parameters`.
  return Object.fromEntries(entries) as { readonly [K in keyof P]: number };
}

/** The SI value at the share u of the spread of the parameter. */
export function sampleValue({ spread, value, unit }: Parameter, u: number): number {
  return toSI(quantileOf(spread, value, u), unit);
}
