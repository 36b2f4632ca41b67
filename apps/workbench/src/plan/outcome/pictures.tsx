import type { Findings, SkinSummary } from '@percuta/engine';
import { limitBars, skinSection, type FigureOptions } from '@percuta/figures';
import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered } from '../../compute/messages.ts';
import { Picture } from '../../shell/picture.tsx';
import { DepthSlider } from './depth/depth-slider.tsx';
import type { DepthTrial } from './depth/use-depth.ts';
import { Constants } from './rests/constants.tsx';
import { Priors } from './rests/priors.tsx';
import { limitRests, sectionRests } from './rests/rests-of.ts';
import { Rests } from './rests/rests.tsx';

const sectionStages = ['skin', 'device', 'puncture'];
const limitStages = ['safety'];

interface SectionProps {
  readonly course: Lettered;
  readonly tried: DepthTrial;
  readonly skin: SkinSummary;
  readonly findings: Findings;
}

/** The course in its skin, at the depth that is planned or tried. */
export const Section = ({ course, tried, skin, findings }: SectionProps) => {
  const { t } = useTranslation('plan');
  const { letter, candidate } = tried.drawn;
  const draw = useCallback(
    (options: FigureOptions) => skinSection({ letter, candidate, skin }, options),
    [letter, candidate, skin],
  );
  return (
    <section className="panel">
      <h2>{t('outcome.section', { letter })}</h2>
      <Picture draw={draw} widest={760} />
      <DepthSlider course={course} tried={tried} />
      <Rests title={t('rests.section')} of={sectionRests(findings)}>
        <Priors findings={findings} />
        <Constants stages={sectionStages} />
      </Rests>
    </section>
  );
};

/** How much of each limit is used, at the depth that is planned or tried. */
export const Limits = memo(({ drawn: { letter, candidate } }: Pick<DepthTrial, 'drawn'>) => {
  const { t } = useTranslation('plan');
  const draw = useCallback(
    (options: FigureOptions) => limitBars({ letter, candidate }, options),
    [letter, candidate],
  );
  return (
    <section className="panel">
      <h2>{t('outcome.limits', { letter })}</h2>
      <Picture draw={draw} widest={760} />
      <Rests title={t('rests.limits')} of={limitRests(candidate)}>
        <Constants stages={limitStages} />
      </Rests>
    </section>
  );
});
