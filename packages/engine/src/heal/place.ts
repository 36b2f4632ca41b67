/** What is particular to a person and a place (heal.10). Factors multiply what a wound adds, never the resting state. */
export interface Place {
  /** Collagen I and III that a wound makes, collagenase it sets free, speed of keratinocytes; 1 = healthy adult. */
  readonly h_col: number;
  readonly h_c3: number;
  readonly h_mmp: number;
  readonly h_K: number;
  /** Collagen and elastin at which this place rests, of normal dermis; below 1 in an atrophic scar. */
  readonly C_set: number;
  readonly E_set: number;
  /** Phototype factor of melanin gain. */
  readonly f_pt: number;
}

/** Normal dermis of a healthy adult; the phototype factor enters pigment alone. */
export const normalPlace: Place = { h_col: 1, h_c3: 1, h_mmp: 1, h_K: 1, C_set: 1, E_set: 1, f_pt: 1 };
