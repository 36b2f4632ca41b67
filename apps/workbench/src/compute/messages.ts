import type {
  Band,
  Candidate,
  CourseAtDepth,
  Drawn,
  DrawJob,
  Manifest,
  Plan,
  Problem,
  Report,
  SkinSummary,
  Validation,
  WeighedCourses,
  WeighedLine,
  reasonLines,
  verifyEngine,
} from '@percuta/engine';
import type { ChartCourse } from '@percuta/figures';
import type { GridQuestion, LabAnswer, LabQuestion } from './lab/lab-messages.ts';

/** A case to plan, with sheets of the user's own beside those it names of the catalogue. */
export interface PlanQuestion {
  readonly document: unknown;
  readonly sheets: readonly unknown[];
  readonly draws: number;
  readonly seed: number;
}

/** What one worker asks of another: a draw of healing or heat; the job comes with the first. */
export interface DrawQuestion {
  readonly kind: 'draw';
  readonly job?: DrawJob;
  readonly draw: number;
}

/** What the page may ask of the engine. Documents are parsed JSON, quantities as text. */
export type Question =
  | ({ readonly kind: 'plan' } & PlanQuestion)
  | ({ readonly kind: 'choose'; readonly course: string; readonly reason: string } & PlanQuestion)
  | ({ readonly kind: 'depth'; readonly course: string; readonly depth: number } & PlanQuestion)
  | ({ readonly kind: 'weigh' } & PlanQuestion)
  | ({ readonly kind: 'explain' } & PlanQuestion)
  | { readonly kind: 'replay'; readonly manifest: unknown }
  | LabQuestion
  | GridQuestion
  | DrawQuestion
  | { readonly kind: 'verify' }
  | { readonly kind: 'validate'; readonly measurements: unknown };

/** A course of the shortlist with its letter. */
export interface Lettered {
  readonly letter: string;
  readonly candidate: Candidate;
  /** That its device can be set to, m. */
  readonly depths: readonly number[];
}

/** A plan as the page shows it. */
export interface PlanAnswer {
  readonly status: Plan['status'];
  readonly report: Report;
  readonly shown: readonly Lettered[];
  readonly skin: SkinSummary | undefined;
  readonly manifest: Manifest;
  /** The report as one HTML file. */
  readonly html: string;
}

/** A course of the trade-off: of the shortlist, or one of those outside. */
export interface WeighedMark {
  /** Letter of one that is offered, number of one that is refused. */
  readonly label: string;
  readonly words: WeighedLine;
  readonly sessions: number;
  readonly benefit: Band | undefined;
  /** "5.5 (0 to 10)": days of redness after a visit, where healing is modelled. */
  readonly shortDays: string | undefined;
  /** Days of redness after a visit. */
  readonly days: ChartCourse['days'] | undefined;
}

export interface WeighedAnswer {
  readonly measure: WeighedCourses['measure'];
  readonly marks: readonly WeighedMark[];
}

/** Why the plan is as it is. */
export interface ReasonsAnswer extends ReturnType<typeof reasonLines> {
  /** For each course, by its letter, the days since its first session on which the result is looked at. */
  readonly judged: Readonly<Record<string, readonly number[]>>;
  /** The report with its reasons as one HTML file. */
  readonly html: string;
  /** The reasons as reasons.json. */
  readonly json: string;
}

/** A chosen course as its documents. */
export interface ChosenAnswer {
  readonly summary: string;
  /** The course as one HTML file. */
  readonly html: string;
  /** The course as course.json. */
  readonly json: string;
}

export type Replay =
  | { readonly kind: 'other command' }
  | {
      readonly kind: 'compared';
      readonly engine: string;
      readonly own: string;
      readonly differing: readonly string[];
    };

export interface Answers {
  readonly plan: PlanAnswer;
  readonly choose: ChosenAnswer;
  readonly depth: CourseAtDepth;
  readonly weigh: WeighedAnswer;
  readonly explain: ReasonsAnswer;
  readonly replay: Replay;
  readonly lab: LabAnswer;
  readonly 'grid file': string;
  readonly draw: Drawn;
  readonly verify: ReturnType<typeof verifyEngine>;
  readonly validate: Validation;
}

export type AnswerTo<Q extends Question> = Answers[Q['kind']];

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

export interface Failure {
  readonly message: string;
  /** Of the input, where it was the input. */
  readonly problems: readonly Problem[];
}

export type Message =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: Answers[Question['kind']] }
  | { readonly kind: 'failure'; readonly failure: Failure };
