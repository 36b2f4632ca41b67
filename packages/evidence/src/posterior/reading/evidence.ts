import type { Modality, StudiedIndication } from '../../study/study-schema.ts';

/** People in classes along the latent improvement: `people[i]` lie above `cuts[i - 1]` and not above `cuts[i]`. */
export interface Counts {
  readonly kind: 'counts';
  /** Ids of cuts, rising. */
  readonly cuts: readonly string[];
  /** One more than the cuts; the sum is n. */
  readonly people: readonly number[];
}

/**
 * The mean change in units of its standard deviation: known (low = high), or known to lie between bounds,
 * as when only a test was reported.
 */
export interface Change {
  readonly kind: 'change';
  readonly low: number;
  readonly high: number;
  /** Its standard deviation where that is known otherwise than from the change and the number of people. */
  readonly error?: number;
}

/** Where on the body, as far as the model tells regions apart. */
export const bodyRegions = ['face', 'neck', 'body'] as const;
/** Where on the body an arm was treated, as far as the expectation model tells regions apart. */
export type BodyRegion = (typeof bodyRegions)[number];

/** What an arm is, all that a prediction needs. */
export interface ArmDesign {
  readonly study: string;
  readonly arm: string;
  readonly indication: StudiedIndication;
  readonly modality: Modality;
  /** The regions it may have treated; none where it may have been anywhere. */
  readonly regions: readonly BodyRegion[];
  /** Did the assessor know? Not stated counts as yes: who was blind says so. */
  readonly isOpen: boolean;
}

/** The one thing an arm contributes. */
export interface ArmEvidence extends ArmDesign {
  readonly reading: Counts | Change;
  readonly n: number;
  /** Position of the outcome in the arm, and its name in the source. */
  readonly outcome: number;
  readonly words: string;
  /** Why the outcome is read so. */
  readonly reason: string;
}

/** An outcome, or all of an arm, that contributes nothing. */
export interface UnusedOutcome {
  readonly study: string;
  readonly arm: string;
  readonly what: string;
  readonly reason: string;
}
