import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ask } from './ask.ts';
import type { AnswerTo, Progress, Question } from './messages.ts';

export interface Asked<Q extends Question> {
  readonly answer: AnswerTo<Q> | undefined;
  readonly error: Error | undefined;
  /** The answer is that to this question, not to an earlier one. */
  readonly isCurrent: boolean;
  readonly isRunning: boolean;
  readonly progress: Progress | undefined;
  readonly cancel: () => void;
  /** Asks once more, after a failure or a call off. */
  readonly again: () => void;
}

/**
 * The answer to a question, kept under `key`: the same question is not computed twice. The last answer stays until the
 * next one is there, whatever happens to that one. Undefined asks nothing.
 */
export const useAnswer = <Q extends Question>(key: readonly string[], question: Q | undefined): Asked<Q> => {
  const [progress, setProgress] = useState<Progress>();
  const stop = useRef<AbortController>(undefined);
  const query = useQuery<unknown>({
    queryKey: key,
    enabled: question !== undefined,
    queryFn: async ({ signal }) => {
      if (question === undefined) throw new RangeError('nothing was asked');
      const own = new AbortController();
      stop.current = own;
      setProgress(undefined);
      return ask(question, { signal: AbortSignal.any([signal, own.signal]), progress: setProgress });
    },
  });
  const last = useRef<unknown>(undefined);
  if (query.data !== undefined) last.current = query.data;
  const cancel = useCallback(() => stop.current?.abort(new DOMException('called off', 'AbortError')), []);
  return {
    // The worker answers the kind of question it was asked.
    answer: (query.data ?? last.current) as AnswerTo<Q> | undefined,
    error: query.error ?? undefined,
    isCurrent: query.data !== undefined,
    isRunning: query.isFetching,
    progress,
    cancel,
    again: () => void query.refetch(),
  };
};
