import { centralDraw, jointOverrides, type Draw, type Overrides } from '../../ensemble.ts';
import { byDepth, type SessionSettings, type Settings } from '../../case/protocol.ts';
import { insertNeedles } from '../../puncture/puncture.ts';
import { adjustmentsOf } from '../../safety/adjustments.ts';
import { assessSafety, isInside, type Margin } from '../../safety/envelope.ts';
import type { HeatChances } from '../../safety/heat-chances.ts';
import type { Course, Subject, Track } from '../../safety/limit.ts';
import { trackOf } from '../../safety/track.ts';
import { knowSkin, type Skin } from '../../skin/skin.ts';
import type { DeviceFacts, WorkedOut } from '../plan.ts';
import { heatChancesOf, heatStrokeOf, type Needles } from '../heat/heat-outcome.ts';
import { knownOption } from '../heat/known-option.ts';
import { courseOptions } from '../search/course-options.ts';
import { settingOf, type Setting } from '../situation.ts';
import { targetOf } from '../target.ts';

/** What a plan knows of a device. TypeError for a device of another plan. */
export const factsOfPlan = (plan: WorkedOut, device: string): DeviceFacts => {
  const facts = plan.devices.find(({ sheet }) => sheet.id === device);
  if (facts === undefined) throw new TypeError(`${device} is no device of this plan`);
  return facts;
};

/** The situation in which a plan judged the courses of one device. TypeError for a device of another plan. */
export const settingOfPlan = (
  plan: WorkedOut,
  device: string,
  overrides: Overrides,
  tick?: () => void,
): Setting => {
  const { given, ensemble, skins } = plan;
  const facts = factsOfPlan(plan, device);
  const { site } = knowSkin(given, centralDraw(jointOverrides(overrides)).skin);
  const situation = {
    given,
    site,
    ensemble,
    skins,
    target: targetOf(given),
    courses: courseOptions(given, site),
    adjustments: adjustmentsOf(given),
  };
  const { emulators } = facts;
  const run = { draws: ensemble.count, seed: ensemble.seed, overrides, emulators };
  return settingOf(situation, facts.sheet, run, tick);
};

/** Draws with the skins that belong to them. */
export interface DrawnSkins {
  readonly draws: readonly Draw[];
  readonly skins: readonly Skin[];
}

/** Needles of a setting in every draw, with their longest tracks. */
const needlesOf = (sheet: Setting['sheet'], settings: Settings, { draws, skins }: DrawnSkins): Needles => {
  const stood = draws.flatMap((draw, i) => {
    const skin = skins[i];
    if (skin === undefined) return [];
    const insertion = insertNeedles(sheet, settings, skin, draw);
    return [{ depth: insertion.insertionDepth, track: trackOf(sheet, settings, skin, insertion, draw) }];
  });
  return {
    insertionDepths: new Float64Array(stood.map(({ depth }) => depth)),
    tracks: stood.map(({ track }) => track),
  };
};

/** The longest tracks of a setting in every draw. */
export const tracksOf = (sheet: Setting['sheet'], settings: Settings, drawn: DrawnSkins): readonly Track[] =>
  needlesOf(sheet, settings, drawn).tracks;

/** What the envelope looks at, for a course that the plan need not have. Needles alone: heat is not worked out anew. */
export const subjectOf = (
  { given, site, sheet, ensemble, skins }: Setting,
  settings: Settings,
  course: Course,
  drawn: DrawnSkins = { draws: ensemble.draws, skins },
): Subject => ({ given, site, sheet, settings, course, tracks: tracksOf(sheet, settings, drawn) });

/** What the envelope says of a course. */
export interface Judged {
  readonly margins: readonly Margin[];
  /** False where energy is, or may be, set and nothing says what its heat does. */
  readonly isHeatJudged: boolean;
  /** Every limit holds, and none was left out for want of knowledge. */
  readonly isInside: boolean;
}

/** Limits of heat are left out, not kept, where a device with energy has no chances of heat. */
export const judgedBy = (setting: Setting, subject: Subject): Judged => {
  const margins = assessSafety(subject, setting.adjustments);
  const isHeatJudged = setting.sheet.class !== 'rf' || subject.heatChances !== undefined;
  return { margins, isHeatJudged, isInside: isHeatJudged && isInside(margins) };
};

/** Chances of heat by the emulator of the plan, for needles in the skins of the setting; undefined where it does not know. */
export const heatOf = (setting: Setting, settings: Settings, needles: Needles): HeatChances | undefined => {
  const known = knownOption(setting, settings);
  if (known === undefined) return undefined;
  return heatChancesOf(heatStrokeOf(known.knowledge, needles, setting.skins), known.option);
};

export type Judge = (settings: SessionSettings, course: Course) => Judged;

const recalled = <T>(make: (settings: Settings) => T, keyOf: (settings: Settings) => string) => {
  const known = new Map<string, { readonly made: T }>();
  return (settings: Settings): T => {
    const key = keyOf(settings);
    const found = known.get(key) ?? { made: make(settings) };
    known.set(key, found);
    return found.made;
  };
};

const needleKey = ({ depth, handSpeed, frequency }: Settings): string =>
  [depth, handSpeed, frequency].join(' ');

const chances = [
  'reachesFat',
  'passesDermis',
  'killsEpidermis',
  'boils',
] as const satisfies readonly (keyof HeatChances)[];

/** In every draw the larger chance of the two; what is known of one alone is not known of both. */
const larger = (a: HeatChances, b: HeatChances): HeatChances =>
  Object.fromEntries(
    chances.flatMap((name) => {
      const [one, other] = [a[name], b[name]];
      if (one === undefined || other === undefined) return [];
      return [[name, one.map((value, i) => Math.max(value, other[i] ?? Number.NaN))]];
    }),
  );

const ofAll = (parts: readonly (HeatChances | undefined)[]): HeatChances | undefined =>
  parts.reduce((all, one) => (all === undefined || one === undefined ? undefined : larger(all, one)));

/**
 * The whole envelope for courses of one device; what passes and sessions do not change is worked out once. Of several
 * depths in a session the deepest is judged with the passes of all, as if each went so deep, and in each draw the
 * largest chance that heat does harm at any of them (plan.13).
 */
export const createJudge = (setting: Setting): Judge => {
  const { given, site, sheet, ensemble, skins } = setting;
  const drawn = { draws: ensemble.draws, skins };
  const needles = recalled((settings) => needlesOf(sheet, settings, drawn), needleKey);
  const heat = recalled(
    (settings) => heatOf(setting, settings, needles(settings)),
    (settings) => `${needleKey(settings)} ${JSON.stringify(settings.rf)}`,
  );
  return (settings, course) => {
    const parts = byDepth(settings);
    const deepest = parts.reduce((deep, one) => (one.depth > deep.depth ? one : deep));
    const judged = { ...deepest, passes: parts.reduce((sum, { passes }) => sum + passes, 0) };
    const { tracks } = needles(deepest);
    const heatChances = ofAll(parts.map(heat));
    return judgedBy(setting, { given, site, sheet, settings: judged, course, tracks, heatChances });
  };
};
