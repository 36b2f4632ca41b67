import type { Problem } from '../../../error.ts';
import { shown } from '../../../wire.ts';

/** A length as a message shows it. */
export const mm = (value: number): string => shown(value, 'mm');

interface Finding {
  readonly path: string;
  readonly given: string;
  readonly problem: string;
  readonly remedy: string;
  readonly allowed?: string;
}

/** One finding where something is wrong, none where it is not. */
export const when = (isWrong: boolean, finding: () => Finding): Problem[] => (isWrong ? [finding()] : []);

/** A name that should be among the known ones; the message offers them. */
export const unknownName = (path: string, what: string, given: string, known: readonly string[]): Problem[] =>
  when(!known.includes(given), () => ({
    path,
    given: `"${given}"`,
    problem: `is not the name of a ${what}`,
    allowed: known.length === 0 ? `this problem has no ${what}` : known.join(', '),
    remedy: `use one of these names, or add the ${what}`,
  }));

/** Names that stand twice. */
export const repeated = (path: string, names: readonly string[]): Problem[] =>
  [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => ({
    path,
    given: `"${name}"`,
    problem: 'is the name of more than one',
    remedy: 'give each its own name',
  }));
