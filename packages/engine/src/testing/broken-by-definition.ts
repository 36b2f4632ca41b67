import { courseRegionOf, isUnverified, lengthsFor, type DocumentedLengths } from '@percuta/evidence';
import { betaTails, exp, findRoot, log, normalCdf } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import type { Adjustment } from '../safety/adjustments.ts';
import type { Subject, Track } from '../safety/limit.ts';

/** A limit by the words of its definition alone; without a default where it asks nothing of the subject. */
export interface Defined {
  readonly value: number;
  /** What a chance counted over draws may well be; the verdict goes by it. */
  readonly upper?: number;
  readonly byDefault: number | undefined;
  readonly direction: 'at most' | 'at least';
}

/** What the envelope has to say of a limit that applies. */
export interface Expected {
  readonly value: number;
  readonly upper?: number;
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

/** Spread of the dermis from place to place within a site, ln: 62 % of the variance of a spread of 0.2. */
const withinSite = 0.2 * Math.sqrt(0.62);

/** Two standard errors below a reading, but not below the reading itself or, if that is less, what the atlas allows. */
const leastBy = (dermis: number, error: number, atlas: number): number => {
  const least = dermis - 2 * Math.sqrt(error ** 2 + (withinSite * dermis) ** 2);
  const floor = dermis < atlas ? dermis : atlas;
  return least > floor ? least : floor;
};

const thinnestDermis = ({ given, site }: Subject): number => {
  const { epidermis, dermis: atlas } = site.planning;
  let least = Infinity;
  for (const { layer, value, error } of given.measured ?? []) {
    if (layer === 'dermis') least = Math.min(least, leastBy(value, error, atlas.low));
    if (layer === 'skin') least = Math.min(least, leastBy(value - epidermis, error, atlas.low));
  }
  return least === Infinity ? atlas.low : least;
};

/** What holds of each track, told once for tracks that stand many times. */
const ofEach = (tracks: Subject['tracks'], of: (track: Track) => number): number[] => {
  const told = new Map<Track, number>();
  return tracks.map((track) => {
    const before = told.get(track);
    if (before !== undefined) return before;
    const now = of(track);
    told.set(track, now);
    return now;
  });
};

const leavesDermis = ({ tracks }: Subject): number[] =>
  ofEach(tracks, (t) => normalCdf(log(t.ceiling / t.dermalBorder) / t.withinLogSd));

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

const worstReach = ({ tracks, site }: Subject): number[] =>
  ofEach(tracks, (t) =>
    site.hazards.reduce((worst, { depth }) => Math.max(worst, reaches(t.ceiling, depth)), 0),
  );

const tooCovered = ({ tracks, settings }: Subject): number[] =>
  ofEach(tracks, ({ strokesPerPass, channelDiameter }) => {
    const channels = settings.passes * strokesPerPass;
    const area = Math.PI * (channelDiameter / 2) ** 2;
    return 1 - exp(-channels * area) > 0.5 ? 1 : 0;
  });

/** Of all tracks with all draws of heat, how many coagulate past a border that varies over the area. */
const coagulatesFat = ({ tracks, heats = [] }: Subject): number =>
  average(
    ofEach(tracks, (t) =>
      average(
        heats.map(({ belowTip }) => {
          if (belowTip === -Infinity) return 0;
          const deepest = belowTip > 0 ? t.ceiling + belowTip : t.ceiling;
          return normalCdf(log(deepest / t.dermalBorder) / t.withinLogSd);
        }),
      ),
    ),
  );

/** Laplace's rule: one more than counted, of two more than there were. */
const succession = (harmed: readonly boolean[]): number =>
  (harmed.filter(Boolean).length + 1) / (harmed.length + 2);

/** In each draw: what is not kept when border, structures, heat and cover each keep out of the way by themselves. */
const anyOf = (subject: Subject): number[] => {
  const { tracks, heats } = subject;
  const [worst, covered] = [worstReach(subject), tooCovered(subject)];
  const below = ofEach(tracks, (t) =>
    average(
      (heats?.length ? heats : [{ belowTip: 0 }]).map(({ belowTip }) => {
        if (Number.isNaN(belowTip)) return 1;
        const deepest = belowTip > 0 ? t.ceiling + belowTip : t.ceiling;
        return deepest > 0 ? normalCdf(log(deepest / t.dermalBorder) / t.withinLogSd) : 0;
      }),
    ),
  );
  const calm =
    heats === undefined
      ? 1
      : 1 - succession(heats.map((heat) => !(heat.toEpidermis > 0) || !(heat.vapour <= 0.1)));
  return tracks.map((_, i) => {
    const kept = (1 - (below[i] ?? 1)) * (1 - (worst[i] ?? 1)) * calm;
    return 1 - kept * (1 - (covered[i] ?? 1));
  });
};

/** As large as its own scatter says, and no smaller than what cover alone may well be. */
const anyAtMost = (subject: Subject, byDefault: number): Defined => {
  const own = shareAtMost(anyOf(subject), byDefault);
  const { upper: ofCover = 1 } = chanceAtMost(tooCovered(subject), byDefault);
  return { ...own, upper: Math.max(own.upper ?? 1, ofCover) };
};

/** Of heat something is said only where it was drawn. */
const ofHeat = ({ heats }: Subject): number | undefined => (heats === undefined ? undefined : 0.05);

const atMost = (value: number, byDefault: number | undefined): Defined => ({
  value,
  byDefault,
  direction: 'at most',
});
const seen = new Map<string, number>();

/** The chance at which so few events in so many draws would have been a matter of one in twenty. */
const rarelyLess = (events: number, draws: number): number => {
  if (events >= draws) return 1;
  const key = `${events} of ${draws}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const found = findRoot((p) => betaTails(events + 1, draws - events, p, 1 - p).lower - 0.95, 0, 1, 1e-14);
  seen.set(key, found);
  return found;
};

const chanceAtMost = (draws: readonly number[], byDefault: number | undefined): Defined => ({
  ...atMost(average(draws), byDefault),
  upper: rarelyLess(
    draws.reduce((total, draw) => total + draw, 0),
    draws.length,
  ),
});

/** The point that Student's law with seven degrees of freedom passes once in twenty, of tables. */
const tabledStudent = 1.894578605;

/** By the scatter of eight batches of neighbours, where the draws are enough for that. */
const shareAtMost = (draws: readonly number[], byDefault: number | undefined): Defined => {
  const plain = atMost(average(draws), byDefault);
  if (draws.length < 16) return { ...plain, upper: 1 };
  const batches = Array.from({ length: 8 }, (_, i) =>
    average(draws.slice(Math.floor((i * draws.length) / 8), Math.floor(((i + 1) * draws.length) / 8))),
  );
  const centre = average(batches);
  const squares = batches.reduce((total, batch) => total + (batch - centre) ** 2, 0);
  const upper = plain.value + tabledStudent * Math.sqrt(squares / 7 / 8);
  return { ...plain, upper: Math.min(1, upper) };
};
const atLeast = (value: number, byDefault: number | undefined): Defined => ({
  value,
  byDefault,
  direction: 'at least',
});

/** Every limit by id, with its default bound for the subject. */
export const definedLimits = (subject: Subject): ReadonlyMap<string, Defined> => {
  const { given, sheet, site, settings, course } = subject;
  const known = lengths(subject);
  const [labelled, covered] = uses(subject);
  const longestTrack = (settings.depth + (sheet.dial_tolerance?.value ?? 0.15e-3)) * 1.1;
  const topical = given.anaesthesia?.kind === 'topical' ? given.anaesthesia.area_limit : undefined;
  return new Map([
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
    ['tip-leaves-dermis', shareAtMost(leavesDermis(subject), 0.05)],
    [
      'hazard-reach',
      shareAtMost(
        worstReach(subject),
        site.hazards.some(({ depth }) => depth !== 'unknown') ? 0.01 : undefined,
      ),
    ],
    ['coagulation-reaches-fat', atMost(coagulatesFat(subject), ofHeat(subject))],
    [
      'heat-reaches-epidermis',
      atMost(succession((subject.heats ?? []).map((heat) => heat.toEpidermis <= 0)), ofHeat(subject)),
    ],
    [
      'vaporisation',
      atMost(succession((subject.heats ?? []).map((heat) => heat.vapour > 0.1)), ofHeat(subject)),
    ],
    ['passes', atMost(settings.passes, 10)],
    ['coverage', chanceAtMost(tooCovered(subject), 0.05)],
    ['joint-chance', anyAtMost(subject, 0.1)],
    ['interval', atLeast(course.interval ?? 0, course.sessions > 1 ? 28 * days : undefined)],
  ]);
};

/** What a clinician can ask of anyone, whether or not a label or a trial does: an age, a depth. */
export const standsAlone = (id: string): boolean =>
  ['label-age', 'label-depth', 'indication-cap', 'phototype-cap'].includes(id);

/** The label differs from device to device: one bound in the case may be looser than that of some of them. */
export const isOfTheDevice = (id: string): boolean => id.startsWith('label-');

/** The bound in force: an override takes the place of a default, a bound set in the case adds to it. */
const inForce = (
  id: string,
  { byDefault, direction }: Defined,
  adjustments: readonly Adjustment[],
): number | undefined => {
  const own = adjustments.filter(({ limit }) => limit === id);
  const strict = own.filter(({ override }) => override === undefined).map(({ value }) => value);
  const loose = own.filter(({ override }) => override !== undefined).map(({ value }) => value);
  const tightest = (bounds: readonly number[]): number =>
    direction === 'at most' ? Math.min(...bounds) : Math.max(...bounds);
  if (byDefault !== undefined) return tightest([...strict, loose.length > 0 ? tightest(loose) : byDefault]);
  return standsAlone(id) && strict.length > 0 ? tightest(strict) : undefined;
};

/** Each limit that applies to the subject, by id, with its bound in force. */
export const expectedLimits = (
  subject: Subject,
  adjustments: readonly Adjustment[] = [],
  defined = definedLimits(subject),
): ReadonlyMap<string, Expected> =>
  new Map(
    [...defined].flatMap(([id, one]) => {
      const bound = inForce(id, one, adjustments);
      const { value, upper = value, direction } = one;
      return bound === undefined ? [] : [[id, { value, upper, bound, direction }] as const];
    }),
  );

export const isBroken = ({ value, upper = value, bound, direction }: Expected): boolean =>
  direction === 'at most' ? !(upper <= bound) : !(value >= bound);
