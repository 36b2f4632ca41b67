import { rfArrayOf } from '../../heat/array/rf-array.ts';
import { heatedLength } from '../heat/heated-length.ts';
import { heatOutcome, heatStrokeOf, quickChances, type HeatKnowledge } from '../heat/heat-outcome.ts';
import { heatSummaryOf } from '../heat/heat-summary.ts';
import { rfOptions } from '../heat/rf-options.ts';
import type { Setting } from '../situation.ts';
import type { StrokeOutcome } from '../stroke-outcome.ts';
import {
  brokenOf,
  judgeCourses,
  rejectedOf,
  settingsOf,
  strokeMargins,
  type Verdict,
} from './judge-courses.ts';

/** Every energy from one depth on, spread as one emulator knows it. */
const judgeSpread = (
  setting: Setting,
  knowledge: HeatKnowledge,
  stroke: StrokeOutcome,
  step: () => void,
): Verdict[] => {
  const [anyCourse] = setting.courses;
  if (anyCourse === undefined) return [];
  const { sheet, skins } = setting;
  const heated = heatStrokeOf(knowledge, stroke, skins);
  const metal = { radius: rfArrayOf(sheet).radius, bare: heatedLength(sheet, knowledge) };
  return rfOptions(sheet, knowledge.emulator.pattern, stroke.settings.depth).flatMap((option) => {
    step();
    const chances = quickChances(heated, option);
    const quick = { setting, stroke, heat: { option, chances } };
    const broken = brokenOf(strokeMargins(quick, anyCourse));
    if (broken !== undefined) return [rejectedOf(quick, settingsOf(quick), anyCourse, broken)];
    const heat = heatOutcome(heated, option, chances);
    const tried = { setting, stroke, heat };
    const before = strokeMargins(tried, anyCourse);
    const brokenByHeat = brokenOf(before);
    if (brokenByHeat !== undefined) return [rejectedOf(tried, settingsOf(tried), anyCourse, brokenByHeat)];
    const whole = { ...tried, heat: { ...heat, summary: heatSummaryOf(heated, heat, metal) } };
    return judgeCourses(whole, anyCourse, before);
  });
};

/** Energies from one depth on; where the needles or the heat alone break a limit, one line stands for all its courses. */
export const judgeHeat = (setting: Setting, stroke: StrokeOutcome, step: () => void): Verdict[] => {
  const [anyCourse] = setting.courses;
  if (anyCourse === undefined) return [];
  const needles = { setting, stroke, heat: undefined };
  const brokenByNeedles = brokenOf(strokeMargins(needles, anyCourse));
  if (brokenByNeedles !== undefined) {
    return [rejectedOf(needles, stroke.settings, anyCourse, brokenByNeedles)];
  }
  return setting.heats.flatMap((knowledge) => judgeSpread(setting, knowledge, stroke, step));
};
