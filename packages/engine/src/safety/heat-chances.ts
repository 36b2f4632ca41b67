/** What heat may do, as a chance in each draw of the chain; the draws are those of the tracks. What is left out is not judged. */
export interface HeatChances {
  /** Share of needles whose coagulation reaches the fat. */
  readonly reachesFat?: Float64Array;
  /** Share of needles of which tip or coagulation passes the dermis, whichever is deeper. */
  readonly passesDermis?: Float64Array;
  /** Chance that cells of the epidermis die. */
  readonly killsEpidermis?: Float64Array;
  /** Chance that tissue boils. */
  readonly boils?: Float64Array;
}
