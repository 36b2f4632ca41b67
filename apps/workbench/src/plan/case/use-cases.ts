import { useCallback, useEffect, useRef, useState } from 'react';
import { exampleCases } from './example-cases.ts';
import { forgetAllCases, forgetCase, keepCase, keptCases, type Choice, type KeptCase } from './case-store.ts';
import { isRecord, type Json } from './document.ts';
import { change, historyOf, redo, undo, type History } from './history.ts';

/** ms; long enough for a word to be typed. */
const pause = 300;

const noSheets: readonly Json[] = [];

interface Desk {
  readonly cases: readonly KeptCase[];
  readonly id: string;
  readonly history: History<Json>;
}

const deskOf = (cases: readonly KeptCase[], id?: string): Desk => {
  const chosen = cases.find((kept) => kept.id === id) ?? cases[0];
  return { cases, id: chosen?.id ?? '', history: historyOf(chosen?.document) };
};

/** What is kept stands before the examples; an example that was changed is kept under its own id. */
const together = (kept: readonly KeptCase[]): readonly KeptCase[] => {
  const changed = new Map(kept.map((each) => [each.id, each]));
  const own = kept.filter(({ id }) => !exampleCases.some((example) => example.id === id));
  return [...own, ...exampleCases.map((example) => changed.get(example.id) ?? example)];
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const titleOf = ({ document }: KeptCase): string =>
  isRecord(document) && typeof document['title'] === 'string' ? document['title'] : '';

/** The cases on this device, the one that is open with its undo, and that every change is kept. */
export const useCases = () => {
  const [desk, setDesk] = useState<Desk>(() => deskOf(exampleCases));
  const [trouble, setTrouble] = useState<string>();
  const isChanged = useRef(false);
  const guard = useCallback(async (work: Promise<unknown>) => {
    try {
      await work;
      setTrouble(undefined);
    } catch (error) {
      setTrouble(messageOf(error));
    }
  }, []);

  useEffect(() => {
    const load = async () => {
      const kept = await keptCases();
      if (!isChanged.current) setDesk((known) => deskOf(together(kept), known.id));
    };
    void guard(load());
  }, [guard]);

  const { now } = desk.history;
  const current = desk.cases.find(({ id }) => id === desk.id) ?? { id: desk.id, document: now };
  useEffect(() => {
    if (!isChanged.current) return undefined;
    const timer = setTimeout(() => void guard(keepCase(current)), pause);
    return () => clearTimeout(timer);
  }, [current, guard]);

  const step = (next: (history: History<Json>) => History<Json>) => {
    isChanged.current = true;
    setDesk((known) => {
      const history = next(known.history);
      const cases = known.cases.map((kept) =>
        kept.id === known.id ? { ...kept, document: history.now } : kept,
      );
      return { ...known, cases, history };
    });
  };
  /** A change of the last moment is kept before another case is opened. */
  const flush = () => {
    if (isChanged.current) void guard(keepCase(current));
    isChanged.current = false;
  };
  /** What goes with a case and is no part of its history. */
  const attach = useCallback((part: { readonly sheets: readonly Json[] } | { readonly choice: Choice }) => {
    isChanged.current = true;
    setDesk((known) => ({
      ...known,
      cases: known.cases.map((kept) => (kept.id === known.id ? { ...kept, ...part } : kept)),
    }));
  }, []);
  const add = (document: Json, sheets: readonly Json[] = []) => {
    flush();
    const kept = { id: crypto.randomUUID(), document, sheets };
    setDesk((known) => deskOf([kept, ...known.cases], kept.id));
    void guard(keepCase(kept));
  };
  const open = (id: string) => {
    flush();
    setDesk((known) => deskOf(known.cases, id));
  };
  const remove = (id: string) => {
    isChanged.current = false;
    setDesk((known) => deskOf(together(known.cases.filter((kept) => kept.id !== id))));
    void guard(forgetCase(id));
  };
  const removeAll = () => {
    isChanged.current = false;
    setDesk(deskOf(exampleCases));
    void guard(forgetAllCases());
  };
  return {
    ...desk,
    sheets: current.sheets ?? noSheets,
    choice: current.choice,
    trouble,
    attach,
    edit: (document: Json) => step((history) => change(history, document)),
    undo: () => step(undo),
    redo: () => step(redo),
    add,
    open,
    remove,
    removeAll,
  };
};

export type Cases = ReturnType<typeof useCases>;
