import type { SheetRead } from '../provenance/read.ts';
import type { Source } from '../provenance/reference.ts';
import type { DeviceSheet } from './device-sheet.ts';
import type { Field } from './field.ts';

/** One known thing about a device, ready to print. */
export interface SheetEntry {
  /** Dotted: "needle_count", "rf.frequency", "other.sterilisation". */
  readonly path: string;
  readonly printed: string;
  readonly read: SheetRead;
  readonly sources: readonly Source[];
  readonly note?: string | undefined;
}

/** Everything a sheet states, in the order of the sheet, each with its origin. */
export function fieldsOf(sheet: DeviceSheet): readonly SheetEntry[] {
  const { rf, label, other, ...top } = sheet;
  const facts = (other ?? []).map(({ name, text, ...origin }) => ({
    path: `other.${name}`,
    printed: text,
    ...origin,
  }));
  return [...entries(top), ...entries(rf ?? {}, 'rf.'), ...entries(label ?? {}, 'label.'), ...facts];
}

function entries(group: Readonly<Record<string, unknown>>, prefix = ''): SheetEntry[] {
  return Object.entries(group).flatMap(([name, entry]) =>
    isField(entry) ? [describe(`${prefix}${name}`, entry)] : [],
  );
}

function describe(path: string, { printed, read, sources, note }: Field<unknown>): SheetEntry {
  return { path, printed, read, sources, ...(note && { note }) };
}

function isField(entry: unknown): entry is Field<unknown> {
  return typeof entry === 'object' && entry !== null && 'printed' in entry && 'read' in entry;
}
