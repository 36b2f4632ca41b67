import type { Cuts, SkinBlock } from '@percuta/scene';
import { useTranslation } from 'react-i18next';
import { cutNames, cutRange } from '../../block/use-view-keys.ts';

/** Where the block is cut, from the front, from the side and from above. */
export const CutSliders = ({
  block,
  cuts,
  onCuts,
}: {
  readonly block: SkinBlock;
  readonly cuts: Cuts;
  readonly onCuts: (cuts: Cuts) => void;
}) => {
  const { t } = useTranslation('lab');
  return (
    <fieldset className="cuts">
      <legend>{t('block.cuts')}</legend>
      {cutNames.map((cut) => {
        const [low, high] = cutRange(block, cut);
        return (
          <label key={cut}>
            <span>{t(`block.cut.${cut}`)}</span>
            <input
              type="range"
              min={low}
              max={high}
              step={(high - low) / 100}
              value={cuts[cut]}
              aria-valuetext={`${(cuts[cut] * 1000).toFixed(2)} mm`}
              onChange={({ currentTarget }) => onCuts({ ...cuts, [cut]: Number(currentTarget.value) })}
            />
            <output data-content>{(cuts[cut] * 1000).toFixed(2)} mm</output>
          </label>
        );
      })}
    </fieldset>
  );
};
