import { fixedCuts } from '../model/cuts.ts';
import { measure } from '../../measure/measures.ts';
import type { Outcome } from '../../study/outcome-schema.ts';
import type { Arm, Study } from '../../study/study-schema.ts';
import { changeOf } from './change-of.ts';
import { countsOf, splitWorse } from './counts-of.ts';
import type { ArmDesign, ArmEvidence, BodyRegion, UnusedOutcome } from './evidence.ts';
import { howToRead } from './readings.ts';

/** As much of a study and an arm as a prediction needs. */
export type DesignOf = Pick<Study, 'id'> & { readonly blinding?: Study['blinding'] | undefined };
export type DesignArm = Pick<Arm, 'id' | 'indication' | 'places' | 'device'>;

export function designOf(study: DesignOf, arm: DesignArm): ArmDesign {
  const regions = arm.places.map(({ region }) => (region === 'abdomen' ? 'body' : region));
  const isAnywhere = regions.includes('any');
  const known = regions.filter((region): region is BodyRegion => region !== 'any');
  return {
    study: study.id,
    arm: arm.id,
    indication: arm.indication,
    modality: arm.device.modality,
    regions: isAnywhere ? [] : [...new Set(known)],
    isOpen: study.blinding === undefined || study.blinding === 'no',
  };
}

export interface ArmReading {
  readonly used?: ArmEvidence;
  readonly leftOut: readonly UnusedOutcome[];
}

type ReadableArm = DesignArm &
  Pick<Arm, 'outcomes'> & {
    readonly analysed?: number | undefined;
    readonly adverse_events?: Arm['adverse_events'] | undefined;
  };

/**
 * What an arm of needles alone contributes: one outcome, so that no person counts twice. The rule, first
 * difference decides: people counted before a score; the physician before the patient; more classes before
 * fewer; cuts with a per cent before cuts of their own; a change that was measured before one that was only
 * tested; the later reading; the earlier in the record.
 */
export function readArm(study: DesignOf, arm: ReadableArm): ArmReading {
  const design = designOf(study, arm);
  const results = arm.outcomes.map((outcome, index) => readOutcome(design, arm, outcome, index));
  const candidates = results.flatMap((result) => ('used' in result ? [result.used] : []));
  const [best] = [...candidates].sort((a, b) => compare(keyOf(a, arm), keyOf(b, arm)));
  const leftOut = results.flatMap((result) => ('left' in result ? [result.left] : []));
  const others = candidates
    .filter((candidate) => candidate !== best)
    .map(({ words, outcome }) => ({
      study: study.id,
      arm: arm.id,
      what: words,
      reason: `the same people are counted by outcome ${(best?.outcome ?? 0) + 1}, not by outcome ${outcome + 1}`,
    }));
  return { ...(best ? { used: best } : {}), leftOut: [...leftOut, ...others] };
}

type Result = { readonly used: ArmEvidence } | { readonly left: UnusedOutcome };

function readOutcome(design: ArmDesign, arm: ReadableArm, outcome: Outcome, index: number): Result {
  const left = (reason: string): Result => ({
    left: { study: design.study, arm: design.arm, what: outcome.words, reason },
  });
  const how = howToRead(arm.id, index, outcome);
  if (how?.not_used !== undefined) return left(how.not_used);
  const { domain } = measure(outcome.measure);
  if (domain !== 'appearance') return left(`speaks about ${domain}, not about how the skin looks`);
  const read = countsOf(outcome, how) ?? changeOf(outcome, how, arm.analysed);
  if (read === undefined) return left('no people counted, and no change with its spread or test');
  if ('not' in read) return left(read.not);
  const { value, n } = read;
  const worse = arm.adverse_events?.find(({ kind }) => kind === 'worsening');
  return {
    used: {
      ...design,
      isOpen: design.isOpen || how?.rater === 'patient',
      reading: value.kind === 'counts' ? splitWorse(value, n, asked(worse)) : value,
      n,
      outcome: index,
      words: outcome.words,
      reason: how?.reason ?? 'A standardised mean change stands on the latent scale.',
    },
  };
}

const asked = (worse: { k?: number | undefined; n?: number | undefined } | undefined) =>
  worse?.k === undefined || worse.n === undefined ? undefined : { k: worse.k, n: worse.n };

const known = new Set<string>(fixedCuts);

/** Smaller is better, place by place. */
function keyOf({ reading, outcome: index }: ArmEvidence, arm: ReadableArm): readonly number[] {
  const outcome = arm.outcomes[index];
  const how = outcome && howToRead(arm.id, index, outcome);
  const isCounts = reading.kind === 'counts';
  return [
    isCounts ? 0 : 1,
    how?.rater === 'patient' ? 1 : 0,
    isCounts ? -reading.cuts.length : 0,
    isCounts ? reading.cuts.filter((cut) => !known.has(cut)).length : 0,
    !isCounts && outcome?.change?.mean_reduction === undefined ? 1 : 0,
    -(outcome?.at?.time ?? 0),
    index,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
