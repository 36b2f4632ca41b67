import { limits } from '@percuta/engine';
import { useTranslation } from 'react-i18next';

/** The limits of the envelope: what each looks at and what would bring a broken one inside. */
export const Limits = () => {
  const { t } = useTranslation('trust');
  return (
    <>
      <p className="small">{t('limits.lead')}</p>
      <ul className="rules">
        {limits.map(({ id, title, level, remedy, direction }) => (
          <li key={id} className="panel">
            <h2 data-content>{title}</h2>
            <p>
              {t('limits.of', { what: t(`limits.level.${level}`) })}{' '}
              <span className="chip" data-content>
                {direction}
              </span>
            </p>
            <p className="small" data-content>
              {remedy}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};
