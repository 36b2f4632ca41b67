import { formatQuantity } from '@percuta/quantity';
import { atDepth } from '../../case/protocol.ts';
import type { Overrides } from '../../ensemble.ts';
import { BadInput } from '../../error.ts';
import { depthSettings } from '../../puncture/device.ts';
import { bindingOf } from '../../safety/envelope.ts';
import type { Candidate, CourseInSkin, WorkedOut } from '../plan.ts';
import { strokeOutcome } from '../stroke-outcome.ts';
import { factsOfPlan, heatOf, judgedBy, settingOfPlan, type Judged } from './judge-course.ts';
import { isOffered } from '../heat/is-offered.ts';

/** A course as it would be at another depth. */
export interface CourseAtDepth extends Pick<Judged, 'isInside' | 'isHeatJudged'> {
  readonly course: CourseInSkin;
}

const mm = (depth: number): string => formatQuantity(depth, 'mm');

/**
 * Depths that the device of a course can be set to with all else as it is, shallow to deep, m: shallower ones at which its
 * shot goes on move along. TypeError for a course of another plan.
 */
export const depthsOf = (
  plan: WorkedOut,
  { device, settings }: Pick<Candidate, 'device' | 'settings'>,
): readonly number[] => {
  const { sheet } = factsOfPlan(plan, device);
  return depthSettings(sheet).filter((depth) => isOffered(sheet, atDepth(settings, depth)));
};

/**
 * A course of a plan with its depth (m) set anew and all else as it is: where tips stand and what the envelope says, in
 * the draws of the plan. Heat is judged by the emulator of the plan and not drawn. Throws BadInput for a depth the
 * device does not have.
 */
export const courseAtDepth = (
  plan: WorkedOut,
  { device, settings, course }: Pick<Candidate, 'device' | 'settings' | 'course'>,
  depth: number,
  overrides: Overrides = {},
): CourseAtDepth => {
  const depths = depthsOf(plan, { device, settings });
  if (!depths.includes(depth)) {
    throw new BadInput([
      {
        path: 'depth',
        given: mm(depth),
        problem: `no depth of ${device}`,
        allowed: depths.map(mm).join(', '),
        remedy: 'take one of these',
      },
    ]);
  }
  const setting = settingOfPlan(plan, device, overrides);
  const { given, site, sheet, skins, ensemble, target } = setting;
  const next = atDepth(settings, depth);
  const stroke = strokeOutcome(sheet, next, skins, ensemble, target);
  const { tracks } = stroke;
  const heatChances = heatOf(setting, next, stroke);
  const subject = { given, site, sheet, settings: next, course, tracks, heatChances };
  const { margins, isInside, isHeatJudged } = judgedBy(setting, subject);
  const binding = bindingOf(margins);
  if (binding === undefined) throw new RangeError(`no limit applies to ${device}`);
  return { course: { device, settings: next, stroke, margins, binding }, isInside, isHeatJudged };
};
