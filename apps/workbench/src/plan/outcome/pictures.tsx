import type { Findings, SkinSummary } from '@percuta/engine';
import { limitBars, skinSection, type FigureOptions } from '@percuta/figures';
import { useCallback, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered } from '../../compute/messages.ts';
import { Picture } from '../../shell/picture.tsx';
import { ChoiceContext } from '../choose/choice-context.ts';
import { DepthSlider } from './depth/depth-slider.tsx';
import { useDepth } from './depth/use-depth.ts';
import { Constants } from './rests/constants.tsx';
import { Priors } from './rests/priors.tsx';
import { limitRests, sectionRests } from './rests/rests-of.ts';
import { Rests } from './rests/rests.tsx';

interface PicturesProps {
  readonly course: Lettered;
  readonly skin: SkinSummary;
  readonly findings: Findings;
  /** What stands beside them. */
  readonly children: ReactNode;
}

const sectionStages = ['skin', 'device', 'puncture'];
const limitStages = ['safety'];

/** The course in its skin and the limits of the course. */
export const Pictures = ({ course, skin, findings, children }: PicturesProps) => {
  const { t } = useTranslation('plan');
  const { question } = useContext(ChoiceContext);
  const tried = useDepth(question, course);
  const { letter, candidate } = tried.drawn;
  const drawSection = useCallback(
    (options: FigureOptions) => skinSection({ letter, candidate, skin }, options),
    [letter, candidate, skin],
  );
  const drawLimits = useCallback(
    (options: FigureOptions) => limitBars({ letter, candidate }, options),
    [letter, candidate],
  );
  return (
    <div className="pictures">
      <div className="stack">
        <section className="panel">
          <h2>{t('outcome.section', { letter })}</h2>
          <Picture draw={drawSection} widest={760} />
          <DepthSlider course={course} tried={tried} />
          <Rests title={t('rests.section')} of={sectionRests(findings)}>
            <Priors findings={findings} />
            <Constants stages={sectionStages} />
          </Rests>
        </section>
        <section className="panel">
          <h2>{t('outcome.limits', { letter })}</h2>
          <Picture draw={drawLimits} widest={760} />
          <Rests title={t('rests.limits')} of={limitRests(candidate)}>
            <Constants stages={limitStages} />
          </Rests>
        </section>
      </div>
      <div className="stack">{children}</div>
    </div>
  );
};
