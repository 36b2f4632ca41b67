import type { Route, SheetRead, Source } from '@percuta/evidence';
import type { Prior, Reason, WorkedOut } from '../plan/plan.ts';

/** What was computed, by which version, from what; enough to do it again and to see whether it is the same. */
export interface ReportManifest {
  readonly engineVersion: string;
  readonly seed: string;
  readonly draws: number;
  readonly inputHash: string;
  readonly resultHash: string;
  readonly stages: readonly { readonly name: string; readonly version: number }[];
  /** Parameter values given in place of their distributions. */
  readonly overrides: readonly { readonly parameter: string; readonly value: string }[];
}

/** Where a statement comes from; nothing known is an empty list, never a missing one. */
export interface Origin {
  readonly sources: readonly Source[];
  readonly read?: SheetRead;
  /** A reason or a circumstance in words. */
  readonly note?: string;
}

/** One thing said: "Age", "34 years". */
export interface Fact extends Origin {
  readonly label: string;
  readonly value: string;
}

/** A limit that somebody has loosened. */
export interface OverrideNote {
  readonly limit: string;
  readonly value: string;
  readonly reason: string;
  readonly name: string;
}

/** An answer of the screening that changes what is done. */
export interface ScreeningNote extends Origin {
  readonly factor: string;
  readonly action: string;
  readonly rule: string;
  readonly because: string;
}

/** Rows of the table of courses, in its order. */
export const courseRows = {
  knownFor: 'What sets it apart',
  setting: 'Needle setting',
  passes: 'Passes in a session',
  handSpeed: 'Hand speed',
  sessions: 'Sessions',
  evidence: 'Evidence for the sessions',
  insertionDepth: 'Depth the tips reach',
  puncturing: 'Needles that puncture',
  inDermis: 'Tips in the dermis',
  inEpidermis: 'Tips in the epidermis',
  inFat: 'Tips in the fat',
  outside: 'Needles that stay outside',
  holes: 'Holes in a session, per cm²',
  dose: 'Holes that reach the target over the course, per cm²',
  covered: 'Surface inside channels in a session',
  bleeding: 'Bleeding points in a session, per cm²',
  downtime: 'Surface wounded over the course, stands for downtime',
  discomfort: 'Needle track in a session, m per cm², stands for discomfort',
  pigment: 'Volume hurt over the course, mm³ per cm², stands for risk of pigment change',
  binding: 'Binding limit, share of it used',
} as const;

/** A row of the table of courses. */
export type CourseRow = keyof typeof courseRows;

/** Rows of courses with radio frequency, below the others: at the needle that takes most. */
export const heatRows = {
  energy: 'Energy and pulse',
  coagulates: 'Collagen coagulates, share of draws',
  column: 'Coagulated column, width',
  columnDepth: 'Coagulated column, depth',
  columnToFat: 'Coagulated column, from the fat',
  diesShare: 'Cells die, share of draws',
  dies: 'Cells die around it, width',
  diesVolume: 'Cells die, volume of a needle',
  diesToEpidermis: 'Cells die, from the epidermis',
  reachesFat: 'Needles whose coagulation reaches the fat',
  killsEpidermis: 'Chance that cells of the epidermis die',
  boils: 'Chance that tissue boils',
} as const;

/** A row that courses with radio frequency have in addition. */
export type HeatRow = keyof typeof heatRows;

/** The rows in the order of a table. */
export const heatOrder = Object.keys(heatRows).filter((row): row is HeatRow => row in heatRows);

/** One course of the shortlist: a letter that stands for it in tables and figures, and all that is said of it. */
export interface ShortlistEntry {
  readonly letter: string;
  readonly id: string;
  readonly device: string;
  readonly cells: Readonly<Record<CourseRow, string>>;
  /** Left out for needles alone. */
  readonly heat?: Readonly<Record<HeatRow, string>>;
  readonly evidenceSources: readonly Source[];
  /** Settings that give the same holes and bleeding in as many sessions, in words. */
  readonly sameInEffect: readonly string[];
  readonly warnings: readonly string[];
}

/** One limit held against the first course. */
export interface LimitLine extends Origin {
  readonly title: string;
  readonly value: string;
  readonly bound: string;
  readonly used: string;
  readonly isBinding: boolean;
  readonly isOverridden: boolean;
}

/** Courses that one limit decided. */
export interface RejectedGroup {
  readonly limit: string;
  readonly count: number;
  /** The one that came closest. */
  readonly example: string;
  readonly wouldChange: string;
}

/** One zone of the area: how it stands by itself, what is left out of it and what each course sets in it. */
export interface ZoneSection {
  readonly name: string;
  readonly area: string;
  /** "planned", or why it is left out. */
  readonly standing: string;
  readonly facts: readonly Fact[];
  readonly masks: readonly Fact[];
  /** One for each course of the shortlist; empty for a zone that is left out. */
  readonly settings: readonly string[];
}

