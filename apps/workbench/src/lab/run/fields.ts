/** One value of a document that can be changed: where it stands, and its text. */
export interface Field {
  /** As `--set` takes it: `zones[0].depth`. */
  readonly path: string;
  readonly text: string;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Every value of a document that is no list or group, in its order. */
export const fieldsOf = (document: unknown, path = ''): readonly Field[] => {
  if (isPlain(document)) return [{ path, text: String(document) }];
  if (Array.isArray(document)) return document.flatMap((entry, n) => fieldsOf(entry, `${path}[${n}]`));
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]) =>
    fieldsOf(value, path === '' ? key : `${path}.${key}`),
  );
};

/** Fields that say what a document is, which are not for changing. */
const fixed = new Set(['kind', 'version']);

/** Documents inside of a document stand by themselves: a sheet is not its settings. */
const groupOf = (path: string): string =>
  path.startsWith('device.sheet.') ? 'device.sheet' : (path.split(/[.[]/)[0] ?? '');

/** The fields that may be changed, by the first part of their path. */
export const groupsOf = (document: unknown): ReadonlyMap<string, readonly Field[]> => {
  const groups = new Map<string, Field[]>();
  for (const field of fieldsOf(document)) {
    const head = groupOf(field.path);
    if (fixed.has(field.path) || field.path.endsWith('.version') || field.path.endsWith('.kind')) continue;
    groups.set(head, [...(groups.get(head) ?? []), field]);
  }
  return groups;
};
