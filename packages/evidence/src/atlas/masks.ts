import { z } from 'zod';
import maskFile from '../../data/atlas/masks.json' with { type: 'json' };
import { routes, type Route } from '../course/protocol-schema.ts';
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';
import { siteIds, type SiteId } from './site-ids.ts';

/** A place within a site that is left out whatever the plan, with why and who says so. */
const maskSchema = z
  .strictObject({
    id: textSchema,
    keep_out: textSchema,
    /** The zone of a case that touches it, where a case can name it. */
    exclusion: textSchema.optional(),
    sites: z.union([z.literal('all'), z.array(z.enum(siteIds)).min(1)]),
    routes: z.array(z.enum(routes)).min(1),
    reason: textSchema,
    sources: sourcesSchema,
    read: readSchema,
  })
  .refine(({ sources, read }) => sources.length > 0 || read === 'clinical judgement', {
    message: 'a mask needs a source or the mark of clinical judgement',
  });

/**
 * A place within a site that no plan treats, such as the eyelids, with its reason and who says so. Fields:
 * `maskSchema`.
 */
export type Mask = z.infer<typeof maskSchema>;

/** Every mask of the atlas. */
export const masks = once((): readonly Mask[] => z.array(maskSchema).parse(maskFile));

/** What is left out within a site by these kinds of needles, each place once: the better known reason of two. */
export const masksFor = (site: SiteId, asked: readonly Route[]): readonly Mask[] => {
  const own = masks().filter(
    (mask) =>
      (mask.sites === 'all' || mask.sites.includes(site)) &&
      mask.routes.some((route) => asked.includes(route)),
  );
  const rank = ({ sources }: Mask): number => (sources.length > 0 ? 0 : 1);
  const byPlace = Map.groupBy(own, ({ exclusion, id }) => exclusion ?? id);
  return [...byPlace.values()].flatMap((same) => same.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1));
};
