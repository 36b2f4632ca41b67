import { screeningItems, type ScreeningAction, type ScreeningItem } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import { Sources } from '../shell/sources.tsx';

const tone = (action: ScreeningAction): string =>
  action.startsWith('exclude') ? 'chip limit' : action === 'proceed' ? 'chip ok' : 'chip caution';

const Rule = ({ item }: { readonly item: ScreeningItem }) => {
  const { t } = useTranslation('evidence');
  const { question, actions, rule, reason, override_by, defer_until, positions, sources, read } = item;
  return (
    <li className="panel">
      <h2 data-content>{question}</h2>
      <p>
        {actions.map((action) => (
          <span key={action} className={tone(action)}>
            {t(`screening.action.${action}`)}
          </span>
        ))}
      </p>
      <p data-content>{rule}</p>
      <p className="small" data-content>
        {reason}
      </p>
      {defer_until !== undefined && <p className="small">{t('screening.until', { what: defer_until })}</p>}
      <p className="small">{t('screening.override', { who: override_by })}</p>
      {positions !== undefined && (
        <>
          <h3>{t('screening.disagree')}</h3>
          <ul>
            {positions.map(({ says, action }) => (
              <li key={says}>
                <strong>{t(`screening.action.${action}`)}</strong>: <span data-content>{says}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Sources of={[{ sources, read }]} />
    </li>
  );
};

/** The questions to ask before a course, with what each "yes" leads to and why. */
export const ScreeningRules = () => {
  const { t } = useTranslation('evidence');
  return (
    <>
      <p className="small">{t('screening.lead')}</p>
      <ul className="rules">
        {screeningItems().map((item) => (
          <Rule key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
};
