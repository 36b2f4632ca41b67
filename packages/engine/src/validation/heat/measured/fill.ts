import { fromSI } from '@percuta/quantity';
import { amount, unitOf } from '../verification-file.ts';

/** Values of the names in an expression, as text with units. */
export type Values = Readonly<Record<string, string>>;

const isBare = (term: string): boolean => /^[\d.]+$/.test(term);

const termOf = (term: string, values: Values): { readonly value: number; readonly unit: string } => {
  const [, factor = '1', name = term] = /^([\d.]+)\s*\*\s*(\w+)$/.exec(term) ?? [];
  const text = values[name] ?? name;
  if (values[name] === undefined && !/^[\d.]/.test(name)) throw new RangeError(`"${name}" is not drawn`);
  return { value: Number(factor) * (isBare(text) ? Number(text) : amount(text)), unit: unitOf(text) };
};

/** Sums and differences like "50 mm + 2 * half": SI, and the unit of the first term. */
export const evaluate = (
  expression: string,
  values: Values,
): { readonly value: number; readonly unit: string } => {
  const parts = expression.trim().split(/\s+([+-])\s+/);
  const first = termOf(parts[0] ?? '', values);
  let { value } = first;
  for (let n = 1; n < parts.length; n += 2) {
    const next = termOf(parts[n + 1] ?? '', values).value;
    value += parts[n] === '-' ? -next : next;
  }
  return { value, unit: first.unit };
};

const fillText = (text: string, values: Values): unknown => {
  const [, expression] = /^\{(.+)\}$/.exec(text) ?? [];
  if (expression === undefined) return text;
  // A name alone stands for itself, as names of kinetics do.
  const own = values[expression];
  if (own !== undefined && !/^-?[\d.]/.test(own)) return own;
  const { value, unit } = evaluate(expression, values);
  return unit === '' ? value : `${Number(fromSI(value, unit).toPrecision(12))} ${unit}`;
};

/** A document with its "{...}" places filled. */
export const fill = (node: unknown, values: Values): unknown => {
  if (typeof node === 'string') return fillText(node, values);
  if (Array.isArray(node)) return node.map((item: unknown) => fill(item, values));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, values)]));
};
