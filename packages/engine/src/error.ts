/** One thing wrong with an input document, complete enough to be put right without reading the code. */
export interface Problem {
  /** Where: `person.age`, `zones[0].depth`; empty for the document as a whole. */
  readonly path: string;
  /** What was given, as text. */
  readonly given: string;
  readonly problem: string;
  /** The allowed range or values, as text; absent where the problem says it all. */
  readonly allowed?: string;
  readonly remedy: string;
}

/** The input cannot be read; lists every problem found, not only the first. */
export class BadInput extends Error {
  readonly tag = 'BadInput';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}

/** The input is legal but beyond what the model covers; says the bound. */
export class OutsideModel extends Error {
  readonly tag = 'OutsideModel';
  readonly bound: string;

  constructor(message: string, bound: string) {
    super(message);
    this.bound = bound;
  }
}

/** A stage returned something that is not a finite number: a fault of ours, never of the user. */
export class NotFinite extends Error {
  readonly tag = 'NotFinite';
  readonly stage: string;
  readonly field: string;

  constructor(stage: string, field: string, value: number) {
    super(`${stage} returned ${value} for ${field}`);
    this.stage = stage;
    this.field = field;
  }
}

/** A solver found no answer it can stand for, or one that breaks a law it has to keep. */
export class NotConverged extends Error {
  readonly tag = 'NotConverged';
  readonly stage: string;
  /** Time within the run, s. */
  readonly time: number;

  constructor(stage: string, what: string, time: number) {
    super(`${stage} found no answer at ${time} s: ${what}`);
    this.stage = stage;
    this.time = time;
  }
}

/** An emulator and the model it stands for lie further apart than its stated error allows: a fault of ours. */
export class EmulatorDisagrees extends Error {
  readonly tag = 'EmulatorDisagrees';
  readonly device: string;

  constructor(device: string, what: string) {
    super(`the emulator of ${device} and the whole model disagree beyond the stated error: ${what}`);
    this.device = device;
  }
}

interface Tagged {
  BadInput: BadInput;
  OutsideModel: OutsideModel;
  NotFinite: NotFinite;
  NotConverged: NotConverged;
  EmulatorDisagrees: EmulatorDisagrees;
}

/**
 * Whether something caught is the error of a tag. Tells errors apart where two copies of the package are loaded
 * and `instanceof` would not.
 */
export const isPercutaError = <T extends keyof Tagged>(error: unknown, tag: T): error is Tagged[T] =>
  error instanceof Error && 'tag' in error && error.tag === tag;

const mostShown = 200;

/** As much of a text as a line of an error has room for, and nothing in it that a terminal would obey. */
const shownText = (text: string): string => {
  const visible = text.replace(/\p{Cc}/gu, (one) => JSON.stringify(one).slice(1, -1));
  return visible.length <= mostShown
    ? visible
    : `${visible.slice(0, mostShown)}… (${visible.length} characters)`;
};

/** One problem on one line: where, what was given, what is allowed, what to do. */
export const problemText = (p: Problem): string =>
  [
    `${p.path === '' ? 'the document' : p.path}: ${p.problem} (given: ${shownText(p.given)})`,
    p.allowed === undefined ? '' : `allowed: ${p.allowed}`,
    p.remedy,
  ]
    .filter((part) => part !== '')
    .join('; ');
