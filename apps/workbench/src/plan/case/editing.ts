import type { Problem } from '@percuta/engine';
import { createContext, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { pathText, valueAt, withValue, type Json, type Path } from './document.ts';

export interface Editing {
  readonly document: Json;
  readonly problems: readonly Problem[];
  readonly edit: (next: Json) => void;
}

/** The case that is edited, read field by field: a field is drawn again when its own value or fault changes. */
export interface EditingStore {
  readonly now: () => Editing;
  readonly tell: (next: Editing) => void;
  /** Returns what ends it. */
  readonly listen: (heard: () => void) => () => void;
}

const createEditing = (first: Editing): EditingStore => {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    now: () => now,
    tell: (next) => {
      now = next;
      for (const heard of listeners) heard();
    },
    listen: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
};

const nothing = { document: undefined, problems: [], edit: () => undefined };

export const EditingContext = createContext(createEditing(nothing));

/** A store that follows what is edited. */
export const useEditing = (editing: Editing): EditingStore => {
  const [store] = useState(() => createEditing(editing));
  // Before the page is painted, so that no field shows an older value.
  useLayoutEffect(() => store.tell(editing), [store, editing]);
  return store;
};

const faultText = ({ problem, allowed, remedy }: Problem): string =>
  [problem, allowed === undefined ? '' : allowed, remedy].filter((part) => part !== '').join('; ');

const faultAt = ({ problems }: Editing, place: string): string | undefined => {
  const own = problems.filter((problem) => problem.path === place);
  return own.length === 0 ? undefined : own.map(faultText).join(' ');
};

/** One field of the case that is edited: its value, what is wrong with it, and how to set it. */
export const useField = (path: Path) => {
  const { now, listen } = useContext(EditingContext);
  const place = pathText(path);
  return {
    value: useSyncExternalStore(listen, () => valueAt(now().document, path)),
    fault: useSyncExternalStore(listen, () => faultAt(now(), place)),
    set: (value: unknown) => now().edit(withValue(now().document, path, value)),
  };
};

/** Whether anything stands at a place, whatever it is. */
export const useIsGiven = (path: Path): boolean => {
  const { now, listen } = useContext(EditingContext);
  return useSyncExternalStore(listen, () => valueAt(now().document, path) !== undefined);
};
