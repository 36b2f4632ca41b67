import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { BadInput, type Problem } from '../error.ts';

type Path = readonly PropertyKey[];

const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

/** The keys an object schema knows, as the strict check reported them. */
const knownKeys = (schema: unknown): string[] => {
  const shape = valueAt(schema, ['_zod', 'def', 'shape']);
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
};

/** The forms of fields that a union takes: "{ at }". */
const formsOf = (schema: unknown): string[] => {
  const options = valueAt(schema, ['_zod', 'def', 'options']);
  if (Array.isArray(options)) return options.flatMap(formsOf);
  const keys = knownKeys(schema);
  return keys.length === 0 ? [] : [`{ ${keys.join(', ')} }`];
};

const list = (items: readonly unknown[]): string => items.map(String).join(', ');

const unknownKeys = (
  issue: z.core.$ZodIssueUnrecognizedKeys,
  input: unknown,
  known: readonly string[],
): Problem[] =>
  issue.keys.map((key) => {
    const path = [...issue.path, key];
    const remedy =
      known.length === 0 ? 'remove it' : `did you mean "${closest(key, [...known])}"? Otherwise remove it`;
    return {
      path: pathText(path),
      given: shown(valueAt(input, path)),
      problem: 'unknown key',
      ...(known.length === 0 ? {} : { allowed: list(known) }),
      remedy,
    };
  });

/** An issue that is no union's, with the forms of fields that would do in place of the words it names. */
type Flat = z.core.$ZodIssue & { readonly forms?: readonly string[] };

/** The values to choose from, where the schema has a list of them. */
const optionsOf = (issue: z.core.$ZodIssue): readonly unknown[] | undefined => {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
};

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  tuple: 'a list such as ["a", "b"]',
  object: 'an object',
  record: 'an object',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const kindOf = (expected: string): string => kinds[expected] ?? expected;

const counted: Readonly<Record<string, string>> = { string: 'character', array: 'item' };

/** A bound with what it counts, where it bounds a length: "10 characters". */
const boundOf = (bound: number | bigint, origin: string): string => {
  const what = counted[origin];
  return what === undefined ? String(bound) : `${bound} ${what}${Number(bound) === 1 ? '' : 's'}`;
};

const bounds = (issue: Flat): string | undefined => {
  if (issue.code === 'too_small') {
    return `${issue.inclusive === false ? 'above' : 'at least'} ${boundOf(issue.minimum, issue.origin)}`;
  }
  if (issue.code === 'too_big') return `at most ${boundOf(issue.maximum, issue.origin)}`;
  const options = optionsOf(issue);
  if (options !== undefined) return list([...options, ...(issue.forms ?? [])]);
  if (issue.code === 'invalid_type') {
    const forms = issue.expected === 'object' ? (issue.forms ?? []) : [];
    return forms.length === 0 ? kindOf(issue.expected) : list(forms);
  }
  if (issue.code !== 'custom') return undefined;
  const { min, max } = issue.params ?? {};
  if (min !== undefined && max !== undefined) return `${String(min)} to ${String(max)}`;
  if (min !== undefined) return `at least ${String(min)}`;
  return max === undefined ? undefined : `at most ${String(max)}`;
};

/** Of the allowed words the one that begins like the given one, else the one spelt most like it. */
const nearest = (given: string, allowed: readonly string[]): string =>
  allowed.find((word) => word.startsWith(given)) ?? closest(given, [...allowed]);

const remedyFor = (issue: z.core.$ZodIssue, value: unknown): string => {
  const options = optionsOf(issue);
  if (options !== undefined && typeof value === 'string') {
    return `did you mean "${nearest(value, options.map(String))}"?`;
  }
  if (issue.code === 'custom' && typeof issue.params?.['remedy'] === 'string') return issue.params['remedy'];
  if (issue.code === 'custom' && typeof issue.params?.['example'] === 'string') {
    return `write for example "${issue.params['example']}"`;
  }
  return value === undefined ? 'add it' : 'change it';
};

const tooSmall: Readonly<Record<string, string>> = { array: 'has too few items', string: 'is too short' };
const tooLarge: Readonly<Record<string, string>> = { array: 'has too many items', string: 'is too long' };

const wordsFor = (issue: z.core.$ZodIssue): string => {
  if (optionsOf(issue) !== undefined) return 'is not one of the allowed values';
  if (issue.code === 'too_small') return tooSmall[issue.origin] ?? 'is too small';
  if (issue.code === 'too_big') return tooLarge[issue.origin] ?? 'is too large';
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return `is not ${kindOf(issue.expected)}`;
  }
  return issue.message;
};

const problemOf = (issue: Flat, input: unknown): Problem => {
  const value = valueAt(input, issue.path);
  const allowed = bounds(issue);
  const missing = value === undefined && issue.code !== 'custom';
  return {
    path: pathText(issue.path),
    given: shown(value),
    problem: missing ? 'is missing' : wordsFor(issue),
    ...(allowed === undefined ? {} : { allowed }),
    remedy: remedyFor(issue, value),
  };
};

/** True where only another kind of value would do: text for fields, or one of some words for fields. */
const isOfAnotherKind = (issue: z.core.$ZodIssue, value: unknown): boolean =>
  issue.code === 'invalid_type' ||
  (issue.code === 'invalid_value' && issue.values.every((each) => typeof each !== typeof value));

/** 1 for a branch that the input is of another kind than: text for a branch of fields, or the other way round. */
const missesKind = (issues: readonly z.core.$ZodIssue[], value: unknown): number =>
  issues.some((issue) => issue.path.length === 0 && isOfAnotherKind(issue, value)) ? 1 : 0;

/** What schemas know of the places of their issues: keys of an object by those unknown to it, forms of a union by its errors. */
interface Known {
  readonly keys: Map<unknown, string[]>;
  readonly forms: Map<unknown, string[]>;
}

/** Of a union's branches the one that got furthest explains best what is wrong with the input. */
const flatten = (issue: Flat, input: unknown, known: Known): Flat[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const value = valueAt(input, issue.path);
  const [first = []] = [...issue.errors].sort(
    (a, b) => missesKind(a, value) - missesKind(b, value) || a.length - b.length,
  );
  const forms = issue.forms ?? known.forms.get(issue.errors) ?? [];
  return first.flatMap((inner) =>
    flatten(
      { ...inner, path: [...issue.path, ...inner.path], ...(inner.path.length === 0 ? { forms } : {}) },
      input,
      known,
    ),
  );
};

/**
 * Checks a parsed JSON document against its schema.
 * Returns the decoded value (quantities in SI); throws BadInput with every problem at once.
 */
export const readDocument = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const known: Known = { keys: new Map(), forms: new Map() };
  const parsed = schema.safeParse(input, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') known.keys.set(issue.keys, knownKeys(issue.inst));
      if (issue.code === 'invalid_union') known.forms.set(issue.errors, formsOf(issue.inst));
      return undefined;
    },
  });
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues
      .flatMap((issue) => flatten(issue, input, known))
      .flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? unknownKeys(issue, input, known.keys.get(issue.keys) ?? [])
          : [problemOf(issue, input)],
      ),
  );
};
