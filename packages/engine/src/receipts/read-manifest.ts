import { z } from 'zod';
import { readDocument } from '../case/document.ts';
import { migrate } from '../case/migrations.ts';
import { mostDraws } from '../run.ts';

const hashes = z.record(z.string(), z.string());

/** What a replay needs of a manifest; the rest is for its readers. */
const manifestSchema = z.looseObject({
  kind: z.literal('percuta manifest'),
  version: z.literal(1),
  engine: z.string(),
  command: z.enum(['plan', 'simulate']),
  seed: z.int().min(0),
  draws: z.int().min(1).max(mostDraws),
  ensemble: z.int().min(1).optional(),
  finalists: z.int().min(1).optional(),
  inputs: z.strictObject({
    document: z.unknown(),
    sheets: z.array(z.unknown()),
    emulators: z.array(z.unknown()).optional(),
  }),
  hashes: z.strictObject({ input: z.string(), data: hashes, stages: hashes, result: z.string() }),
  parameters: z.array(z.looseObject({ name: z.string(), overridden: z.string().optional() })),
});

/** A manifest as a replay uses it. */
export type ReplayableManifest = z.output<typeof manifestSchema>;

/** Reads a manifest for replay; throws BadInput when it is none. */
export const readManifest = (input: unknown): ReplayableManifest =>
  readDocument(manifestSchema, migrate(input, 'percuta manifest', 1, []));
