/**
 * How a value was read. The order is roughly from strong to weak; nothing is averaged across it.
 */
export const reads = [
  'full text',
  'abstract',
  'label or registry',
  'data file',
  'web page',
  'second-hand',
  'recalled (unverified)',
  'computed here',
  'estimate',
  'clinical judgement',
] as const;

/** How a value was read: from the full text, an abstract, a label, from memory, or estimated. */
export type Read = (typeof reads)[number];

/** A field of a device sheet may also come from the sheet of a user, who answers for it. */
export type SheetRead = Read | 'user sheet';

const unverified: ReadonlySet<SheetRead> = new Set<SheetRead>([
  'recalled (unverified)',
  'estimate',
  'clinical judgement',
]);

/**
 * Is the value without a source that someone has looked at?
 * A web page or a second-hand quotation is weak but can be followed up, so it counts as sourced, and so
 * does what was computed here from sourced values. A user's own sheet is the user's statement.
 */
export function isUnverified(read: SheetRead): boolean {
  return unverified.has(read);
}
