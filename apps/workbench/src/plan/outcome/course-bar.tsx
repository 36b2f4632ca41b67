import { Button } from '@mantine/core';
import type { ShortlistEntry } from '@percuta/engine';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

/** Places of the page that the bar leads to. */
export const places = { compare: 'plan-compare', report: 'plan-report', settle: 'plan-settle' } as const;

/** Brings a part of the page to the top and gives it the focus, opened where it is folded. */
const goTo = (id: string): void => {
  const place = document.getElementById(id);
  if (place instanceof HTMLDetailsElement) place.open = true;
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
};

interface CourseBarProps {
  readonly entry: ShortlistEntry;
  /** Whether there is another course to compare it with. */
  readonly hasOthers: boolean;
}

/** Which course is on the page, wherever one is on it, and what can be done with it. */
export const CourseBar = memo(({ entry, hasOthers }: CourseBarProps) => {
  const { t } = useTranslation('plan');
  const { letter, cells } = entry;
  return (
    <div className="course-bar" role="group" aria-label={t('outcome.bar')}>
      <p>
        <span aria-hidden="true" className="letter full">
          {letter}
        </span>
        <span className="unseen">{t('choose.letter', { letter })}</span>{' '}
        <span data-content>
          {cells.setting}; {cells.sessions}
        </span>
      </p>
      <div className="buttons">
        {hasOthers && (
          <Button size="xs" variant="default" onClick={() => goTo(places.compare)}>
            {t('outcome.compare')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => goTo(places.report)}>
          {t('outcome.toReport')}
        </Button>
        <Button size="xs" onClick={() => goTo(places.settle)}>
          {t('outcome.settle', { letter })}
        </Button>
      </div>
    </div>
  );
});
