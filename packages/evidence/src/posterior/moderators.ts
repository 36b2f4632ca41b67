import type { StudyArm } from '../study/arms-for.ts';
import { armsFor } from '../study/arms-for.ts';
import { studies } from '../study/studies.ts';
import type { Arm, StudiedIndication, Study } from '../study/study-schema.ts';

export const moderatorNames = ['needle length', 'sessions'] as const;
export type ModeratorName = (typeof moderatorNames)[number];

/** What trials say about more of something. Differences between studies are listed and are no evidence. */
export interface ModeratorReport {
  readonly moderator: ModeratorName;
  /** Some trial set values against each other and found a difference. */
  readonly isSupported: boolean;
  readonly statement: string;
  /** Studies that set values against each other in the same trial. */
  readonly compared: readonly {
    readonly study: string;
    readonly found: 'difference' | 'no difference' | 'not reported';
  }[];
  /** Values over all arms, for what studies happened to use: metres for lengths, a plain number for sessions. */
  readonly used: { readonly arms: number; readonly low: number; readonly high: number } | undefined;
}

/**
 * Where trials support a dose-response and where not. Only a comparison within a trial counts; a moderator
 * without support has no effect in the model (expectation.8).
 */
export function moderatorsFor(
  query: { readonly indication: StudiedIndication; readonly modality: 'needling' | 'rf' },
  from: readonly Study[] = studies(),
): readonly ModeratorReport[] {
  const arms = armsFor({ ...query, role: 'needling' }, from);
  return [
    reportOf('needle length', arms, { comparedBy: comparesLengths, valuesOf: lengthsOf }),
    reportOf('sessions', arms, { comparedBy: comparesSessions, valuesOf: sessionsOf }),
  ];
}

interface Ways {
  readonly comparedBy: (study: Study) => boolean;
  readonly valuesOf: (arm: Arm) => readonly number[];
}

const comparesLengths = (study: Study): boolean => study.compared_with.includes('needle-length');

/** Arms of needles alone of one study that differ in the number of sessions. */
function comparesSessions({ arms }: Study): boolean {
  const counts = arms
    .filter(({ role }) => role === 'needling')
    .flatMap(({ sessions }) => sessions?.value ?? []);
  return new Set(counts).size > 1;
}

function lengthsOf({ device: { needle_length: length } }: Arm): readonly number[] {
  if (length === undefined) return [];
  return [...(length.values ?? []), length.value, length.min, length.max].filter(
    (value) => value !== undefined,
  );
}

const sessionsOf = ({ sessions }: Arm): readonly number[] =>
  [sessions?.value, sessions?.min, sessions?.max].filter((value) => value !== undefined);

function reportOf(moderator: ModeratorName, arms: readonly StudyArm[], ways: Ways): ModeratorReport {
  const trials = [...new Set(arms.map(({ study }) => study))].filter(ways.comparedBy);
  const compared = trials.map((study) => ({ study: study.id, found: findingOf(study) }));
  const isSupported = compared.some(({ found }) => found === 'difference');
  const values = trials.flatMap(({ arms: own }) => own.flatMap(ways.valuesOf));
  const used = arms.map(({ arm }) => ways.valuesOf(arm)).filter((own) => own.length > 0);
  return {
    moderator,
    isSupported,
    statement: statementOf(moderator, { isSupported, trials: trials.length }, values),
    compared,
    used:
      used.length === 0
        ? undefined
        : { arms: used.length, low: Math.min(...used.flat()), high: Math.max(...used.flat()) },
  };
}

/** What the study says about its own comparison of lengths; a change from the start does not answer it. */
function findingOf(study: Study): 'difference' | 'no difference' | 'not reported' {
  const results = study.arms
    .flatMap(({ outcomes }) => outcomes)
    .flatMap(({ reading }) => (reading?.against === 'needle-length' ? (reading.result ?? []) : []));
  if (results.some((result) => result !== 'no difference')) return 'difference';
  return results.length > 0 ? 'no difference' : 'not reported';
}

const inMm = (length: number): string => `${Number((1000 * length).toFixed(2))}`;

function statementOf(
  moderator: ModeratorName,
  { isSupported, trials }: { readonly isSupported: boolean; readonly trials: number },
  values: readonly number[],
): string {
  const what = moderator === 'needle length' ? 'needle lengths' : 'numbers of sessions';
  if (trials === 0)
    return `No trial compares ${what}; a difference between studies is no evidence of an effect.`;
  if (isSupported)
    return `${trials} ${trials === 1 ? 'trial compares' : 'trials compare'} ${what} and found a difference.`;
  const sorted = [...new Set(values)].sort((a, b) => b - a);
  const pair =
    moderator === 'needle length' ? sorted.map(inMm).join(' from ') + ' mm' : sorted.join(' from ');
  return `No trial separates ${pair}: ${trials} compared ${what}, none reports a difference.`;
}
