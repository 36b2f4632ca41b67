import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Running } from '../../compute/running.tsx';
import type { Asked } from '../../compute/use-answer.ts';
import type { Question } from '../../compute/messages.ts';

interface AskedStateProps {
  readonly asked: Pick<Asked<Question>, 'isRunning' | 'progress' | 'cancel' | 'error' | 'again' | 'answer'>;
}

/** How far something is that is worked out after the plan; what failed or was called off can be asked for again. */
export const AskedState = ({ asked }: AskedStateProps) => {
  const { t } = useTranslation('plan');
  const { isRunning, progress, cancel, error, again, answer } = asked;
  if (isRunning)
    return (
      <>
        {answer !== undefined && <p className="notice">{t('outcome.earlier')}</p>}
        <Running progress={progress} cancel={cancel} />
      </>
    );
  if (error === undefined) return undefined;
  return (
    <div>
      <p className="notice" role="alert">
        {error.name === 'AbortError'
          ? t('outcome.notWorkedOut')
          : t('outcome.failed', { message: error.message })}
      </p>
      <Button size="xs" variant="default" onClick={again}>
        {t('outcome.again')}
      </Button>
    </div>
  );
};
