import { conditionOf, decisionAid, siteNames } from '@percuta/evidence';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoice } from '../use-choice.ts';
import { After } from './after.tsx';
import { Ask, Costs, Matters } from './own.tsx';
import { Fit } from './fit.tsx';
import { Harm, Heat } from './harm.tsx';
import { Help } from './help.tsx';
import { How, OtherWays } from './ways.tsx';
import { Keep } from './keep.tsx';
import { parts } from './part.tsx';
import { queryOf, type Asked } from './question.ts';
import { Told } from './told.tsx';
import { Weeks } from './weeks.tsx';

const goTo = (id: string): void => {
  const heading = document.getElementById(`part-${id}`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
};

const Contents = () => {
  const { t } = useTranslation('decide');
  return (
    <nav className="contents" aria-label={t('aid.contents')}>
      <details>
        <summary>{t('aid.contents')}</summary>
        <ol>
          {parts.map((id) => (
            <li key={id}>
              <button type="button" onClick={() => goTo(id)}>
                {t(`part.${id}`)}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
};

const Head = ({ asked }: { readonly asked: Asked }) => {
  const { t } = useTranslation('decide');
  const { step } = useChoice();
  const { site, problem, skin } = asked;
  return (
    <header className="aid-head">
      <h1>{t('aid.title', { problem: conditionOf(problem).name })}</h1>
      <p>
        {t('aid.place', { site: siteNames()[site], skin: t(`skin.${skin ?? 'unknown'}`) })}{' '}
        <button type="button" className="link-button" onClick={() => step({ problem: undefined })}>
          {t('aid.change')}
        </button>
      </p>
    </header>
  );
};

/** Everything a person needs to decide, in one page from top to bottom. */
export const Aid = ({ site, problem }: Pick<Asked, 'site' | 'problem'>) => {
  const { choice } = useChoice();
  const { skin } = choice;
  const asked = useMemo((): Asked => ({ site, problem, skin }), [site, problem, skin]);
  const aid = useMemo(() => decisionAid(queryOf(asked)), [asked]);
  return (
    <article className="aid">
      <Head asked={asked} />
      <Contents />
      <How aid={aid} />
      <Help aid={aid} asked={asked} />
      <Harm aid={aid} />
      <Heat aid={aid} />
      <OtherWays aid={aid} />
      <Weeks aid={aid} />
      <Fit aid={aid} />
      <Told />
      <Matters aid={aid} />
      <Ask aid={aid} />
      <Costs aid={aid} />
      <After aid={aid} />
      <Keep aid={aid} asked={asked} />
    </article>
  );
};
