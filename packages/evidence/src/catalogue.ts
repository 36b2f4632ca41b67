import { once } from './once.ts';

/** Things kept one to a file, each checked when it is first asked for. */
export interface Catalogue<Id extends string, Entry> {
  /** Throws a RangeError for an id without a file. */
  readonly get: (id: Id) => Entry;
  readonly all: () => readonly Entry[];
  /** The file as it is written, quantities as text. */
  readonly document: (id: Id) => unknown;
}

export function catalogue<Id extends string, Entry>(
  ids: readonly Id[],
  files: readonly { readonly id: string }[],
  read: (file: unknown) => Entry,
): Catalogue<Id, Entry> {
  const readers = new Map(files.map((file) => [file.id, once(() => read(file))]));
  const get = (id: Id): Entry => {
    const reader = readers.get(id);
    if (!reader) throw new RangeError(`nothing is filed under "${id}"`);
    return reader();
  };
  const document = (id: Id): unknown => files.find((file) => file.id === id);
  return { get, all: once(() => Object.freeze(ids.map(get))), document };
}
