import { reference, type Read, type Source } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';

interface Sourced {
  readonly sources: readonly Source[];
  readonly read: Read;
}

const distinct = (given: readonly Sourced[]): readonly { readonly source: Source; readonly read: Read }[] => {
  const found = new Map(
    given.flatMap(({ sources, read }) => sources.map((source) => [source.key, { source, read }] as const)),
  );
  return [...found.values()];
};

/** What a part rests on, behind one press: each work with how it was read, and that the rest is judgement. */
export const Sources = ({ of }: { readonly of: readonly Sourced[] }) => {
  const { t } = useTranslation();
  const all = distinct(of);
  const isJudged = of.some(({ sources }) => sources.length === 0);
  if (all.length === 0 && !isJudged) return undefined;
  return (
    <details className="sources">
      <summary>{t('sources.title')}</summary>
      <ul>
        {all.map(({ source, read }) => (
          <li key={source.key}>
            <span data-content>{reference(source.key).cite}</span>{' '}
            <span className="chip">{t(`read.${read}`)}</span>
          </li>
        ))}
        {isJudged && <li>{t('sources.judgement')}</li>}
      </ul>
    </details>
  );
};
