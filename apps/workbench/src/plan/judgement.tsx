import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judged } from './case/judge.ts';

/** What is wrong with the case, or what screening says of it, while it is edited. */
export const Judgement = memo(({ judged }: { readonly judged: Judged }) => {
  const { t } = useTranslation('plan');
  const { problems, screening } = judged;
  return (
    <div role="status" className="judgement">
      {problems.length === 0 ? (
        <p>
          <span className="chip ok">{t('judged.ok')}</span>
        </p>
      ) : (
        <>
          <p>
            <span className="chip limit">{t('judged.problems', { count: problems.length })}</span>
          </p>
          <ul>
            {problems.map(({ path, problem, remedy }) => (
              <li key={path + problem} data-content>
                <code>{path}</code> {problem}; {remedy}
              </li>
            ))}
          </ul>
        </>
      )}
      {screening !== undefined && (
        <>
          <p>{t(`judged.verdict.${screening.verdict}`)}</p>
          <ul>
            {screening.findings.map(({ item }) => (
              <li key={item.id} data-content>
                {item.factor}: {item.rule}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
});
