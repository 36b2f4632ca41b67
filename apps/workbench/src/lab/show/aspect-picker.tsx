import { healQuantities, type Aspect, type SkinBlock } from '@percuta/scene';
import { useTranslation } from 'react-i18next';

interface AspectPickerProps {
  readonly block: SkinBlock;
  readonly other: SkinBlock | undefined;
  readonly aspect: Aspect;
  readonly onAspect: (aspect: Aspect) => void;
}

const keyOf = (aspect: Aspect): string => {
  switch (aspect.kind) {
    case 'damage':
      return `damage ${aspect.name}`;
    case 'healing':
      return `healing ${aspect.quantity}`;
    default:
      return aspect.kind;
  }
};

const aspectsOf = (block: SkinBlock, other: SkinBlock | undefined): readonly Aspect[] => [
  ...(block.heat === undefined
    ? []
    : [
        { kind: 'temperature' } as const,
        ...block.heat.damage.map(({ name }) => ({ kind: 'damage', name }) as const),
      ]),
  ...(block.healing === undefined
    ? []
    : [
        { kind: 'wound' } as const,
        ...healQuantities.map((quantity) => ({ kind: 'healing', quantity }) as const),
      ]),
  ...(block.heat === undefined || other?.heat === undefined
    ? []
    : [{ kind: 'difference', from: other } as const]),
];

/** What is painted into the tissue. */
export const AspectPicker = ({ block, other, aspect, onAspect }: AspectPickerProps) => {
  const { t } = useTranslation(['lab', 'block']);
  const all = aspectsOf(block, other);
  const wordsOf = (each: Aspect): string => {
    if (each.kind === 'damage') return t('block.damageOf', { name: each.name });
    if (each.kind === 'healing') return t(`quantity.${each.quantity}`, { ns: 'block' });
    return t(`aspect.${each.kind}`);
  };
  if (all.length < 2) return undefined;
  return (
    <div className="aspects" role="group" aria-label={t('block.show')}>
      {all.map((each) => (
        <button
          key={keyOf(each)}
          type="button"
          aria-pressed={keyOf(each) === keyOf(aspect)}
          onClick={() => onAspect(each)}
        >
          {wordsOf(each)}
        </button>
      ))}
    </div>
  );
};
