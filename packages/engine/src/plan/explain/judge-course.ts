import { centralDraw, jointOverrides, type Draw, type Overrides } from '../../ensemble.ts';
import type { Settings } from '../../case/protocol.ts';
import { insertNeedles } from '../../puncture/puncture.ts';
import { adjustmentsOf } from '../../safety/adjustments.ts';
import { assessSafety, type Margin } from '../../safety/envelope.ts';
import type { Course, Subject, Track } from '../../safety/limit.ts';
import { trackOf } from '../../safety/track.ts';
import { knowSkin, type Skin } from '../../skin/skin.ts';
import type { WorkedOut } from '../plan.ts';
import { courseOptions } from '../search/course-options.ts';
import type { Setting } from '../situation.ts';
import { targetOf } from '../target.ts';

/** The situation in which a plan judged the courses of one device. TypeError for a device of another plan. */
export const settingOfPlan = (plan: WorkedOut, device: string, overrides: Overrides): Setting => {
  const { given, ensemble, skins } = plan;
  const sheet = plan.devices.find((facts) => facts.sheet.id === device)?.sheet;
  if (sheet === undefined) throw new TypeError(`${device} is no device of this plan`);
  const { site } = knowSkin(given, centralDraw(jointOverrides(overrides)).skin);
  return {
    given,
    site,
    ensemble,
    skins,
    target: targetOf(given),
    courses: courseOptions(given, site),
    adjustments: adjustmentsOf(given),
    sheet,
  };
};

/** Draws with the skins that belong to them. */
export interface DrawnSkins {
  readonly draws: readonly Draw[];
  readonly skins: readonly Skin[];
}

/** The longest tracks of a setting in every draw. */
export const tracksOf = (sheet: Setting['sheet'], settings: Settings, drawn: DrawnSkins): Track[] =>
  drawn.draws.flatMap((draw, i) => {
    const skin = drawn.skins[i];
    if (skin === undefined) return [];
    return [trackOf(sheet, settings, skin, insertNeedles(sheet, settings, skin, draw), draw)];
  });

/** What the envelope looks at, for a course that the plan need not have. Needles alone: heat is not worked out anew. */
export const subjectOf = (
  { given, site, sheet, ensemble, skins }: Setting,
  settings: Settings,
  course: Course,
  drawn: DrawnSkins = { draws: ensemble.draws, skins },
): Subject => ({ given, site, sheet, settings, course, tracks: tracksOf(sheet, settings, drawn) });

export type Judge = (settings: Settings, course: Course) => Margin[];

/** The whole envelope for courses of one device; what passes and sessions do not change is worked out once. */
export const createJudge = (setting: Setting): Judge => {
  const { given, site, sheet, ensemble, skins, adjustments } = setting;
  const known = new Map<string, Track[]>();
  return (settings, course) => {
    const { depth, handSpeed, frequency } = settings;
    const key = [depth, handSpeed, frequency].join(' ');
    const tracks = known.get(key) ?? tracksOf(sheet, settings, { draws: ensemble.draws, skins });
    known.set(key, tracks);
    return assessSafety({ given, site, sheet, settings, course, tracks }, adjustments);
  };
};
