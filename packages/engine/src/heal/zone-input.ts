import { radiusAt } from '../puncture/needle.ts';
import type { Punctures } from '../puncture/puncture.ts';
import type { PunctureValues } from '../puncture/stages.ts';
import type { Skin } from '../skin/skin.ts';
import { layerDepths, type Tissue } from './geometry/tissue.ts';
import type { HealValues } from './heal-stage.ts';
import { healingGrid } from './heal.ts';
import { noThermalInjury, type ThermalInjury } from './injury/thermal-injury.ts';
import type { Place } from './place.ts';
import type { HealInput } from './result/healing.ts';

/** What a zone brings to its healing. */
export interface ZoneWound {
  readonly skin: Skin;
  readonly punctures: Punctures;
  readonly puncture: Pick<PunctureValues, 'channelFactor'>;
  /** s, rising from 0. */
  readonly sessions: readonly number[];
  /** How long to follow after the last session, s. */
  readonly followed: number;
  readonly place: Place;
  /** Puts what heat has damaged on the cells of the healing; left out where there is no energy. */
  readonly thermal?: (tissue: Tissue) => ThermalInjury;
}

/**
 * The unit cell of a zone: channels of the radius that the needle leaves at each depth, down to where its tip stood.
 * A tip that stays in the epidermis wounds no dermis. Lengths in m; the dermis begins below the epidermis.
 */
export const zoneInput = (wound: ZoneWound, values: HealValues): HealInput => {
  const { skin, punctures, puncture, sessions } = wound;
  const depths = layerDepths(skin.dermis, values);
  const layers = depths.length - 1;
  const tip = Math.max(0, punctures.insertionDepth - skin.epidermis);
  const gapAt = (depth: number): number =>
    puncture.channelFactor * radiusAt(punctures.needle, Math.max(0, tip - depth));
  const share = (layer: number): number =>
    Math.min(1, Math.max(0, (tip - depths[layer]) / (depths[layer + 1] - depths[layer])));
  const layerList = Array.from({ length: layers }, (_, layer) => layer);
  const density = tip > 0 ? punctures.holeDensity : 0;
  return {
    density,
    depths,
    pierced: Float64Array.from(layerList, share),
    // In the middle of the part of the layer that is pierced.
    gapRadii: Float64Array.from(layerList, (layer) => {
      const bottom = Math.min(tip, depths[layer + 1]);
      return bottom <= depths[layer] ? 0 : gapAt((depths[layer] + bottom) / 2);
    }),
    gapAtJunction: tip > 0 ? gapAt(0) : 0,
    thermal: (wound.thermal ?? noThermalInjury)(healingGrid(density, depths, values)),
    sessions,
    duration: (sessions.at(-1) ?? 0) + wound.followed,
    place: wound.place,
  };
};
