import { bandOf, type Band } from '../band.ts';
import type { Skin, SkinKnowledge } from '../skin/skin.ts';
import type { SkinSummary } from './plan.ts';

/** The layers over the draws. */
export const summariseSkin = (known: SkinKnowledge, skins: readonly Skin[]): SkinSummary => {
  const band = (of: (skin: Skin) => number): Band => bandOf(new Float64Array(skins.map(of)));
  return {
    site: known.site.id,
    stratumCorneum: band((skin) => skin.stratumCorneum),
    epidermis: band((skin) => skin.epidermis),
    dermis: band((skin) => skin.dermis),
    fat: band((skin) => skin.fat),
    toFat: band((skin) => skin.epidermis + skin.dermis),
    isMeasured: known.measured.length > 0,
  };
};
