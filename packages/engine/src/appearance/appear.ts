import { centralValues } from '@percuta/evidence';
import type { Stage, Values } from '../stage.ts';
import { feel, type Feel } from './mechanics/feel.ts';
import { appearanceParameters } from './parameters.ts';
import { relief, type Relief, type ReliefQuestion } from './relief/relief.ts';
import { checkTissue, type Tissue } from './tissue.ts';

/** What the skin feels and looks like after a course. */
export interface Appearance {
  readonly feel: Feel;
  /** One for each lesion asked for. */
  readonly reliefs: readonly Relief[];
}

/** The parameters of the appearance stage as plain numbers in SI. */
export type AppearanceValues = Values<typeof appearanceParameters>;

/** What the skin feels and looks like after a course, by its mechanics and the relief of its surface. */
export const appearanceStage: Stage<typeof appearanceParameters> = {
  name: 'appearance',
  version: 1,
  parameters: appearanceParameters,
};

/**
 * The stage: tissue over time to feel and look. `draws` belong to the draws of the tissue, one each; where they are
 * fewer they go round. `central` says how far a patch is drawn and what counts as a change. Throws BadInput for a tissue
 * that cannot be one.
 */
export const appear = (
  tissue: Tissue,
  questions: readonly ReliefQuestion[],
  draws: readonly AppearanceValues[],
  central: AppearanceValues = centralValues(appearanceParameters),
): Appearance => {
  const checked = checkTissue(tissue);
  return {
    feel: feel(checked, draws, central),
    reliefs: questions.map((question) => relief(question, checked, draws, central)),
  };
};
