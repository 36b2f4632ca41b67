/** Every piece of text in a value, with the names that lead to it: for scanning what a person gets to read. */
export function textsOf(
  value: unknown,
  path: readonly string[] = [],
): readonly { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: path.join('.'), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => textsOf(entry, [...path, name]));
}
