import { describeBlock, healQuantities, type BlockFacts, type Reach, type SkinBlock } from '@percuta/scene';
import type { TFunction } from 'i18next';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

type Words = TFunction<'block'>;

const millimetres = (metres: number): string => `${(metres * 1000).toFixed(2)} mm`;
const zeroCelsius = 273.15;
const percent = (share: number): string => `${Math.round(100 * share)}\u202f%`;

const reachWords = ({ from, to }: Reach) => ({ from: millimetres(from), to: millimetres(to) });

const heatWords = ({ heat }: BlockFacts, t: Words): string[] => {
  if (heat === undefined) return [];
  return [
    t('hottest', {
      temperature: `${(heat.hottest - zeroCelsius).toFixed(0)}\u202f°C`,
      depth: millimetres(heat.hottestDepth),
    }),
    heat.hot === undefined ? t('none50') : t('above50', reachWords(heat.hot)),
    ...heat.damaged.map(({ name, reach }) =>
      reach === undefined ? t('noDamage', { name }) : t('damage', { name, ...reachWords(reach) }),
    ),
  ];
};

const seen = 0.05;

const healWords = ({ healing, areNeedlesIn }: BlockFacts, t: Words): string[] => {
  if (healing === undefined || areNeedlesIn) return [];
  const there = healQuantities.filter((each) => each !== 'collagen' && healing.shares[each] > seen);
  const what = there
    .map((each) => t('share', { what: t(`quantity.${each}`), share: percent(healing.shares[each]) }))
    .join(', ');
  const change = `${healing.collagen < 0 ? '\u2212' : '+'}${Math.abs(100 * healing.collagen).toFixed(1)}\u202f%`;
  return [
    t('barrier', { share: percent(healing.barrier) }),
    t('collagen', { change }),
    ...(what === '' ? [] : [t('most', { what })]),
  ];
};

/** What the picture shows at a time, sentence by sentence. */
export const useFacts = (block: SkinBlock, time: number): readonly string[] => {
  const { t } = useTranslation('block');
  // Words follow the picture when there is time.
  const later = useDeferredValue(time);
  const facts = useMemo(() => describeBlock(block, later), [block, later]);
  return useMemo(
    () => [
      t(facts.areNeedlesIn ? 'needlesIn' : 'needlesOut'),
      ...heatWords(facts, t),
      ...healWords(facts, t),
    ],
    [facts, t],
  );
};
