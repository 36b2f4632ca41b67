import type { DeviceSheet, Site } from '@percuta/evidence';
import type { Case } from '../case/case.ts';
import { drawEnsemble, drawHeatValues, jointOverrides, type Ensemble } from '../ensemble.ts';
import { tell, type Run } from '../run.ts';
import { adjustmentsOf, type Adjustment } from '../safety/adjustments.ts';
import { buildSkin, type Skin, type SkinKnowledge } from '../skin/skin.ts';
import { courseOptions, type CourseOption } from './search/course-options.ts';
import type { HeatKnowledge } from './heat/heat-outcome.ts';
import { targetOf, type Target } from './target.ts';

/** What every course of every device is judged in: the same draws for all of them. */
export interface Situation {
  readonly given: Case;
  readonly site: Site;
  readonly ensemble: Ensemble;
  /** One for each draw. */
  readonly skins: readonly Skin[];
  readonly target: Target | undefined;
  readonly courses: readonly CourseOption[];
  readonly adjustments: readonly Adjustment[];
}

/** The situation with one device in hand. */
export interface Setting extends Situation {
  readonly sheet: DeviceSheet;
  /** Of a device with radio frequency, for each way to spread a shot that has an emulator. */
  readonly heats: readonly HeatKnowledge[];
}

/** Throws BadInput for limits, overrides or subtypes that cannot be. */
export const situationOf = (given: Case, known: SkinKnowledge, run: Run): Situation => {
  const ensemble = drawEnsemble(run.draws, run.seed, jointOverrides(run.overrides));
  tell(run, 0, 1, 'draws');
  return {
    given,
    site: known.site,
    ensemble,
    skins: ensemble.draws.map((draw) => buildSkin(known, draw.ranks, draw.skin)),
    target: targetOf(given),
    courses: courseOptions(given, known.site),
    adjustments: adjustmentsOf(given),
  };
};

/**
 * A situation with a device in hand: its courses, and its heat where emulators answer for it. `tick` is called every
 * few hundred draws of heat.
 */
export const settingOf = (
  situation: Situation,
  sheet: DeviceSheet,
  run: Pick<Run, 'draws' | 'seed' | 'overrides' | 'emulators'>,
  tick?: () => void,
): Setting => {
  if (sheet.class !== 'rf') return { ...situation, sheet, heats: [] };
  const emulators = (run.emulators ?? []).filter(({ device }) => device === sheet.id);
  const values = emulators.length === 0 ? [] : drawHeatValues(run.draws, run.seed, run.overrides, tick);
  return {
    ...situation,
    sheet,
    courses: courseOptions(situation.given, situation.site, 'rf'),
    heats: emulators.map((emulator) => ({ emulator, values })),
  };
};
