import type { Band } from '../band.ts';
import type { Case } from '../case/case.ts';
import type { SessionSettings } from '../case/protocol.ts';
import type { Candidate } from '../plan/plan.ts';
import type { Margin } from '../safety/envelope.ts';
import type { Delivered, DeliveredSession } from './delivered.ts';

/** One session as it was done, worked out in the draws of the plan. */
export interface SessionDone {
  readonly session: DeliveredSession;
  readonly settings: SessionSettings;
  /** The zone as it was treated that day, with what was left out of it. */
  readonly place: Case['site'];
  /** Fields of the settings that were not as planned. */
  readonly changed: readonly (
    | 'depth'
    | 'passes'
    | 'handSpeed'
    | 'frequency'
    | 'energy'
    | 'further'
    | 'interval'
    | 'exclusions'
  )[];
  /** Holes per area that reach the target, 1/m2. */
  readonly dose: Band;
  readonly planned: Band;
  readonly bleeding: Band;
  /** Limits that the session, as it was done, did not keep. */
  readonly broken: readonly Margin[];
  /** False where nothing says what the heat of the session did: its limits are left out. */
  readonly isHeatJudged: boolean;
}

/** Why nothing further is planned as things stand. */
export interface Stop {
  readonly because: string;
  readonly wouldChange: string;
}

/** One way to go on. */
export interface NextCourse {
  readonly candidate: Candidate;
  readonly sessions: number;
  /** Days of the sessions left, s from the first session of the course. */
  readonly days: readonly number[];
  /** Done and to come together, 1/m2. */
  readonly dose: Band;
  readonly isAsPlanned: boolean;
}

/** What a course led one to expect beside what was reported. */
export interface PredictedAgainstReported {
  readonly outcome: Delivered['outcomes'][number];
  /** Chance, from trials, of so good a level or better (of "worse" and "no change": of just that), 0 to 1; undefined where none was given. */
  readonly predicted: { readonly median: number; readonly low: number; readonly high: number } | undefined;
  /** After the last session before it, s. */
  readonly sinceSession: number;
}

/** A course as far as it was delivered: what was done, what is left, how to go on. */
export interface Recomputed {
  readonly planned: Candidate;
  readonly delivered: Delivered;
  readonly done: readonly SessionDone[];
  /** So far, and of the whole course as planned, 1/m2. */
  readonly dose: Band;
  readonly plannedSoFar: Band;
  readonly plannedDose: Band;
  readonly remaining: {
    /** Of the course as planned, and of the wish or budget of the person where there is one. */
    readonly sessions: number;
    readonly wished: number | undefined;
    /** Earliest day of a next session, s from the first. */
    readonly earliest: number;
    /** Deepest setting inside every depth limit, m. */
    readonly maximumSafeDepth: number;
  };
  readonly stops: readonly Stop[];
  /** Empty where something stops the course or nothing is left of it. */
  readonly next: readonly NextCourse[];
  readonly comparisons: readonly PredictedAgainstReported[];
}
