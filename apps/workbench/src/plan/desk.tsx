import { useDebouncedValue } from '@mantine/hooks';
import { defaultRun, hashOf } from '@percuta/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../compute/use-answer.ts';
import { CaseBar } from './case/case-bar.tsx';
import type { Choice } from './case/case-store.ts';
import { EditingContext } from './case/editing.ts';
import { judge } from './case/judge.ts';
import { OwnSheets } from './case/own-sheets.tsx';
import { SchemaForm } from './case/schema-form.tsx';
import { caseNode } from './case/schema-node.ts';
import { titleOf, useCases, type Cases } from './case/use-cases.ts';
import { Judgement } from './judgement.tsx';
import { ChoiceContext } from './choose/choice-context.ts';
import { Outcome } from './outcome/outcome.tsx';

/** ms; a plan is asked for when typing has paused. */
const pause = 400;
const { draws, seed } = defaultRun;

/** On a narrower page the plan stands under the case, and the editor would push it many screens down. */
const isWide = window.matchMedia('(min-width: 1000px)').matches;

interface CaseOutcomeProps {
  readonly cases: Cases;
  readonly isComplete: boolean;
}

/** The plan of one case; it follows the case as soon as the case is complete. */
const CaseOutcome = ({ cases, isComplete }: CaseOutcomeProps) => {
  const document = cases.history.now;
  const { sheets, choice } = cases;
  const [settled] = useDebouncedValue(document, pause);
  const isReady = isComplete && judge(settled).problems.length === 0;
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

/** The case on the left, its plan on the right. */
export const Desk = () => {
  const { t } = useTranslation('plan');
  const cases = useCases();
  const document = cases.history.now;
  const node = useMemo(caseNode, []);
  const judged = useMemo(() => judge(document), [document]);
  const editing = { document, problems: judged.problems, edit: cases.edit };
  return (
    <div className="desk">
      <aside className="rail" aria-label={t('cases.title')}>
        <CaseBar cases={cases} />
        <OwnSheets cases={cases} />
        <Judgement judged={judged} />
        <EditingContext value={editing}>
          <details className="editor" open={isWide}>
            <summary>{t('edit')}</summary>
            <SchemaForm key={cases.id} node={node} />
          </details>
        </EditingContext>
      </aside>
      <div className="result">
        <h1>
          {t('title')}: <span data-content>{titleOf({ id: cases.id, document })}</span>
        </h1>
        <CaseOutcome key={cases.id} cases={cases} isComplete={judged.problems.length === 0} />
      </div>
    </div>
  );
};
