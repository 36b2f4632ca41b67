import { z } from 'zod';
import { reads, type Read } from './read.ts';
import { cite, isReferenceKey, type ReferenceKey, type Source } from './reference.ts';

/** The key of a reference, as text in a data file. */
export const referenceKey = z.custom<ReferenceKey>(
  (given) => typeof given === 'string' && isReferenceKey(given),
  { error: ({ input }) => nameUnknown(input) },
);

function nameUnknown(input: unknown): string {
  return `no reference with the key "${typeof input === 'string' ? input : JSON.stringify(input)}"`;
}

const located = z.strictObject({ key: referenceKey, locator: z.string().min(1) });

/** In a file "meng2022", or { key, locator } where the place in the work is known. */
export const sourceSchema = z
  .union([referenceKey, located], { error: ({ input }) => nameUnknown(input) })
  .transform((given): Source => (typeof given === 'string' ? cite(given) : cite(given.key, given.locator)));

export const sourcesSchema = z.array(sourceSchema);

export const readSchema: z.ZodType<Read> = z.enum(reads);

/** Written text: not empty, no stray spaces. */
export const textSchema = z.string().regex(/^\S(.*\S)?$/s, 'expected text without outer spaces');
