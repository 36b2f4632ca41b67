import type { RareChance } from '@percuta/numerics';
import type { CaseZone } from '../../case/case.ts';
import type { ArrayHeating } from '../../heat/array/array-heating.ts';
import type { Margin } from '../../safety/envelope.ts';
import type { TailMargin } from '../../safety/tail-margin.ts';
import type { HeatTail } from '../heat/heat-tails.ts';
import type { Candidate, Rejected } from '../plan.ts';
import type { HeatInfluence } from './heat-influence.ts';
import type { Counterfactual } from './counterfactual.ts';
import type { HealingTimes, SessionPlan } from './session-plan.ts';
import type { Scenario } from './robustness.ts';
import type { TotalInfluence } from './total-influence.ts';

/**
 * What a thickness of the skin measured first, with a standard error in m, would say of a course; readings are equally
 * likely.
 */
export interface MeasuredFirst {
  readonly error: number;
  readonly readings: readonly {
    /** Epidermis and dermis, m. */
    readonly reading: number;
    /** Would the course be inside then? */
    readonly keepsCourse: boolean;
    /** Deepest setting inside every depth limit then, m. */
    readonly deepest: number;
  }[];
}

/** What is said of the heat of a course besides. */
export interface HeatReasons {
  /** Kelvin that are left in the worst draws. */
  readonly rooms: readonly HeatTail[];
  /** The inputs that matter most for heat; at most three. */
  readonly matters: readonly HeatInfluence[];
}

/** Why a course of the shortlist is as it is. */
export interface CourseReasons {
  readonly candidate: Candidate;
  /** What sets it apart from the others shown. */
  readonly names: readonly string[];
  /** The limit of which most is used, and the one after it. */
  readonly binding: Margin;
  readonly next: Margin | undefined;
  readonly joint: Margin | undefined;
  /** Of draws and places the worst share: distances to harm. */
  readonly tails: readonly TailMargin[];
  /** Chance that one tip at one place leaves the dermis, where it is too rare for the draws of the plan. */
  readonly rare: RareChance | undefined;
  /** The inputs that matter most, over all outcomes; at most three. */
  readonly matters: readonly TotalInfluence[];
  /** Undefined for needles alone. */
  readonly heat: HeatReasons | undefined;
  readonly measured: MeasuredFirst;
  readonly scenarios: readonly Scenario[];
  readonly worst: Scenario | undefined;
  /** When its sessions are, and what one more would add. */
  readonly sessions: SessionPlan;
}

/** Why courses are not offered, and what would change that: those one limit decided, by the one that came closest. */
export interface RefusalReasons {
  readonly limit: string;
  readonly count: number;
  readonly closest: Rejected;
  readonly changes: readonly Counterfactual[];
}

/** What a further zone gets in courses shown, and why. */
export interface ZoneSettingReasons {
  /** Ids of the courses of the shortlist that set this in the zone. */
  readonly courses: readonly string[];
  /** Of the candidate of the zone by itself. */
  readonly reasons: CourseReasons;
}

/** Reasons of a zone that does not head the courses, or is left out of them. */
export interface ZoneReasons {
  readonly site: CaseZone['id'];
  readonly settings: readonly ZoneSettingReasons[];
  readonly refusals: readonly RefusalReasons[];
}

/** Reasons behind a plan. */
export interface PlanReasons {
  /** Of one session of the course with the most holes of those shown; undefined where healing is not worked out. */
  readonly healing: HealingTimes | undefined;
  /** One shot of that course at central values, by the whole model; left out for needles alone. */
  readonly heated?: { readonly candidate: string; readonly heating: ArrayHeating };
  readonly courses: readonly CourseReasons[];
  readonly refusals: readonly RefusalReasons[];
  /** Every other zone that was worked out; left out where the area is one zone. */
  readonly zones?: readonly ZoneReasons[];
}
