import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseBar } from './case/case-bar.tsx';
import { EditingContext, useEditing } from './case/editing.ts';
import { judge } from './case/judge.ts';
import { OwnSheets } from './case/own-sheets.tsx';
import { SchemaForm } from './case/schema-form.tsx';
import { caseNode } from './case/schema-node.ts';
import { titleOf, useCases } from './case/use-cases.ts';
import { CaseOutcome } from './case-outcome.tsx';
import { Judgement } from './judgement.tsx';

/** On a narrower page the plan stands under the case, and the editor would push it many screens down. */
const isWide = window.matchMedia('(min-width: 1000px)').matches;

/** The case on the left, its plan on the right. */
export const Desk = () => {
  const { t } = useTranslation('plan');
  const cases = useCases();
  const document = cases.history.now;
  const node = useMemo(caseNode, []);
  const judged = useMemo(() => judge(document), [document]);
  const editing = useEditing({ document, problems: judged.problems, edit: cases.edit });
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
