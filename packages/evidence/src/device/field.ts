import { z } from 'zod';
import { sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { reads, type SheetRead } from '../provenance/read.ts';
import type { Source } from '../provenance/reference.ts';

/** One entry of a device sheet: the value (quantities in SI), the text it was given as, and its origin. */
export interface Field<Value> {
  readonly value: Value;
  readonly printed: string;
  readonly read: SheetRead;
  readonly sources: readonly Source[];
  readonly note?: string | undefined;
}

export const sheetReadSchema = z.enum([...reads, 'user sheet']).default('user sheet');

/**
 * An entry as written: { value, read, sources, note }, or in the sheet of a user the bare value.
 * The wrapping happens before the check so that both forms meet the same one.
 */
export function field<Value extends z.ZodType>(value: Value) {
  const wrapped = z.strictObject({
    value,
    printed: z.string(),
    read: sheetReadSchema,
    sources: sourcesSchema.default([]),
    note: textSchema.optional(),
  });
  return z.preprocess(wrap, wrapped).optional();
}

function wrap(given: unknown): unknown {
  if (given === undefined) return undefined;
  if (!isRecord(given) || !('value' in given)) return { value: given, printed: print(given) };
  return { ...given, printed: print(given['value']) };
}

/** Any value of a sheet as one line: "0.25 mm, 0.5 mm", "100 Hz to 150 Hz", "7000 rpm". */
function print(given: unknown): string {
  if (Array.isArray(given)) return given.map(print).join(isRecord(given[0]) ? '; ' : ', ');
  return isRecord(given) ? printRecord(given) : String(given);
}

function printRecord({ fixed, settings, min, max, ...rest }: Readonly<Record<string, unknown>>): string {
  const range = min === undefined ? `up to ${print(max)}` : `${print(min)} to ${print(max)}`;
  const others = Object.entries(rest).map(([name, value]) => `${name.replaceAll('_', ' ')} ${print(value)}`);
  const choice = fixed ?? settings;
  return [
    ...(choice === undefined ? [] : [print(choice)]),
    ...(max === undefined ? [] : [range]),
    ...others,
  ].join(', ');
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
