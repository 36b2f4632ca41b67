import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** An address that leads to no door. */
export const Nowhere = () => {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h1>{t('nowhere.title')}</h1>
      <p>
        <Link to="/decide">{t('nowhere.way')}</Link>
      </p>
    </section>
  );
};
