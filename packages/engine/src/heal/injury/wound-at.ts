import type { Tissue } from '../geometry/tissue.ts';
import type { Rates } from '../rates.ts';
import type { HealInput } from '../result/healing.ts';
import type { Wound } from '../species/species.ts';
import { damageBurn, weakened, woundOf } from './wound.ts';

/** (heal.6) The wound of one session at every place; nothing where neither needle nor heat has come. */
export const woundAt =
  (input: HealInput, tissue: Tissue, p: Rates) =>
  (ring: number, layer: number): Wound | undefined => {
    const place = ring + tissue.radial.count * layer;
    const burn = damageBurn(input.thermal.collagen[place], input.thermal.cell[place], p);
    const share = input.pierced[layer];
    const isBurnt = burn.coag > 0 || burn.kill > 0;
    if (share <= 0 && !isBurnt) return undefined;
    const wound = woundOf(tissue.radial, ring, input.gapRadii[layer], burn, p);
    if (share >= 1) return wound;
    const needle = weakened(wound, share);
    // Heat reaches below the tip, where there is no gap.
    return isBurnt
      ? { ...needle, kill: Math.max(needle.kill, burn.kill), coag: burn.coag, shock: burn.shock }
      : needle;
  };

/** (heal.8) Radius of the opening in the epidermis, m: the gap, or what heat has killed at the junction. */
export const openedRadius = (input: HealInput, tissue: Tissue): number => {
  const { centres, count } = tissue.radial;
  let burnt = 0;
  for (let k = 0; k < count; k += 1) if (input.thermal.cell[k] >= 1) burnt = centres[k];
  return Math.max(input.gapAtJunction, burnt);
};
