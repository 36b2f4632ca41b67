import { useDebouncedValue } from '@mantine/hooks';
import { defaultRun, hashOf } from '@percuta/engine';
import { useMemo } from 'react';
import { useAnswer } from '../compute/use-answer.ts';
import type { Choice } from './case/case-store.ts';
import { judge } from './case/judge.ts';
import type { Cases } from './case/use-cases.ts';
import { ChoiceContext } from './choose/choice-context.ts';
import { Outcome } from './outcome/outcome.tsx';

/** ms; a plan is asked for when typing has paused. */
const pause = 400;
const { draws, seed } = defaultRun;

interface CaseOutcomeProps {
  readonly cases: Cases;
  readonly isComplete: boolean;
}

/** The plan of one case; it follows the case as soon as the case is complete. */
export const CaseOutcome = ({ cases, isComplete }: CaseOutcomeProps) => {
  const document = cases.history.now;
  const { sheets, choice } = cases;
  const [settled] = useDebouncedValue(document, pause);
  const isSound = useMemo(() => judge(settled).problems.length === 0, [settled]);
  const isReady = isComplete && isSound;
  const question = useMemo(() => ({ document: settled, sheets, draws, seed }), [settled, sheets]);
  const key = useMemo(() => hashOf(question), [question]);
  const asked = useAnswer(['plan', key], isReady ? { kind: 'plan' as const, ...question } : undefined);
  const isStale = !isReady || settled !== document || asked.isRunning;
  const { attach } = cases;
  // What stands on the page is drawn again when one of these changes, not whenever progress is told.
  const chosen = useMemo(
    () => ({ question, choice, choose: (next: Choice) => attach({ choice: next }) }),
    [question, choice, attach],
  );
  return (
    <ChoiceContext value={chosen}>
      <Outcome asked={asked} isStale={isStale} isComplete={isComplete} />
    </ChoiceContext>
  );
};
