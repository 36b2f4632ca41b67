import { centralDraw, jointOverrides, type Overrides } from '../ensemble.ts';
import { heatedLength } from '../plan/heat/heated-length.ts';
import { heatStrokeOf } from '../plan/heat/heat-outcome.ts';
import { heatInfluences } from '../plan/explain/heat-influence.ts';
import type { HeatReasons } from '../plan/explain/plan-reasons.ts';
import { heatMarginsOf, heatTailsOf } from '../plan/heat/heat-tails.ts';
import { knownOption } from '../plan/heat/known-option.ts';
import type { Candidate } from '../plan/plan.ts';
import type { Setting } from '../plan/situation.ts';
import type { TailMargin } from '../safety/tail-margin.ts';
import { knowSkin } from '../skin/skin.ts';

/** What heat keeps away and what it rests on; undefined where no emulator answers for it. */
export const explainHeat = (
  setting: Setting,
  { settings, stroke }: Candidate,
  {
    overrides,
    most,
    tick,
  }: { readonly overrides: Overrides; readonly most: number; readonly tick: () => void },
): (HeatReasons & { readonly tails: readonly TailMargin[] }) | undefined => {
  const { given, skins, sheet } = setting;
  const answered = knownOption(setting, settings);
  if (answered === undefined) return undefined;
  const { knowledge, option } = answered;
  const known = knowSkin(given, centralDraw(jointOverrides(overrides)).skin);
  const heated = heatStrokeOf(knowledge, stroke, skins);
  const influences = heatInfluences({ setting, knowledge, option, candidate: { settings }, known, tick });
  return {
    tails: heatMarginsOf(heated, option, heatedLength(sheet, knowledge)),
    rooms: heatTailsOf(heated, option),
    matters: influences.slice(0, most),
  };
};
