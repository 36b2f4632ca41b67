import type { StudyArm } from '../study/arms-for.ts';
import type { Outcome } from '../study/outcome-schema.ts';
import type { MeasureId } from './measure-ids.ts';

/**
 * Measures of which two studies can never be on one scale: a paper's own, a remark on several at once, a
 * reading that depends on the machine, or a part of a whole. The records say which and why (tested).
 */
export const unpooledMeasureIds = [
  'scar-depth',
  'visual-analogue',
  'satisfaction-own-scale',
  'responders-exactly-one-grade',
  'visia',
  'antera-pore-volume',
  'pore-area',
  'pore-diameter',
  'pore-iga',
  'cutometer',
  'tewl',
  'sebum',
  'roughness',
  'wrinkle-indentation',
  'tissue-volume',
  'histology',
  'posas-observer-or-patient',
  'erythema-melanin-index',
  'own-scale',
  'several-scales',
  'several-instruments',
  'subtype-remark',
] as const satisfies readonly MeasureId[];

/** The id of a measure on which two studies can be on one scale. */
export type PoolableMeasureId = Exclude<MeasureId, (typeof unpooledMeasureIds)[number]>;

/** An outcome known to be on the scale M, with its arm and study. */
export interface ScaledOutcome<M extends PoolableMeasureId> extends StudyArm {
  readonly outcome: Outcome & { readonly measure: M };
}

type IsUnion<T, All = T> = T extends All ? ([All] extends [T] ? false : true) : never;

/** What may be pooled: outcomes of one measure. For a union of measures the type is never. */
export type OneScale<M extends PoolableMeasureId> =
  IsUnion<M> extends false ? readonly ScaledOutcome<M>[] : never;

const unpooled: ReadonlySet<string> = new Set(unpooledMeasureIds);

/** Whether outcomes of a measure may be pooled at all; those of free scales may not. */
export function isPoolable(id: MeasureId): id is PoolableMeasureId {
  return !unpooled.has(id);
}

const agree = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;

type Scaled = Pick<Outcome, 'measure' | 'direction' | 'unit'>;

/** May the two be set beside each other? Needs one measure that can be pooled, and no clash of direction or unit. */
export function sameScale<A extends Scaled>(a: A, b: Scaled): b is Scaled & { measure: A['measure'] } {
  return (
    a.measure === b.measure &&
    isPoolable(a.measure) &&
    agree(a.direction, b.direction) &&
    agree(a.unit, b.unit)
  );
}

/** Every outcome of these arms on one scale. */
export function onScale<M extends PoolableMeasureId>(
  measure: M,
  arms: readonly StudyArm[],
): readonly ScaledOutcome<M>[] {
  return arms.flatMap(({ study, arm }) =>
    arm.outcomes.flatMap((outcome) => (isOn(outcome, measure) ? [{ study, arm, outcome }] : [])),
  );
}

function isOn<M extends PoolableMeasureId>(
  outcome: Outcome,
  measure: M,
): outcome is Outcome & { measure: M } {
  return outcome.measure === measure;
}
