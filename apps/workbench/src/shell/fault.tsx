import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** A door that failed: what happened, what is safe, a way on. */
export const Fault = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  return (
    <section className="panel fault" role="alert">
      <h1>{t('fault.title')}</h1>
      <p>{t('fault.safe')}</p>
      <pre data-content>{error instanceof Error ? error.message : String(error)}</pre>
      <Button onClick={reset}>{t('fault.again')}</Button>
    </section>
  );
};
