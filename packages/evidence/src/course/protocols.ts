import protocolsFile from '../../data/protocols.json' with { type: 'json' };
import { site } from '../atlas/sites.ts';
import type { SiteId } from '../atlas/site-ids.ts';
import type { Phototype } from './indication.ts';
import { once } from '../once.ts';
import { protocolsSchema, type CourseRegion, type PhototypeRule, type Route } from './protocol-schema.ts';

/** Courses that were given, and the rules around them; quantities in SI. */
export const protocols = once(() => protocolsSchema.parse(protocolsFile));

/** How a route goes about skin of a phototype, with its source. Throws RangeError where no rule is recorded. */
export function phototypeRule(route: Route, phototype: Phototype): PhototypeRule {
  const rule = protocols().phototype_rules.find(
    (rule) => rule.route === route && rule.phototypes.includes(phototype),
  );
  if (!rule) throw new RangeError(`no phototype rule for ${route} in ${phototype}`);
  return rule;
}

/** The region by which courses are documented; trials of the body rarely say more than "body". */
export function courseRegionOf(id: SiteId): CourseRegion {
  if (id === 'abdomen') return 'abdomen';
  const { region } = site(id);
  return region === 'face' || region === 'neck' ? region : 'body';
}
