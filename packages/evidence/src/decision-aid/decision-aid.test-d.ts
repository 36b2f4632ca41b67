/** What must not compile: tsc reads this file, nothing runs it. */
import type { DecisionAid } from './decision-aid.ts';

/** Every field name in a type, however deep. */
type FieldNames<T> = T extends readonly (infer Entry)[]
  ? FieldNames<Entry>
  : T extends object
    ? { [Name in keyof T & string]: Name | FieldNames<T[Name]> }[keyof T & string]
    : never;

type DeviceSetting =
  | 'depth'
  | 'needle_length'
  | 'needleLength'
  | 'energy'
  | 'power'
  | 'pulse'
  | 'pulses'
  | 'pass'
  | 'passes'
  | 'temperature'
  | 'frequency'
  | 'setting'
  | 'settings';

type Held = FieldNames<DecisionAid> & DeviceSetting;

declare const held: Held;
/** Compiles only while an aid has no field of that name: then `held` is never. */
const nothing: never = held;

declare const aid: DecisionAid;
// @ts-expect-error an aid has no depth
aid.depth satisfies unknown;

type SomeField = Extract<FieldNames<DecisionAid>, 'from_week' | 'had'>;
/** The search does see fields that are there. */
const seen: SomeField[] = ['from_week', 'had'];

export { nothing, seen };
