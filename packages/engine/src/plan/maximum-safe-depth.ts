import type { Draw } from '../ensemble.ts';
import type { Skin } from '../skin/skin.ts';
import { bindingOf, marginsAt } from '../safety/envelope.ts';
import type { Track } from '../safety/limit.ts';
import { trackCeiling } from '../safety/track.ts';
import type { Setting } from './situation.ts';

const trackAt = (setting: Setting, depth: number, draw: Draw, skin: Skin): Track => ({
  ceiling: trackCeiling(setting.sheet, depth, draw.safety),
  dermalBorder: skin.epidermis + skin.dermis,
  withinLogSd: skin.withinLogSd,
  strokesPerPass: 0,
  channelDiameter: 0,
});

const isSafe = (setting: Setting, depth: number): boolean => {
  const { given, site, sheet, skins, ensemble, adjustments } = setting;
  const tracks = ensemble.draws.flatMap((draw, i) => {
    const skin = skins[i];
    return skin === undefined ? [] : [trackAt(setting, depth, draw, skin)];
  });
  const settings = { depth, passes: 1, handSpeed: undefined, frequency: undefined };
  const course = { sessions: 1, interval: undefined };
  const margins = marginsAt('stroke', { given, site, sheet, settings, course, tracks }, adjustments);
  return bindingOf(margins)?.isBroken !== true;
};

const halvings = 24;

/**
 * Deepest setting (m) up to `deepest` at which no depth limit is broken; every one of them grows with depth. `tick` is
 * called before each depth that is tried.
 */
export const maximumSafeDepth = (
  setting: Setting,
  deepest: number,
  tick: () => void = () => undefined,
): number => {
  tick();
  if (isSafe(setting, deepest)) return deepest;
  let low = 0;
  let high = deepest;
  for (let i = 0; i < halvings; i += 1) {
    tick();
    const middle = (low + high) / 2;
    if (isSafe(setting, middle)) low = middle;
    else high = middle;
  }
  return low;
};
