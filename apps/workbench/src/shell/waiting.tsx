import { useTranslation } from 'react-i18next';

/** Stands where a part is still being read. */
export const Waiting = () => {
  const { t } = useTranslation();
  return (
    <p className="waiting" role="status">
      {t('waiting')}
    </p>
  );
};
