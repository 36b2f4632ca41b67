import { conditionNames, siteNames } from '@percuta/evidence';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoice } from '../use-choice.ts';
import type { Asked } from './question.ts';

/** The parts of the page in reading order. */
export const parts = [
  'how',
  'help',
  'harm',
  'heat',
  'options',
  'weeks',
  'fit',
  'told',
  'matters',
  'ask',
  'costs',
  'after',
  'keep',
] as const;

export type PartId = (typeof parts)[number];

export const Part = ({ id, children }: { readonly id: PartId; readonly children: ReactNode }) => {
  const { t } = useTranslation('decide');
  return (
    <section className="part" aria-labelledby={`part-${id}`} id={id}>
      <h2 id={`part-${id}`} tabIndex={-1}>
        {t(`part.${id}`)}
      </h2>
      {children}
    </section>
  );
};

/** Text of the decision aid: content with sources of its own, not words of the interface. */
export const Said = ({ children }: { readonly children: string }) => <p data-content>{children}</p>;

const goTo = (id: string): void => {
  const heading = document.getElementById(`part-${id}`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
};

/** The parts of the page, to go to. */
export const Contents = () => {
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

/** The question, with where and for whom it is asked. */
export const Head = ({ asked }: { readonly asked: Asked }) => {
  const { t } = useTranslation('decide');
  const { step } = useChoice();
  const { site, problem, skin } = asked;
  return (
    <header className="aid-head">
      <h1>{t('aid.title', { problem: conditionNames[problem] })}</h1>
      <p>
        {t('aid.place', { site: siteNames[site], skin: t(`skin.${skin ?? 'unknown'}`) })}{' '}
        <button type="button" className="link-button" onClick={() => step({ problem: undefined })}>
          {t('aid.change')}
        </button>
      </p>
    </header>
  );
};
