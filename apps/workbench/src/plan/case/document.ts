/** A document as it is on disk: parsed JSON, quantities as text. */
export type Json = unknown;

export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (document: Json, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    document,
  );

/** A copy with a value at a path; undefined takes the key away. Everything off the path is the same object. */
export const withValue = (document: Json, path: Path, value: unknown): Json => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    const copy: unknown[] = [...document];
    copy[Number(key)] = withValue(copy[Number(key)], rest, value);
    return copy;
  }
  const { [key]: old, ...others } = isRecord(document) ? document : {};
  const next = withValue(old, rest, value);
  return next === undefined ? others : { ...(isRecord(document) ? document : {}), [key]: next };
};

/** `zones[0].depth`, as the engine writes the place of a problem. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
