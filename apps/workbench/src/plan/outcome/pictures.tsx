import type { SkinSummary } from '@percuta/engine';
import { limitBars, skinSection, type FigureOptions } from '@percuta/figures';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered } from '../../compute/messages.ts';
import { Picture } from '../../shell/picture.tsx';

interface PicturesProps {
  readonly course: Lettered;
  readonly skin: SkinSummary;
  /** What stands beside them. */
  readonly children: ReactNode;
}

/** The course in its skin and the limits of the course. */
export const Pictures = ({ course, skin, children }: PicturesProps) => {
  const { t } = useTranslation('plan');
  const { letter } = course;
  const drawSection = useCallback(
    (options: FigureOptions) => skinSection({ ...course, skin }, options),
    [course, skin],
  );
  const drawLimits = useCallback((options: FigureOptions) => limitBars(course, options), [course]);
  return (
    <div className="pictures">
      <div className="stack">
        <section className="panel">
          <h2>{t('outcome.section', { letter })}</h2>
          <Picture draw={drawSection} widest={760} />
        </section>
        <section className="panel">
          <h2>{t('outcome.limits', { letter })}</h2>
          <Picture draw={drawLimits} widest={760} />
        </section>
      </div>
      <div className="stack">{children}</div>
    </div>
  );
};
