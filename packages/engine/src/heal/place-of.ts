import type { Phototype } from '@percuta/evidence';
import type { HealValues } from './heal-stage.ts';
import { normalPlace, type Place } from './place.ts';

/** Who is treated, as far as healing depends on it. */
export interface Host {
  /** s. */
  readonly age: number;
  readonly smokes: boolean;
  readonly hasTypeOneDiabetes: boolean;
  readonly phototype: Phototype;
}

const pigmentOf = (phototype: Phototype, p: HealValues): number =>
  ({ I: p.f_pt_I, II: p.f_pt_II, III: p.f_pt_III, IV: p.f_pt_IV, V: p.f_pt_V, VI: p.f_pt_VI })[phototype];

/** Fall of collagen synthesis with age: none in young adults, all of it from 80 on, straight in between. */
const ageFactor = (age: number, p: HealValues): number => {
  const share = (age - p.age_young) / (p.age_full - p.age_young);
  return 1 - (1 - p.hC_age) * Math.min(1, Math.max(0, share));
};

/** (heal.10) The factors of a person in normal dermis. */
export const placeOf = (host: Host, p: HealValues): Place => ({
  ...normalPlace,
  h_col: ageFactor(host.age, p) * (host.smokes ? p.hC_smoke_I : 1),
  h_c3: ageFactor(host.age, p) * (host.smokes ? p.hC_smoke_III : 1),
  h_mmp: host.smokes ? p.hX_smoke : 1,
  h_K: host.hasTypeOneDiabetes ? p.hK_T1D : 1,
  f_pt: pigmentOf(host.phototype, p),
});

/** (heal.10) The same person in an atrophic scar, which rests at less collagen and elastin. */
export const inScar = (place: Place, p: Pick<HealValues, 'scar_Ct' | 'scar_E'>): Place => ({
  ...place,
  C_set: p.scar_Ct,
  E_set: p.scar_E,
});
