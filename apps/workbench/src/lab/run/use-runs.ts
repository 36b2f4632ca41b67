import { startTransition, useCallback, useRef, useState } from 'react';
import { ask } from '../../compute/ask.ts';
import type { LabAnswer, LabQuestion } from '../../compute/lab/lab-messages.ts';
import type { Progress } from '../../compute/messages.ts';
import { keyOf } from './question.ts';

/** A run that has been computed, with its number in this visit. */
export interface LabRun {
  readonly number: number;
  readonly key: string;
  readonly question: LabQuestion;
  readonly answer: LabAnswer;
}

interface State {
  readonly runs: readonly LabRun[];
  readonly shown: number | undefined;
  readonly isRunning: boolean;
  readonly progress: Progress | undefined;
  readonly error: Error | undefined;
  readonly wasCalledOff: boolean;
}

/** Runs that are kept for comparing; films are large. */
const mostRuns = 4;

const nothing: State = {
  runs: [],
  shown: undefined,
  isRunning: false,
  progress: undefined,
  error: undefined,
  wasCalledOff: false,
};

const withRun = (state: State, question: LabQuestion, answer: LabAnswer): State => {
  const number = (state.runs.at(-1)?.number ?? 0) + 1;
  const runs = [...state.runs, { number, key: keyOf(question), question, answer }].slice(-mostRuns);
  return { ...nothing, runs, shown: number };
};

/** Computed runs of this visit. The last result stays until the next is there; calling off keeps it. */
export const useRuns = () => {
  const [state, setState] = useState(nothing);
  const stop = useRef<AbortController>(undefined);
  const show = useCallback((number: number): void => setState((last) => ({ ...last, shown: number })), []);
  const cancel = useCallback(() => stop.current?.abort(new DOMException('called off', 'AbortError')), []);
  const compute = useCallback(async (question: LabQuestion): Promise<void> => {
    const own = new AbortController();
    stop.current?.abort();
    stop.current = own;
    setState((last) => ({
      ...last,
      isRunning: true,
      progress: undefined,
      error: undefined,
      wasCalledOff: false,
    }));
    const progress = (now: Progress): void => setState((last) => ({ ...last, progress: now }));
    try {
      const answer = await ask(question, { signal: own.signal, progress });
      // Much is drawn at once: as a transition, in short tasks.
      startTransition(() => setState((last) => withRun(last, question, answer)));
    } catch (error) {
      if (stop.current !== own) return;
      const isOff = own.signal.aborted;
      setState((last) => ({
        ...last,
        isRunning: false,
        wasCalledOff: isOff,
        error: isOff ? undefined : error instanceof Error ? error : new Error(String(error)),
      }));
    }
  }, []);
  const run = useCallback(
    (question: LabQuestion): void => {
      const known = state.runs.find(({ key }) => key === keyOf(question));
      if (known === undefined) void compute(question);
      else show(known.number);
    },
    [compute, show, state.runs],
  );
  return { ...state, run, show, cancel };
};
