import { chanceText, valueText } from '@percuta/engine';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered } from '../../../compute/messages.ts';
import type { DepthTrial } from './use-depth.ts';

interface DepthSliderProps {
  readonly course: Lettered;
  readonly tried: DepthTrial;
}

const Said = ({ answer }: { readonly answer: NonNullable<DepthTrial['answer']> }) => {
  const { t } = useTranslation('plan');
  const { isInside, isHeatJudged, course } = answer;
  const hasHeat = course.settings.rf !== undefined;
  const { title, value, upper, direction, bound, unit, remedy } = course.binding;
  if (isInside) return [t('depth.inside'), hasHeat ? t('depth.undrawn') : ''].join(' ');
  if (!isHeatJudged) return t('depth.noHeat');
  const found = chanceText(valueText(value, unit), upper);
  const limit = `${title} ${found}, ${direction} ${valueText(bound, unit)}; ${remedy}`;
  return <span data-content>{t('depth.outside', { limit })}</span>;
};

/** Depths the device really has: the picture above follows, and what the limits say. Nothing is planned anew by it. */
export const DepthSlider = ({ course, tried }: DepthSliderProps) => {
  const { t } = useTranslation('plan');
  const isReady = useRef(false);
  const { depths, candidate } = course;
  const { depth, answer, error, progress, go } = tried;
  const planned = candidate.settings.depth;
  if (depths.length < 2) return undefined;
  const words = valueText(depth, 'mm');
  const prepare = (): void => {
    // The worker that keeps the plan may be busy with reasons: another makes the plan while the hand comes near.
    if (!isReady.current) go(depth);
    isReady.current = true;
  };
  return (
    <div className="depth-trial">
      <label>
        <span>{t('depth.label')}</span>
        <input
          type="range"
          min={0}
          max={depths.length - 1}
          step={1}
          value={Math.max(depths.indexOf(depth), 0)}
          aria-valuetext={words}
          onFocus={prepare}
          onPointerEnter={prepare}
          onChange={({ currentTarget }) => go(depths[Number(currentTarget.value)] ?? planned)}
        />
        <output data-content>{words}</output>
      </label>
      <p className="small" role="status">
        {error !== undefined ? (
          t('depth.failed', { message: error.message })
        ) : depth === planned ? (
          t('depth.planned')
        ) : answer === undefined ? (
          progress !== undefined && t('running.of', { ...progress, ns: 'shell' })
        ) : (
          <Said answer={answer} />
        )}
      </p>
      {depth !== planned && (
        <button type="button" className="link-button" onClick={() => go(planned)}>
          {t('depth.back')}
        </button>
      )}
    </div>
  );
};
