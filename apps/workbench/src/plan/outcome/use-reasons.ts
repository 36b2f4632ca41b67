import { hashOf } from '@percuta/engine';
import { useContext, useMemo } from 'react';
import type { PlanQuestion } from '../../compute/messages.ts';
import { useAnswer, type Asked } from '../../compute/use-answer.ts';
import { ChoiceContext } from '../choose/choice-context.ts';

type WeighQuestion = { readonly kind: 'weigh' } & PlanQuestion;
type ExplainQuestion = { readonly kind: 'explain' } & PlanQuestion;

/** What is worked out after a plan, one after the other, on the worker that still has the plan. */
export interface Reasons {
  readonly weighed: Asked<WeighQuestion>;
  readonly explained: Asked<ExplainQuestion>;
}

/** Asked as soon as the plan on the page is that of the case; a change of the case calls it off. */
export const useReasons = (isStale: boolean): Reasons => {
  const { question } = useContext(ChoiceContext);
  const key = useMemo(() => hashOf(question), [question]);
  const weighed = useAnswer(['weigh', key], isStale ? undefined : { kind: 'weigh' as const, ...question });
  const isWeighed = !weighed.isRunning && (weighed.answer !== undefined || weighed.error !== undefined);
  const explained = useAnswer(
    ['explain', key],
    isStale || !isWeighed ? undefined : { kind: 'explain' as const, ...question },
  );
  return { weighed, explained };
};
