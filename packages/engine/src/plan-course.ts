import type { DeviceSheet, Site } from '@percuta/evidence';
import { bandOf } from './band.ts';
import type { Case } from './case/case.ts';
import { centralDraw, drawEnsemble, type Ensemble } from './ensemble.ts';
import { deepestSetting } from './puncture/device.ts';
import { adjustmentsOf } from './safety/adjustments.ts';
import { labelledUses } from './safety/limits/person.ts';
import { trackCeiling } from './safety/track.ts';
import { screen } from './safety/screening.ts';
import { buildSkin, knowSkin, type Skin, type SkinKnowledge } from './skin/skin.ts';
import { courseOptions } from './plan/course-options.ts';
import { strokeSettings } from './plan/decision-space.ts';
import { evaluateDevice, type Setting } from './plan/evaluate-device.ts';
import { byTradeOff } from './plan/front.ts';
import { rankPriors } from './plan/influence.ts';
import { maximumSafeDepth } from './plan/maximum-safe-depth.ts';
import { noticesFor } from './plan/notices.ts';
import type { Candidate, DeviceFacts, Plan, Prior, Reason, Rejected, SkinSummary } from './plan/plan.ts';
import type { StrokeOutcome } from './plan/stroke-outcome.ts';
import { deviceReasons, personReasons, placeReasons, screeningReasons } from './plan/support.ts';
import { targetOf } from './plan/target.ts';
import type { Run } from './run.ts';

const summarise = (site: Site, skins: readonly Skin[], known: SkinKnowledge): SkinSummary => {
  const band = (of: (skin: Skin) => number) => bandOf(Float64Array.from(skins, of));
  return {
    site: site.id,
    stratumCorneum: band((skin) => skin.stratumCorneum),
    epidermis: band((skin) => skin.epidermis),
    dermis: band((skin) => skin.dermis),
    fat: band((skin) => skin.fat),
    toFat: band((skin) => skin.epidermis + skin.dermis),
    isMeasured: known.measured.length > 0,
  };
};

/** The deepest setting has the longest tracks and the most to say about what a prior does. */
const priorsOf = (ensemble: Ensemble, skins: readonly Skin[], strokes: readonly StrokeOutcome[]): Prior[] => {
  const stroke = strokes[Math.floor(strokes.length / 2)];
  if (stroke === undefined) return [];
  const { insertionDepth, dermalDensity, ceiling } = stroke.columns;
  const roomToFat = ceiling.map((depth, i) => (skins[i]?.epidermis ?? 0) + (skins[i]?.dermis ?? 0) - depth);
  return rankPriors(ensemble, { insertionDepth, dermalDensity, roomToFat });
};

const factsOf = (setting: Setting): DeviceFacts => {
  const { sheet } = setting;
  const deepest = deepestSetting(sheet);
  return {
    sheet,
    maximumPenetrationDepth:
      deepest === undefined ? undefined : trackCeiling(sheet, deepest, centralDraw().safety),
    maximumSafeDepth: maximumSafeDepth(setting, deepest ?? 0),
    isLabelledUse: labelledUses(setting).length > 0,
  };
};

const refusal = (sheet: DeviceSheet, settingOf: (sheet: DeviceSheet) => Setting): Reason[] => {
  const { given, site, adjustments } = settingOf(sheet);
  const reasons = deviceReasons(sheet);
  return reasons.length > 0 ? reasons : personReasons(given, site, sheet, adjustments);
};

/**
 * Plans a case with the given device sheets: every course the devices can really do, held against the envelope.
 * Pure: the same case, sheets, seed and draws give the same plan on every host.
 * Throws BadInput for limits, overrides, measurements or subtypes that cannot be.
 */
export const planCourse = (given: Case, sheets: readonly DeviceSheet[], run: Run): Plan => {
  const adjustments = adjustmentsOf(given);
  const screening = screen(given, 'needling');
  const known = knowSkin(given, centralDraw(run.overrides).skin);
  const { site } = known;
  const stopped = [...placeReasons(given, site), ...screeningReasons(screening)];
  if (stopped.length > 0)
    return { status: 'refused', given, screening, refusedDevices: [], reasons: stopped };

  const ensemble = drawEnsemble(run.draws, run.seed, run.overrides);
  const skins = ensemble.draws.map((draw) => buildSkin(known, draw.ranks, draw.skin));
  const target = targetOf(given);
  const courses = courseOptions(given, site);
  const settingOf = (sheet: DeviceSheet): Setting => ({
    given,
    site,
    sheet,
    skins,
    ensemble,
    target,
    courses,
    adjustments,
  });
  const refusedDevices = sheets.flatMap((sheet) => refusal(sheet, settingOf));
  const usable = sheets.filter((sheet) => refusal(sheet, settingOf).length === 0);
  if (usable.length === 0)
    return { status: 'refused', given, screening, refusedDevices, reasons: refusedDevices };

  const total = usable.reduce((sum, sheet) => sum + strokeSettings(sheet).length, 0);
  let done = 0;
  const step = (): void => {
    run.signal?.throwIfAborted();
    run.progress?.(done, total, 'settings');
    done += 1;
  };
  const evaluated = usable.map((sheet) => evaluateDevice(settingOf(sheet), step));
  const verdicts = evaluated.flatMap((device) => device.verdicts);
  const inside = verdicts.flatMap((verdict) => (verdict.isInside ? [verdict.candidate] : []));
  const rejected = verdicts.flatMap((verdict): Rejected[] => (verdict.isInside ? [] : [verdict.rejected]));
  const { front, rest } = byTradeOff(inside);
  const candidates: Candidate[] = [
    ...front.map((candidate) => ({ ...candidate, isOnFront: true })),
    ...rest.map((candidate) => ({ ...candidate, isOnFront: false })),
  ];
  const devices = usable.map((sheet) => factsOf(settingOf(sheet)));
  return {
    status: candidates.length > 0 ? 'planned' : 'no safe plan',
    given,
    screening,
    refusedDevices,
    skin: summarise(site, skins, known),
    devices,
    candidates,
    rejected,
    notices: noticesFor(given, site, devices, courses, target),
    priors: priorsOf(ensemble, skins, evaluated[0]?.strokes ?? []),
    isTargetKnown: target !== undefined,
    ensemble,
    skins,
    strokes: evaluated.flatMap((device) => device.strokes),
  };
};
