import { BadInput } from '../error.ts';

const keysOf = (path: string): (string | number)[] =>
  path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

const notJson = (text: string): BadInput =>
  new BadInput([
    {
      path: '--set',
      given: text,
      problem: 'begins like a list or an object and is none',
      allowed: 'JSON, as [] or ["mole"]',
      remedy: 'mend the brackets and quotes, or put the whole in quotes where it is text',
    },
  ]);

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(text);
  }
};

/** Numbers, true, false, null, lists and objects are read as such, unless quoted; all else stays text, as quantities are. */
const valueOf = (text: string): unknown => {
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  if (/^-?\d+(\.\d+)?$/.test(text) || ['true', 'false', 'null'].includes(text)) return JSON.parse(text);
  return /^[[{]/.test(text) ? readJson(text) : text;
};

const place = (target: unknown, keys: readonly (string | number)[], value: unknown): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(target) || typeof key === 'number') {
    const copy = Array.isArray(target) ? [...target] : [];
    copy[Number(key)] = place(copy[Number(key)], rest, value);
    return copy;
  }
  const copy = typeof target === 'object' && target !== null ? { ...target } : {};
  return { ...copy, [key]: place(Reflect.get(copy, key), rest, value) };
};

/** Returns a copy of a document with a value put at a dotted path: `zones[0].depth`; the schema judges it. */
export const placeValue = (document: unknown, path: string, value: unknown): unknown =>
  place(document, keysOf(path), value);

/** Returns a copy of a document with `path=value` set, as `--set zones[0].depth="1.5 mm"` asks; the schema judges it. Throws BadInput for what is no assignment. */
export const setValue = (document: unknown, assignment: string): unknown => {
  const split = assignment.indexOf('=');
  if (split < 1) {
    throw new BadInput([
      {
        path: '--set',
        given: JSON.stringify(assignment),
        problem: 'is not an assignment',
        allowed: 'PATH=VALUE',
        remedy: 'write for example --set person.age="40 years"',
      },
    ]);
  }
  return placeValue(document, assignment.slice(0, split), valueOf(assignment.slice(split + 1)));
};
