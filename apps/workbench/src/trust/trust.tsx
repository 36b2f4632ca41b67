import '../shell/no-eval.ts';
import '../evidence/evidence.css';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../shell/words.ts';
import { Checks } from './checks.tsx';
import { Limits } from './limits.tsx';
import { Manifests } from './manifests.tsx';
import { Pages } from './pages/pages.tsx';
import type { PageName } from './pages/page-names.ts';
import { ParameterTable } from './parameter-table.tsx';
import { views } from './question.ts';
import words from './words.en.json' with { type: 'json' };

addWords('trust', words);

const bodies = { checks: Checks, limits: Limits, manifest: Manifests } as const;
const route = getRouteApi('/trust');

/** What a number rests on: checks that run here, reports and benchmarks, every parameter, every limit, and manifests computed again. */
export const TrustDoor = () => {
  const { t } = useTranslation('trust');
  const { view = 'checks', page = 'generated/heat-verification', search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const openPage = useCallback(
    (name: PageName) => void navigate({ search: { view: 'reports', page: name }, resetScroll: false }),
    [navigate],
  );
  const Body = view === 'parameters' || view === 'reports' ? undefined : bodies[view];
  return (
    <div className="wide">
      <h1>{t('title')}</h1>
      <p className="small">{t('lead')}</p>
      <nav className="views" aria-label={t('views')}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => void navigate({ search: { view: each }, replace: true, resetScroll: false })}
          >
            {t(`view.${each}`)}
          </button>
        ))}
      </nav>
      {view === 'parameters' && <ParameterTable key={search} asked={search} />}
      {view === 'reports' && <Pages name={page} open={openPage} />}
      {Body !== undefined && <Body />}
    </div>
  );
};
