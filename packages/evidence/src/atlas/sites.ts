import { siteFiles } from '../../data/atlas/site-files.ts';
import { catalogue } from '../catalogue.ts';
import { siteIds, type SiteId } from './site-ids.ts';
import { siteSchema, type Site } from './site-schema.ts';

const atlas = catalogue(siteIds, siteFiles, (file): Site => siteSchema.parse(file));

/** All sites head to foot, quantities in SI. */
export function sites(): readonly Site[] {
  return atlas.all();
}

export function site(id: SiteId): Site {
  return atlas.get(id);
}

/** The site as its file has it, quantities as text. */
export function siteDocument(id: SiteId): unknown {
  return atlas.document(id);
}

export function isSiteId(text: string): text is SiteId {
  return siteIds.some((id) => id === text);
}
