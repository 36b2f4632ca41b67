import { valueText, type CourseAtDepth, type CourseInSkin } from '@percuta/engine';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../compute/ask.ts';
import type { Lettered, PlanQuestion, Progress } from '../../../compute/messages.ts';

/** A depth that was asked for, and what the engine says of it as soon as it does. */
interface Tried {
  readonly question: PlanQuestion;
  readonly of: Lettered;
  readonly depth: number;
  readonly answer?: CourseAtDepth;
  readonly error?: Error;
}

export interface DepthTrial {
  /** What is drawn: the planned course until the answer for another depth is there. */
  readonly drawn: { readonly letter: string; readonly candidate: CourseInSkin };
  /** Depth of the slider, m. */
  readonly depth: number;
  readonly answer: CourseAtDepth | undefined;
  readonly error: Error | undefined;
  /** Of the plan, where a worker has to make it again first. */
  readonly progress: Progress | undefined;
  readonly go: (depth: number) => void;
}

/**
 * One depth is worked out at a time and the newest wish is next, so that the picture keeps up with the hand. A worker is
 * not stopped for a newer wish: it would lose the plan that it keeps.
 */
export const useDepth = (question: PlanQuestion, course: Lettered): DepthTrial => {
  const { t } = useTranslation('plan');
  const [tried, setTried] = useState<Tried>();
  const [last, setLast] = useState<Tried>();
  const [progress, setProgress] = useState<Progress>();
  const wanted = useRef<Tried>(undefined);
  const isBusy = useRef(false);
  const work = useCallback(async (): Promise<void> => {
    isBusy.current = true;
    for (let next = wanted.current; next !== undefined; next = wanted.current) {
      wanted.current = undefined;
      const { question: own, of, depth } = next;
      const asked = { kind: 'depth' as const, ...own, course: of.candidate.id, depth };
      const got = await ask(asked, { progress: setProgress }).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
      );
      setLast({ ...next, ...got });
    }
    isBusy.current = false;
    setProgress(undefined);
  }, []);
  const go = useCallback(
    (depth: number): void => {
      // The case may change while an earlier wish is worked out: each is asked of its own plan.
      const next = { question, of: course, depth };
      setTried(next);
      wanted.current = next;
      if (!isBusy.current) void work();
    },
    [question, course, work],
  );
  const planned = course.candidate.settings.depth;
  const depth = tried?.of === course ? tried.depth : planned;
  const found = last?.of === course && depth !== planned ? last : undefined;
  const isCurrent = found?.depth === depth;
  const { answer } = found ?? {};
  return {
    drawn:
      answer === undefined
        ? course
        : {
            letter: t('depth.at', {
              letter: course.letter,
              depth: valueText(answer.course.settings.depth, 'mm'),
            }),
            candidate: answer.course,
          },
    depth,
    answer: isCurrent ? answer : undefined,
    error: isCurrent ? found.error : undefined,
    progress,
    go,
  };
};
