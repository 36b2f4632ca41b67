import type { DeviceSheet, Mask, Read, Source } from '@percuta/evidence';
import type { Case, CaseZone } from '../case/case.ts';
import type { Settings } from '../case/protocol.ts';
import type { Band } from '../band.ts';
import type { Ensemble } from '../ensemble.ts';
import type { CourseExpectation } from '../expectation/expectation.ts';
import type { CourseRisks } from '../expectation/risks.ts';
import type { TrainedEmulator } from '../heat/emulator/trained.ts';
import type { Margin } from '../safety/envelope.ts';
import type { Screening } from '../safety/screening.ts';
import type { Skin } from '../skin/skin.ts';
import type { FinalistCheck, HeatSummary } from './heat/heat-summary.ts';
import type { CourseOption } from './search/course-options.ts';
import type { Objectives } from './search/front.ts';
import type { SessionOutcome, StrokeOutcome } from './stroke-outcome.ts';

/** Why something is not planned, and what would change that. */
export interface Reason {
  readonly about: string;
  readonly because: string;
  readonly sources: readonly Source[];
  readonly wouldChange: string;
}

/** One course inside the envelope. */
export interface Candidate {
  readonly id: string;
  readonly device: string;
  readonly settings: Settings;
  readonly course: CourseOption;
  readonly stroke: StrokeOutcome;
  readonly session: SessionOutcome;
  /** What heat does at a needle; left out for needles alone. */
  readonly heat?: HeatSummary;
  /** Holes per area that reach the target, over the whole course, 1/m2. */
  readonly courseDose: Band;
  readonly objectives: Objectives;
  readonly margins: readonly Margin[];
  readonly binding: Margin;
  /** Nothing else is at least as good in every objective, and better in one. */
  readonly isOnFront: boolean;
  /** What the other zones of the area get in the same sessions; left out where the area is one zone. */
  readonly zones?: readonly ZoneSetting[];
}

/** What is drawn of a course in its skin; how it compares with others is left out. */
export type CourseInSkin = Pick<Candidate, 'device' | 'settings' | 'stroke' | 'margins' | 'binding' | 'heat'>;

/** What one further zone gets in the sessions of a course: a candidate of its own plan. */
export interface ZoneSetting {
  readonly site: CaseZone['id'];
  readonly candidate: Candidate;
}

/** One zone of an area, in m², worked out by itself within its own caps. */
export interface ZonePlan {
  readonly site: CaseZone['id'];
  readonly area: number;
  readonly plan: Refused | WorkedOut;
}

/** The search over free choices in every zone. */
export interface CombinedZones {
  /** Candidates of every zone times those of the others, for the same visits. */
  readonly combinations: number;
  /** Of these nothing dominates, and are candidates of the plan. */
  readonly kept: number;
  /** For each left out to keep the list short one is kept that is worse by at most this share of the range in anything. */
  readonly within: number;
}

/** A course outside the envelope, or past a wish of the person, with what decided. */
export interface Rejected {
  readonly id: string;
  readonly device: string;
  readonly settings: Settings;
  readonly course: CourseOption;
  readonly binding: Binding;
}

export type Binding = Pick<
  Margin,
  'limit' | 'title' | 'value' | 'upper' | 'bound' | 'unit' | 'direction' | 'remedy'
>;

/** What holds for a device at this site whatever the course; names after 21 CFR 878.4430. */
export interface DeviceFacts {
  readonly sheet: DeviceSheet;
  /** Deepest a tip can come at the deepest setting, m. */
  readonly maximumPenetrationDepth: number | undefined;
  /** Deepest setting at which every depth limit holds, m; 0 where none does. */
  readonly maximumSafeDepth: number;
  /** Labelled for this indication at this site. */
  readonly isLabelledUse: boolean;
  /** What its heat was worked out with, one for each way to spread a shot; none for needles alone. */
  readonly emulators: readonly TrainedEmulator[];
}

/** Layers of the skin at a site: thicknesses in m, as median with the 5 % and 95 % points over the draws. */
export interface SkinSummary {
  readonly site: string;
  readonly stratumCorneum: Band;
  readonly epidermis: Band;
  readonly dermis: Band;
  readonly fat: Band;
  /** From the surface to the upper border of the fat. */
  readonly toFat: Band;
  readonly isMeasured: boolean;
}

/** A prior nobody has verified, and the share of the variance of each outcome it explains. */
export interface Prior {
  readonly name: string;
  readonly meaning: string;
  readonly read: Read;
  readonly influence: Readonly<Record<'insertionDepth' | 'dermalDensity' | 'roomToFat', number>>;
}

interface Common {
  readonly given: Case;
  readonly screening: Screening;
  readonly refusedDevices: readonly Reason[];
}

/** A case that was worked out, whether or not a course was found. */
export interface WorkedOut extends Common {
  readonly status: 'planned' | 'no safe plan';
  readonly skin: SkinSummary;
  readonly devices: readonly DeviceFacts[];
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejected[];
  /** What trials say to expect; they do not separate the courses of one route. */
  readonly expectation: CourseExpectation;
  /** What can go wrong, whatever the course. */
  readonly risks: CourseRisks;
  readonly notices: readonly string[];
  /** Places within the site that are left out whatever the course. */
  readonly masks: readonly Mask[];
  /** Every zone of the area, in the order of the case; left out where the area is one zone. */
  readonly zones?: readonly ZonePlan[];
  /** How courses of several zones were found; left out where the area is one zone. */
  readonly combined?: CombinedZones;
  readonly priors: readonly Prior[];
  readonly isTargetKnown: boolean;
  /** The draws behind it, for the manifest and the figures. */
  readonly ensemble: Ensemble;
  readonly skins: readonly Skin[];
  readonly strokes: readonly StrokeOutcome[];
  /** Courses with heat that were recomputed with the whole model; left out where none was. */
  readonly finalists?: readonly FinalistCheck[];
}

export interface Refused extends Common {
  readonly status: 'refused';
  readonly reasons: readonly Reason[];
}

/** The answer to a case. `candidates` is never empty when planned and always when not. */
export type Plan = Refused | WorkedOut;