/** What is known of a device in the words of a report. */
export interface DeviceSection {
  readonly name: string;
  /** Under the names of 21 CFR 878.4430. */
  readonly facts: readonly Fact[];
}

/** A prior nobody has verified, with how much of each outcome it explains, in words. */
export interface PriorLine extends Pick<Prior, 'name' | 'meaning' | 'read'> {
  readonly insertionDepth: string;
  readonly dermalDensity: string;
  readonly roomToFat: string;
}

/** One level of improvement in a table; what is not counted has no people. */
export interface LevelLine {
  readonly level: string;
  /** "29 of 100", or a chance in per cent where a prior alone places it. */
  readonly middle: string;
  readonly half: string;
  readonly most: string;
  readonly basis: string;
  readonly isCounted: boolean;
}

/** A domain of GRADE as a reader sees it. */
export interface CertaintyLine {
  readonly domain: string;
  readonly concern: string;
  readonly facts: string;
  readonly judgement: string;
}

/** What trials say of one kind of needles. */
export interface RouteExpectationSection {
  readonly route: Route;
  readonly name: string;
  /** Natural frequencies, or why there are none. */
  readonly sentence: string;
  /** What rests on a prior; empty where nothing does. */
  readonly notCounted: string;
  /** Whose view, against what, and when. */
  readonly frame: string;
  /** "very low, starting at low"; undefined without a figure. */
  readonly certainty: string | undefined;
  readonly levels: readonly LevelLine[];
  readonly domains: readonly CertaintyLine[];
  /** Studies that sway it, moderators, gaps of this person, the studies it rests on. */
  readonly facts: readonly Fact[];
}

/** What trials say to expect, the same for every course of one kind of needles. */
export interface ExpectationSection {
  /** Whom "people like this" means, and the date of the evidence. */
  readonly people: string;
  /** Whether trials tell the courses apart. */
  readonly courses: string;
  readonly routes: readonly RouteExpectationSection[];
}

/** So many of so many people of one study, with how far chance alone could move it. */
export interface HarmCount extends Origin {
  readonly text: string;
  /** What was counted, after what, in whom. */
  readonly who: string;
}

/** One harm; nothing in `here` means that it is not quantified. */
export interface HarmLine {
  readonly harm: string;
  /** Counted in people and places like this. */
  readonly here: readonly HarmCount[];
  /** Counted in others: shown, not lent. */
  readonly elsewhere: readonly HarmCount[];
}

/** Harms of needles alone, or of needles with current. */
export interface RouteRiskSection {
  readonly name: string;
  readonly harms: readonly HarmLine[];
  /** A sentence on the harms that nobody has counted. */
  readonly withoutRate: readonly string[];
  /** Reported without a number of people treated: words. */
  readonly signals: readonly Fact[];
  /** Recovery and pain on record. */
  readonly afterwards: readonly Fact[];
}

/** What can go wrong, the same for every course. */
export interface RiskSection {
  /** Whom "people like this" means. */
  readonly people: string;
  readonly routes: readonly RouteRiskSection[];
  readonly modifiers: readonly Fact[];
  readonly rare: readonly Fact[];
}

/** A work that the report cites; numbered in the order in which a reader meets it. */
export interface Citation {
  readonly key: Source['key'];
  readonly number: number;
  readonly text: string;
  readonly link?: string;
  readonly status?: string;
}

interface Frame {
  readonly title: string;
  readonly contextOfUse: string;
  /** The answer in one sentence. */
  readonly verdict: string;
  readonly asked: readonly Fact[];
  readonly overrides: readonly OverrideNote[];
  readonly screening: readonly ScreeningNote[];
  readonly refusedDevices: readonly Reason[];
  readonly notModelled: readonly string[];
  readonly citations: readonly Citation[];
  readonly manifest: ReportManifest;
}

/** What is said of a plan that was worked out, whether or not a course was found. */
export interface Findings {
  readonly skin: readonly Fact[];
  /** Where what is said of the skin comes from. */
  readonly skinBasis: string;
  readonly shortlist: readonly ShortlistEntry[];
  /** How the shortlist was made. */
  readonly choice: string;
  readonly devices: readonly DeviceSection[];
  readonly limits: readonly LimitLine[];
  readonly expectation: ExpectationSection;
  readonly risks: RiskSection;
  readonly rejected: readonly RejectedGroup[];
  readonly notices: readonly string[];
  /** Places within the site that are left out, with why. */
  readonly masks: readonly Fact[];
  /** Empty where the area is one zone. */
  readonly zones: readonly ZoneSection[];
  readonly estimates: readonly Fact[];
  readonly priors: readonly PriorLine[];
  /** Shares below it stand as none: they cannot be told from it. */
  readonly priorFloor: string;
}

/** Content for the clinician, without markup. */
export type Report = Frame &
  (
    | { readonly status: 'refused'; readonly reasons: readonly Reason[] }
    | ({ readonly status: 'planned' | 'no safe plan' } & Findings)
  );

/** A plan that was worked out. */
export type WorkedPlan = WorkedOut;
