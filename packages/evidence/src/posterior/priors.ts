import { z } from 'zod';
import priorsFile from '../../data/priors/expectation.json' with { type: 'json' };
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';

/** Every unknown of the model that has a prior of its own; the rest are standard normal (expectation.5). */
export const priorNames = [
  'mean',
  'rf',
  'open',
  'score',
  'sigma_class',
  'sigma_region',
  'tau',
  'worse',
  'to_25',
  'to_50',
  'to_75',
  'within',
] as const;
/** An unknown of the expectation model that has a prior of its own. */
export type PriorName = (typeof priorNames)[number];

const normal = z.strictObject({ kind: z.literal('normal'), mean: z.number(), sd: z.number().positive() });
const halfNormal = z.strictObject({ kind: z.literal('half normal'), scale: z.number().positive() });

const priorSchema = z.strictObject({
  name: z.enum(priorNames),
  symbol: textSchema,
  meaning: textSchema,
  law: z.discriminatedUnion('kind', [normal, halfNormal]),
  basis: z.enum(['measured', 'pooled', 'derived', 'calibrated', 'assumed']),
  sources: sourcesSchema,
  read: readSchema,
  reason: textSchema,
});

/**
 * The prior of one unknown of the expectation model with its reason and sources; on the probit scale of
 * improvement. Fields: `priorSchema`.
 */
export type Prior = z.infer<typeof priorSchema>;
/** The law of a prior: normal, or half normal for what cannot be below 0. */
export type Law = Prior['law'];
/** The law of every prior by the name of its unknown. */
export type Laws = Readonly<Record<PriorName, Law>>;

/** The priors with their reasons, each name once. */
export const priors = once((): readonly Prior[] => {
  const all = z.array(priorSchema).parse(priorsFile);
  if (all.length !== priorNames.length || new Set(all.map(({ name }) => name)).size !== all.length)
    throw new RangeError('every prior has to be given once');
  return all;
});

export const priorLaws = once((): Laws => {
  const laws = Object.fromEntries(priors().map(({ name, law }) => [name, law]));
  // Every name is there once: checked above. Object.fromEntries forgets the names.
  return laws as Laws;
});
