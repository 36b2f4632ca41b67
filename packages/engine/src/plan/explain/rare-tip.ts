import { subsetSimulation, type RareChance, type RareEvent } from '@percuta/numerics';
import { centralDraw, jointOverrides, type Overrides } from '../../ensemble.ts';
import { tipLeaving } from '../../safety/rare-tip.ts';
import { knowSkin } from '../../skin/skin.ts';
import type { Candidate } from '../plan.ts';
import type { Setting } from '../situation.ts';

/** Margins between two words of progress. */
const between = 256;

/** The same event, told every so many margins. */
const toldOf = ({ dimensions, margin }: RareEvent, tick: () => void): RareEvent => {
  let asked = 0;
  return {
    dimensions,
    margin: (z) => {
      if (asked % between === 0) tick();
      asked += 1;
      return margin(z);
    },
  };
};

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
 * simulation, with a `tick` every few hundred margins. Undefined where the draws are enough.
 */
export const rareTip = (
  setting: Setting,
  { settings, margins }: Candidate,
  overrides: Overrides,
  tick: () => void = () => undefined,
): RareChance | undefined => {
  const plain = margins.find(({ limit }) => limit === 'tip-leaves-dermis');
  if (plain === undefined || plain.value * setting.ensemble.draws.length >= fewEvents) return undefined;
  const event = toldOf(tipEvent(setting, settings.depth, overrides), tick);
  return subsetSimulation(event, { seed: setting.ensemble.seed });
};
