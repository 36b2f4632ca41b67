import { closest } from 'fastest-levenshtein';
import type { Cell } from './column.ts';

const keysOf = (path: string): string[] =>
  path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((key) => key !== '');

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const step = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

/** The value at a dotted path of a written result; null where it leads nowhere. `length` counts a list. */
export const outputAt = (result: unknown, path: string): Cell | null => {
  const value = keysOf(path).reduce(step, result);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** Why a path leads to no value in a result, and what stands there instead; undefined when it leads to one. */
export const whyNoOutput = (
  result: unknown,
  path: string,
): { readonly problem: string; readonly allowed: string; readonly remedy: string } | undefined => {
  if (outputAt(result, path) !== null) return undefined;
  const keys = keysOf(path);
  const found = keys.findIndex((_, i) => keys.slice(0, i + 1).reduce(step, result) === undefined);
  const known = found < 0 ? keys : keys.slice(0, found);
  const there = known.reduce(step, result);
  const names = isObject(there) ? [...Object.keys(there), ...(Array.isArray(there) ? ['length'] : [])] : [];
  const where = known.length === 0 ? 'the result' : known.join('.');
  const next = keys[known.length];
  return {
    problem: found < 0 ? `${where} holds several values` : `${where} of the base has no ${next}`,
    allowed: names.length === 0 ? 'nothing lies below' : names.join(', '),
    remedy:
      next === undefined || names.length === 0
        ? 'name one value that the base gives'
        : `did you mean "${closest(next, names)}"?`,
  };
};
