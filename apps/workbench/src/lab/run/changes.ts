import type { LabQuestion } from '../../compute/lab/lab-messages.ts';
import { fieldsOf } from './fields.ts';

/** A setting that two runs do not share; a side that does not have it is undefined. */
export interface Change {
  /** Of a setting its path, of a constant its name. */
  readonly path: string;
  readonly own: string | undefined;
  readonly other: string | undefined;
}

const textsOf = ({ document, overrides }: LabQuestion): ReadonlyMap<string, string> =>
  new Map([
    ...fieldsOf(document).map(({ path, text }) => [path, text] as const),
    ...Object.entries(overrides).map(([name, value]) => [name, String(value)] as const),
  ]);

/** Every setting and every constant that differs between two runs, in the order of the document. */
export const changesOf = (own: LabQuestion, other: LabQuestion): readonly Change[] => {
  const [mine, its] = [textsOf(own), textsOf(other)];
  return [...new Set([...mine.keys(), ...its.keys()])]
    .map((path) => ({ path, own: mine.get(path), other: its.get(path) }))
    .filter((change) => change.own !== change.other);
};
