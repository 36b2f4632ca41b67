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

/** Names the place of unknown keys, for both views of the same issue. */
const placeOf = (path: Path, keys: readonly string[]): string => `${pathText(path)}: ${keys.join(' ')}`;

/** The keys an object schema knows, as the strict check reported them. */
const knownKeys = (schema: unknown): string[] => {
  const shape = valueAt(schema, ['_zod', 'def', 'shape']);
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
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

/** The values to choose from, where the schema has a list of them. */
const optionsOf = (issue: z.core.$ZodIssue): readonly unknown[] | undefined => {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
};

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
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

const bounds = (issue: z.core.$ZodIssue): string | undefined => {
  if (issue.code === 'too_small') {
    return `${issue.inclusive === false ? 'above' : 'at least'} ${boundOf(issue.minimum, issue.origin)}`;
  }
  if (issue.code === 'too_big') return `at most ${boundOf(issue.maximum, issue.origin)}`;
  const options = optionsOf(issue);
  if (options !== undefined) return list(options);
  if (issue.code === 'invalid_type') return kindOf(issue.expected);
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

const problemOf = (issue: z.core.$ZodIssue, input: unknown): Problem => {
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

/** 1 for a branch that the input is of another kind than: text for a branch of fields, or the other way round. */
const missesKind = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.some(({ code, path }) => path.length === 0 && code === 'invalid_type') ? 1 : 0;

/** Of a union's branches the one that got furthest explains best what is wrong with the input. */
const flatten = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [first = []] = [...issue.errors].sort((a, b) => missesKind(a) - missesKind(b) || a.length - b.length);
  return first.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
};

/**
 * Checks a parsed JSON document against its schema.
 * Returns the decoded value (quantities in SI); throws BadInput with every problem at once.
 */
export const readDocument = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const known = new Map<string, string[]>();
  const parsed = schema.safeParse(input, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        known.set(placeOf(issue.path ?? [], issue.keys), knownKeys(issue.inst));
      return undefined;
    },
  });
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues
      .flatMap(flatten)
      .flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? unknownKeys(issue, input, known.get(placeOf(issue.path, issue.keys)) ?? [])
          : [problemOf(issue, input)],
      ),
  );
};
