import { courseRegionOf, isUnverified, lengthsFor, type DocumentedLengths } from '@percuta/evidence';
import { exp, log, normalCdf } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import type { Subject } from '../safety/limit.ts';

/** What the envelope has to say of a limit, worked out from the words of its definition alone. */
export interface Expected {
  readonly value: number;
  readonly bound: number;
  readonly direction: 'at most' | 'at least';
}

const days = toSI(1, 'days');

const average = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

const lengthsSeen = new Map<string, DocumentedLengths | undefined>();

/** Texture and pores are treated as rejuvenation; all else has its own lengths. */
const lengths = ({ given, site }: Subject): DocumentedLengths | undefined => {
  const own = given.concern.indication;
  const indication = own === 'texture-and-tone' || own === 'enlarged-pores' ? 'rejuvenation' : own;
  const key = `${indication} ${site.id}`;
  if (!lengthsSeen.has(key)) {
    lengthsSeen.set(key, lengthsFor(indication, courseRegionOf(site.id), { site: site.id }));
  }
  return lengthsSeen.get(key);
};

/** The first depth of the sheet that somebody has verified, from label to dial. */
const deepestDocumented = ({ sheet }: Subject): number | undefined => {
  const { depth_evaluated_max, depth_effective, needle_length, needle_length_options, depth } = sheet;
  if (depth_evaluated_max && !isUnverified(depth_evaluated_max.read)) return depth_evaluated_max.value;
  if (depth_effective && !isUnverified(depth_effective.read)) return depth_effective.value.max;
  if (needle_length && !isUnverified(needle_length.read)) return needle_length.value;
  if (needle_length_options && !isUnverified(needle_length_options.read)) {
    return needle_length_options.value.reduce((a, b) => Math.max(a, b));
  }
  if (!depth || isUnverified(depth.read)) return undefined;
  if ('fixed' in depth.value) return depth.value.fixed;
  return 'settings' in depth.value ? depth.value.settings.reduce((a, b) => Math.max(a, b)) : depth.value.max;
};

const isDark = ({ given }: Subject): boolean => ['IV', 'V', 'VI'].includes(given.person.phototype);

/** Uses of the label for this indication here, and those of them that cover the phototype. */
const uses = ({ sheet, given, site }: Subject): readonly [number, number] => {
  const here = (sheet.label?.indications?.value ?? []).filter(
    ({ id, regions, sites }) =>
      id === given.concern.indication &&
      (regions === undefined || regions.includes(site.region)) &&
      (sites === undefined || sites.includes(site.id)),
  );
  const covering = here.filter((use) => !use.phototypes || use.phototypes.includes(given.person.phototype));
  return [here.length, covering.length];
};

const thinnestDermis = ({ given, site }: Subject): number => {
  let least = Infinity;
  for (const { layer, value, error } of given.measured ?? []) {
    if (layer === 'dermis') least = Math.min(least, value - 2 * error);
    if (layer === 'skin') least = Math.min(least, value - site.planning.epidermis - 2 * error);
  }
  return least === Infinity ? site.planning.dermis.low : least;
};

const leavesDermis = ({ tracks }: Subject): number =>
  average(tracks.map((t) => normalCdf(log(t.ceiling / t.dermalBorder) / t.withinLogSd)));

/** Chance that a structure lies within the track: lognormal where mean and sd are known, else even over its range. */
const reaches = (ceiling: number, depth: Subject['site']['hazards'][number]['depth']): number => {
  if (depth === 'unknown') return 0;
  const { min, max, mean, sd } = depth;
  if (mean !== undefined && sd !== undefined) {
    const variance = log(1 + (sd / mean) ** 2);
    return normalCdf((log(ceiling) - (log(mean) - variance / 2)) / Math.sqrt(variance));
  }
  if (min === undefined) return 0;
  if (max === undefined) return ceiling < min ? 0 : 1;
  return ceiling <= min ? 0 : ceiling >= max ? 1 : (ceiling - min) / (max - min);
};

const worstReach = ({ tracks, site }: Subject): number =>
  average(
    tracks.map((t) =>
      site.hazards.reduce((worst, { depth }) => Math.max(worst, reaches(t.ceiling, depth)), 0),
    ),
  );

const tooCovered = ({ tracks, settings }: Subject): number =>
  average(
    tracks.map(({ strokesPerPass, channelDiameter }) => {
      const channels = settings.passes * strokesPerPass;
      const area = Math.PI * (channelDiameter / 2) ** 2;
      return 1 - exp(-channels * area) > 0.5 ? 1 : 0;
    }),
  );

const atMost = (value: number, bound: number | undefined): Expected | undefined =>
  bound === undefined ? undefined : { value, bound, direction: 'at most' };
const atLeast = (value: number, bound: number | undefined): Expected | undefined =>
  bound === undefined ? undefined : { value, bound, direction: 'at least' };

/** Each limit that applies to the subject, by id, with its default bound. */
export const expectedLimits = (subject: Subject): ReadonlyMap<string, Expected> => {
  const { given, sheet, site, settings, course } = subject;
  const known = lengths(subject);
  const [labelled, covered] = uses(subject);
  const longestTrack = (settings.depth + (sheet.dial_tolerance?.value ?? 0.15e-3)) * 1.1;
  const topical = given.anaesthesia?.kind === 'topical' ? given.anaesthesia.area_limit : undefined;
  const entries: (readonly [string, Expected | undefined])[] = [
    ['exclusion-zone', atMost(given.site.touches.length + (site.inside_orbital_rim ? 1 : 0), 0)],
    ['label-age', atLeast(given.person.age, sheet.label?.min_age?.value)],
    ['label-phototype', atLeast(covered, labelled > 0 ? 1 : undefined)],
    ['anaesthetic-area', atMost(given.site.area, topical)],
    ['label-depth', atMost(settings.depth, deepestDocumented(subject))],
    ['indication-cap', atMost(settings.depth, known?.longest)],
    [
      'phototype-cap',
      atMost(settings.depth, isDark(subject) ? (known?.shortest ?? known?.longest) : undefined),
    ],
    ['site-cap', atMost(longestTrack, site.planning.epidermis + thinnestDermis(subject))],
    ['tip-leaves-dermis', atMost(leavesDermis(subject), 0.05)],
    [
      'hazard-reach',
      atMost(worstReach(subject), site.hazards.some(({ depth }) => depth !== 'unknown') ? 0.01 : undefined),
    ],
    ['passes', atMost(settings.passes, 10)],
    ['coverage', atMost(tooCovered(subject), 0.05)],
    ['interval', atLeast(course.interval ?? 0, course.sessions > 1 ? 28 * days : undefined)],
  ];
  return new Map(entries.flatMap(([id, expected]) => (expected === undefined ? [] : [[id, expected]])));
};

export const isBroken = ({ value, bound, direction }: Expected): boolean =>
  direction === 'at most' ? !(value <= bound) : !(value >= bound);
