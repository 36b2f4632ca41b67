import {
  cssOf,
  heatBands,
  heatColours,
  healColours,
  seriesColour,
  type Aspect,
  type HealQuantity,
  type Rgb,
} from '@percuta/scene';
import { useTranslation } from 'react-i18next';
import { useScheme } from './use-scheme.ts';

interface Entry {
  readonly colour: Rgb;
  readonly words: string;
  readonly opacity?: number;
}

const wound: readonly HealQuantity[] = ['clot', 'neutrophils', 'macrophages', 'fibroblasts', 'new collagen'];

const useEntries = (aspect: Aspect): readonly Entry[] => {
  const { t } = useTranslation('block');
  const scheme = useScheme();
  switch (aspect.kind) {
    case 'temperature':
      return heatColours(scheme).map((colour, n) => ({ colour, words: String(heatBands[n] ?? '') }));
    case 'damage': {
      const colour = seriesColour('teal', scheme);
      return [
        { colour, words: '0.1', opacity: 0.22 },
        { colour, words: '0.5', opacity: 0.5 },
        { colour, words: '1', opacity: 0.85 },
      ];
    }
    case 'difference':
      return [
        { colour: seriesColour('violet', scheme), words: t('warmer') },
        { colour: seriesColour('orange', scheme), words: t('cooler') },
      ];
    case 'healing':
      return [
        { colour: seriesColour(healColours[aspect.quantity], scheme), words: t('more') },
        { colour: seriesColour('orange', scheme), words: t('less') },
      ];
    case 'wound':
      return wound.map((each) => ({
        colour: seriesColour(healColours[each], scheme),
        words: t(`quantity.${each}`),
      }));
    case 'none':
      return [];
  }
};

/** What the colours in the tissue mean. */
export const Legend = ({ aspect }: { readonly aspect: Aspect }) => {
  const { t } = useTranslation('block');
  const entries = useEntries(aspect);
  if (aspect.kind === 'none') return undefined;
  return (
    <div className="block-legend">
      <span className="legend-title">{t(`legend.${aspect.kind}`)}</span>
      <ul>
        {entries.map(({ colour, words, opacity = 1 }) => (
          <li key={words}>
            <span className="swatch" style={{ background: cssOf(colour), opacity }} />
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
};
