import {
  isUnverified,
  type DeviceSheet,
  type EvidenceTag,
  type Field,
  type Read,
  centralValues,
  type Site,
} from '@percuta/evidence';
import type { MeasuredThickness } from '../../case/case.ts';
import { documentedLengths } from '../../case/documented-lengths.ts';
import { skinParameters } from '../../skin/parameters.ts';
import type { Limit, Provenance, Subject } from '../limit.ts';
import { centralTrackCeiling } from '../track.ts';

type Cap = Provenance & { readonly value: number };

const shared = { level: 'stroke', unit: 'mm', direction: 'at most', isOverridable: true } as const;

const assess = ({ settings }: Subject): { value: number } => ({ value: settings.depth });

const cap = <T>(field: Field<T> | undefined, valueOf: (value: T) => number): Cap | undefined =>
  field === undefined || isUnverified(field.read) ? undefined : { ...field, value: valueOf(field.value) };

const identity = (value: number): number => value;

const machineDepth = (sheet: DeviceSheet): Cap | undefined => {
  const deepest = cap(sheet.depth, (control) => {
    if ('fixed' in control) return control.fixed;
    return 'settings' in control ? Math.max(...control.settings) : control.max;
  });
  return (
    deepest && { ...deepest, reason: 'no label depth is documented: the deepest setting of the machine' }
  );
};

/**
 * The deepest setting the label covers; of devices without a label depth, the longest needle that is documented.
 * Undefined where neither is: then nothing is planned with the device.
 */
export const labelDepth = (sheet: DeviceSheet): Cap | undefined =>
  cap(sheet.depth_evaluated_max, identity) ??
  cap(sheet.depth_effective, (span) => span.max) ??
  cap(sheet.needle_length, identity) ??
  cap(sheet.needle_length_options, (lengths) => Math.max(...lengths)) ??
  machineDepth(sheet);

export const labelDepthCap: Limit = {
  ...shared,
  id: 'label-depth',
  title: 'depth the label covers',
  isPerDevice: true,
  standsAlone: true,
  bound: ({ sheet }) => labelDepth(sheet),
  assess,
  remedy: 'a shallower setting, or a device whose label covers this depth',
};

/** How a cap was read follows from who states it. */
const readOf: Readonly<Record<EvidenceTag, Read>> = {
  trial: 'abstract',
  label: 'label or registry',
  expert: 'abstract',
  weak: 'web page',
  judgement: 'clinical judgement',
};

export const indicationCap: Limit = {
  ...shared,
  id: 'indication-cap',
  title: 'longest needle used for this indication',
  standsAlone: true,
  bound: (subject) => {
    const known = documentedLengths(subject.given, subject.site);
    return known && { value: known.longest, sources: known.sources, read: readOf[known.tag] };
  },
  assess,
  remedy: 'a shallower setting: no trial shows that longer is better',
};

const darker = ['IV', 'V', 'VI'];

/** Dark skin pays for depth with pigment: the shortest length that trials of the indication used. */
export const phototypeCap: Limit = {
  ...shared,
  id: 'phototype-cap',
  title: 'shortest needle used for this indication, for phototypes IV to VI',
  standsAlone: true,
  bound: (subject) => {
    const known = documentedLengths(subject.given, subject.site);
    if (!darker.includes(subject.given.person.phototype) || known === undefined) return undefined;
    const value = known.shortest ?? known.longest;
    return { value, sources: known.sources, read: 'clinical judgement' };
  },
  assess,
  remedy: 'a shallower setting',
};

const { personLogSd, withinShare } = centralValues(skinParameters);
const withinLogSd = personLogSd * Math.sqrt(withinShare);

/**
 * Thinnest dermis a reading leaves possible (m): two standard errors below it, the error of the reading and the
 * variation within the site together, but no thinner than the reading itself or, where that is more, the low end of
 * the atlas, which carries no such allowance either; the share of tips that leave the dermis weighs the doubt.
 */
const leastOfReading = ({ layer, value, error }: MeasuredThickness, site: Site): number => {
  const dermis = layer === 'skin' ? value - site.planning.epidermis : value;
  const within = withinLogSd * dermis;
  const least = dermis - 2 * Math.sqrt(error * error + within * within);
  const { low } = site.planning.dermis;
  return Math.max(least, Math.min(low, dermis));
};

/** Thinnest dermis to reckon with at the site (m): the least of the readings; without one the low end of the atlas. */
const leastDermis = ({ given, site }: Subject): number => {
  const readings = (given.measured ?? []).filter(({ layer }) => layer === 'dermis' || layer === 'skin');
  if (readings.length === 0) return site.planning.dermis.low;
  return Math.min(...readings.map((reading) => leastOfReading(reading, site)));
};

export const siteCap: Limit = {
  ...shared,
  id: 'site-cap',
  title: 'longest track against the thinnest dermis known at the site',
  bound: (subject) => ({
    value: subject.site.planning.epidermis + leastDermis(subject),
    sources: [],
    read: 'estimate',
    reason: `planning default of the skin atlas: ${subject.site.planning.basis}`,
  }),
  assess: ({ sheet, settings }) => ({ value: centralTrackCeiling(sheet, settings.depth) }),
  remedy: 'a shallower setting, or a measured skin thickness that shows more room',
};
