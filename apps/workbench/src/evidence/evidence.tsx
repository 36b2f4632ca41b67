import '../shell/no-eval.ts';
import './evidence.css';
import { useTranslation } from 'react-i18next';
import { Claims } from '../shell/claims.tsx';
import { addWords } from '../shell/words.ts';
import { views, type View } from './question.ts';
import { Results } from './results.tsx';
import { ScreeningRules } from './screening-rules.tsx';
import { Studies } from './studies.tsx';
import { useQuestion } from './use-question.ts';
import words from './words.en.json' with { type: 'json' };

addWords('evidence', words);

const Body = ({ view }: { readonly view: View }) => {
  switch (view) {
    case 'results':
      return <Results />;
    case 'studies':
      return <Studies />;
    case 'claims':
      return <Claims heading="h2" />;
    case 'screening':
      return <ScreeningRules />;
  }
};

/** What trials found: pooled scale by scale, study by study, claim by claim, and the rules of screening. */
export const EvidenceDoor = () => {
  const { t } = useTranslation('evidence');
  const { question, ask } = useQuestion();
  return (
    <div className="wide">
      <h1>{t('title')}</h1>
      <p className="small">{t('lead')}</p>
      <nav className="views" aria-label={t('views')}>
        {views.map((view) => (
          <button
            key={view}
            type="button"
            aria-current={view === question.view ? 'page' : undefined}
            onClick={() => ask({ view })}
          >
            {t(`view.${view}`)}
          </button>
        ))}
      </nav>
      <Body view={question.view} />
    </div>
  );
};
