import { dimensionOf, formatQuantity, parseQuantity } from '@percuta/quantity';
import type { Case } from '../case/case.ts';
import { BadInput, type Problem } from '../error.ts';
import type { Limit } from './limit.ts';
import { limits } from './limits.ts';

/** A bound a clinician has set in place of the default; SI. */
export interface Adjustment {
  readonly limit: string;
  readonly value: number;
  /** Present for an override: a bound looser than the default. */
  readonly override?: { readonly reason: string; readonly name: string };
}

const find = (id: string, path: string): Limit => {
  const limit = limits.find((known) => known.id === id);
  if (limit !== undefined) return limit;
  throw new BadInput([
    {
      path,
      given: id,
      problem: 'is not a limit',
      allowed: limits.map((known) => known.id).join(', '),
      remedy: 'name one of these',
    },
  ]);
};

const parse = (limit: Limit, text: string, path: string): number => {
  try {
    return parseQuantity(text, dimensionOf(limit.unit));
  } catch (error) {
    throw new BadInput([
      {
        path,
        given: text,
        problem: error instanceof Error ? error.message : String(error),
        remedy: `write it in ${limit.unit}`,
      },
    ]);
  }
};

/** A bound as it is written; a share can be neither below nothing nor above all. */
const read = (limit: Limit, text: string, path: string): number => {
  const value = parse(limit, text, path);
  if (limit.unit !== '%' || (value >= 0 && value <= 1)) return value;
  const problem = 'is no share';
  throw new BadInput([{ path, given: text, problem, allowed: '0 % to 100 %', remedy: 'change it' }]);
};

/** Tightened and loosened at once: only whoever wrote the case can say which is meant. */
const contradictions = ({ limits: tightened = [], overrides = [] }: Case): Problem[] =>
  overrides.flatMap(({ limit, value }, i) => {
    const other = tightened.findIndex((one) => one.limit === limit);
    if (other < 0) return [];
    return [
      {
        path: `overrides[${i}].limit`,
        given: `${limit} (${value})`,
        problem: `is also set under limits[${other}], to ${tightened[other]?.value ?? ''}`,
        remedy: 'keep the one that is meant: limits to tighten, overrides to loosen',
      },
    ];
  });

const locked = (limit: Limit, path: string): Problem => ({
  path,
  given: limit.id,
  problem: 'cannot be overridden',
  remedy: 'remove the override; nothing is planned across this limit',
});

/**
 * The limits of the case that differ from the defaults. Whether a tightened limit is really tighter shows only
 * beside its default, in `boundOf`. Throws BadInput for unknown limits, for overrides of what is locked, and for a
 * limit under both.
 */
export const adjustmentsOf = (given: Case): readonly Adjustment[] => {
  const tightened = (given.limits ?? []).map(({ limit, value }, i): Adjustment => {
    const known = find(limit, `limits[${i}].limit`);
    return { limit, value: read(known, value, `limits[${i}].value`) };
  });
  const loosened = (given.overrides ?? []).map(({ limit, value, reason, name }, i): Adjustment => {
    const known = find(limit, `overrides[${i}].limit`);
    if (!known.isOverridable) throw new BadInput([locked(known, `overrides[${i}].limit`)]);
    return { limit, value: read(known, value, `overrides[${i}].value`), override: { reason, name } };
  });
  const twice = contradictions(given);
  if (twice.length > 0) throw new BadInput(twice);
  return [...tightened, ...loosened];
};

const looser = (limit: Limit, byDefault: number, value: number): BadInput =>
  new BadInput([
    {
      path: `limits (${limit.id})`,
      given: boundText(limit, value),
      problem: 'is looser than the limit it replaces',
      allowed: `${limit.direction} ${boundText(limit, byDefault)}`,
      remedy: 'to loosen a limit, write it under overrides with the reason and the name of who decides',
    },
  ]);

/**
 * The bound in force: the override if there is one (of several the tightest), else the tightest of the default and
 * the tightened ones. Undefined where the limit has no default and the case sets none that stands alone.
 * Throws BadInput when a limit meant to be tightened would be loosened.
 */
export const boundInForce = (
  limit: Limit,
  byDefault: number | undefined,
  adjustments: readonly Adjustment[],
): number | undefined => {
  const own = adjustments.filter((adjustment) => adjustment.limit === limit.id);
  const tighter = limit.direction === 'at most' ? Math.min : Math.max;
  const tightened = own.filter(({ override }) => override === undefined).map(({ value }) => value);
  if (byDefault === undefined) {
    return limit.standsAlone === true && tightened.length > 0 ? tighter(...tightened) : undefined;
  }
  const loosened = tightened.find((value) => tighter(byDefault, value) !== value);
  if (loosened !== undefined && limit.isPerDevice !== true) throw looser(limit, byDefault, loosened);
  const overrides = own.filter(({ override }) => override !== undefined).map(({ value }) => value);
  return tighter(overrides.length === 0 ? byDefault : tighter(...overrides), ...tightened);
};

/** A bound as text with the unit in which the limit is shown. */
export const boundText = (limit: Pick<Limit, 'unit'>, value: number): string =>
  limit.unit === '1' ? String(value) : formatQuantity(Number(value.toPrecision(12)), limit.unit);
