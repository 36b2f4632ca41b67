import { subsetSimulation, type RareChance, type RareEvent } from '@percuta/numerics';
import { centralDraw, jointOverrides, type Overrides } from '../../ensemble.ts';
import { tipLeaving } from '../../safety/rare-tip.ts';
import { knowSkin } from '../../skin/skin.ts';
import type { Candidate } from '../plan.ts';
import type { Setting } from '../situation.ts';

/** Events among the draws below which their number says too little: the bound is then mostly scatter. */
const fewEvents = 10;

/** The event that one tip of a course leaves the dermis at one place, with what the run has set kept. */
export const tipEvent = (
  { given, sheet, ensemble }: Setting,
  depth: number,
  overrides: Overrides,
): RareEvent => {
  const central = centralDraw(jointOverrides(overrides));
  const known = knowSkin(given, central.skin);
  return tipLeaving({ sheet, depth, known, central, isDrawn: (name) => ensemble.columns.has(name) });
};

/**
 * The chance that a tip leaves the dermis where the draws of the plan hold fewer than ten of them: by subset
 * simulation. Undefined where the draws are enough.
 */
export const rareTip = (
  setting: Setting,
  { settings, margins }: Candidate,
  overrides: Overrides,
): RareChance | undefined => {
  const plain = margins.find(({ limit }) => limit === 'tip-leaves-dermis');
  if (plain === undefined || plain.value * setting.ensemble.draws.length >= fewEvents) return undefined;
  return subsetSimulation(tipEvent(setting, settings.depth, overrides), { seed: setting.ensemble.seed });
};
