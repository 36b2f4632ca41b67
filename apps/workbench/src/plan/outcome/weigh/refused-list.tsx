import { useTranslation } from 'react-i18next';
import type { WeighedMark } from '../../../compute/messages.ts';
import { isDrawn } from './chart-input.ts';

/** The refused courses of the chart in words, with those that could not be drawn. */
export const RefusedList = ({ marks }: { readonly marks: readonly WeighedMark[] }) => {
  const { t } = useTranslation('plan');
  const refused = marks.flatMap((mark) =>
    mark.words.refused === undefined ? [] : [{ mark, words: mark.words, refused: mark.words.refused }],
  );
  if (refused.length === 0) return undefined;
  return (
    <details>
      <summary>{t('weigh.list', { count: refused.length })}</summary>
      <ul className="refused-list">
        {refused.map(({ mark, words, refused: { because, wouldChange } }) => (
          <li key={mark.label}>
            <span className="refused-number">{mark.label}</span> <span data-content>{words.course}</span>.{' '}
            <strong data-content>{because}</strong> {t('outcome.change', { what: wouldChange })}{' '}
            {!isDrawn(mark) && (
              <span className="small">
                {t('weigh.notDrawn', {
                  why: mark.days === undefined ? words.downtime : words.benefit,
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};
