import { useTranslation } from 'react-i18next';
import type { Progress } from './messages.ts';

/** How far a computation is, and the way to call it off. */
export const Running = ({
  progress,
  cancel,
}: {
  readonly progress: Progress | undefined;
  readonly cancel: () => void;
}) => {
  const { t } = useTranslation();
  const words =
    progress === undefined
      ? t('running.start')
      : t('running.of', { done: progress.done, total: progress.total, what: progress.what });
  return (
    <div className="running">
      <progress
        aria-label={t('running.label')}
        max={progress?.total ?? 1}
        {...(progress && { value: progress.done })}
      />
      <span role="status">{words}</span>
      <button type="button" className="link-button" onClick={cancel}>
        {t('running.cancel')}
      </button>
    </div>
  );
};
