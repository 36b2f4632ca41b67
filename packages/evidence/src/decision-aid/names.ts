import conditionNamesFile from '../../data/decision-aid/condition-names.json' with { type: 'json' };
import siteNamesFile from '../../data/decision-aid/site-names.json' with { type: 'json' };
import type { SiteId } from '../atlas/site-ids.ts';
import type { IndicationId } from '../course/indication.ts';

// The compiler holds these files to their lists and a test to the schema, so that a page which only shows names loads
// neither schemas nor references.

/** What people call a site. */
export const siteNames: Readonly<Record<SiteId, string>> = siteNamesFile;

/** What people call what bothers them. */
export const conditionNames: Readonly<Record<IndicationId, string>> = conditionNamesFile;
