import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseBar } from './case/case-bar.tsx';
import { CaseSummary } from './case-summary.tsx';
import { EditingContext, useEditing } from './case/editing.ts';
import { judge, type Judged } from './case/judge.ts';
import { OwnSheets } from './case/own-sheets.tsx';
import { SchemaForm } from './case/schema-form.tsx';
import { caseNode } from './case/schema-node.ts';
import { titleOf, useCases } from './case/use-cases.ts';
import { CaseOutcome } from './case-outcome.tsx';
import { Judgement } from './judgement.tsx';

/** On a narrower page the plan stands under the case, which would push it many screens down: it is folded to a line. */
const wide = '(min-width: 1000px)';

/** What is to be known of a case while it is folded away. */
const CaseLine = ({ judged: { problems, screening } }: { readonly judged: Judged }) => {
  const { t } = useTranslation('plan');
  if (problems.length > 0) {
    return <span className="chip limit">{t('judged.problems', { count: problems.length })}</span>;
  }
  return (
    <>
      {t('judged.ok')} {screening !== undefined && t(`judged.verdict.${screening.verdict}`)}
    </>
  );
};

/** The case on the left, its plan on the right. */
export const Desk = () => {
  const { t } = useTranslation('plan');
  const isWide = useMediaQuery(wide, undefined, { getInitialValueInEffect: false });
  const cases = useCases();
  const document = cases.history.now;
  const node = useMemo(caseNode, []);
  const judged = useMemo(() => judge(document), [document]);
  const editing = useEditing({ document, problems: judged.problems, edit: cases.edit });
  return (
    <div className="desk">
      <aside className="rail" aria-label={t('cases.title')}>
        <details className="case-fold" open={isWide}>
          <summary>
            {t('cases.title')}: <CaseLine judged={judged} />
          </summary>
          <CaseBar cases={cases} />
          <CaseSummary document={document} />
          <Judgement judged={judged} />
          <EditingContext value={editing}>
            <details className="editor">
              <summary>{t('edit')}</summary>
              <SchemaForm key={cases.id} node={node} />
            </details>
          </EditingContext>
          <OwnSheets cases={cases} />
        </details>
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
