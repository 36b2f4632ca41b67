import './pages.css';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lexer } from 'marked';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../shell/waiting.tsx';
import { pageNames, type PageName } from './page-names.ts';
import { OpenedPage, Parts } from './page-parts.tsx';
import { loadPage } from './shown-pages.ts';

interface PagesProps {
  readonly name: PageName;
  readonly open: (name: PageName) => void;
}

/** What was verified, validated and measured, as it is written in the repository this site was built from. */
export const Pages = ({ name, open }: PagesProps) => {
  const { t } = useTranslation('trust');
  const { data, error } = useQuery({ queryKey: ['page', name], queryFn: () => loadPage(name) });
  const parts = useMemo(() => (data === undefined ? undefined : lexer(data)), [data]);
  const opened = useMemo(() => ({ name, open }), [name, open]);
  return (
    <>
      <p className="small">{t('pages.lead')}</p>
      <NativeSelect
        label={t('pages.choose')}
        value={name}
        data={pageNames.map((each) => ({ value: each, label: t(`pages.name.${each}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = pageNames.find((each) => each === currentTarget.value);
          if (chosen !== undefined) open(chosen);
        }}
      />
      {error !== null && <p className="refused">{t('pages.unread', { message: error.message })}</p>}
      {parts === undefined ? (
        error === null && <Waiting />
      ) : (
        <OpenedPage value={opened}>
          <article className="panel page" aria-label={t(`pages.name.${name}`)} data-content>
            <Parts of={parts} />
          </article>
        </OpenedPage>
      )}
    </>
  );
};
