import { siteFiles } from '../../data/atlas/site-files.ts';
import { catalogue } from '../catalogue.ts';
import { siteIds, type SiteId } from './site-ids.ts';
import { siteSchema, type Site } from './site-schema.ts';

const atlas = catalogue(siteIds, siteFiles, (file): Site => siteSchema.parse(file));

/** All sites head to foot, quantities in SI. */
export function sites(): readonly Site[] {
  return atlas.all();
}

/**
 * A site of the atlas: thickness of its layers (m), what lies below, what may be planned there; each value with
 * its source. Throws RangeError, from plain JavaScript, where there is no such site.
 */
export function site(id: SiteId): Site {
  return atlas.get(id);
}

/** The site as its file has it, quantities as text. */
export function siteDocument(id: SiteId): unknown {
  return atlas.document(id);
}

/** Whether a text names a site of the atlas. */
export function isSiteId(text: string): text is SiteId {
  return siteIds.some((id) => id === text);
}
