/** Versions of a document: what was, what is, what was taken back. Each is whole and never changed. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

/** Versions kept; a longer memory helps nobody. */
const most = 200;

export const historyOf = <T>(now: T): History<T> => ({ past: [], now, future: [] });

export const change = <T>({ past, now }: History<T>, next: T): History<T> => ({
  past: [...past, now].slice(-most),
  now: next,
  future: [],
});

export const undo = <T>(history: History<T>): History<T> => {
  const { past, now, future } = history;
  const last = past.at(-1);
  return last === undefined ? history : { past: past.slice(0, -1), now: last, future: [now, ...future] };
};

export const redo = <T>(history: History<T>): History<T> => {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.now], now: next, future };
};
