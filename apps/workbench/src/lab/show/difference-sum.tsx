import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabQuantity } from '../../compute/lab/lab-messages.ts';
import { changesOf, type Change } from '../run/changes.ts';
import { useSettingName } from '../run/use-setting-name.ts';
import type { LabRun } from '../run/use-runs.ts';
import { differenceText, valueText } from './numbers.ts';
import type { Named } from './plots.tsx';

/** A run with the zone of it that is looked at. */
interface Side {
  readonly run: LabRun;
  readonly named: Named;
}

interface Pair {
  readonly own: Side;
  readonly other: Side;
}

/** Told one by one; others are counted. */
const mostChanges = 4;

const told = [
  'peak',
  'coagulation_volume',
  'coagulation_to_epidermis',
  'coagulation_to_fat',
  'depth',
  'closed',
] as const;
const contour = /^volume of (.+)$/;

const useChangeText = (otherName: string) => {
  const { t } = useTranslation('lab');
  const { settingName } = useSettingName();
  return (change: Change): string => {
    const name = settingName(change.path);
    if (change.own === undefined) {
      return t('compare.sum.gone', { name, other: change.other, run: otherName });
    }
    return change.other === undefined
      ? t('compare.sum.added', { name, own: change.own, run: otherName })
      : t('compare.sum.change', { name, own: change.own, other: change.other });
  };
};

const useChanges = (pair: Pair): string => {
  const { t } = useTranslation('lab');
  const text = useChangeText(pair.other.named.name);
  const [own, other] = [pair.own.run.question, pair.other.run.question];
  const changes = changesOf(own, other);
  const draws =
    own.ensemble === other.ensemble
      ? []
      : [{ name: t('compare.sum.draws'), own: String(own.ensemble), other: String(other.ensemble) }];
  const names = { own: pair.own.named.name, other: pair.other.named.name };
  if (changes.length + draws.length === 0) return t('compare.sum.same', names);
  const rest = changes.length - mostChanges;
  const all = [
    ...changes.slice(0, mostChanges).map(text),
    ...draws.map((change) => t('compare.sum.change', change)),
    ...(rest > 0 ? [t('compare.sum.more', { count: rest })] : []),
  ];
  return t('compare.sum.changes', { own: names.own, changes: all.join('; ') });
};

const useWhat = () => {
  const { t } = useTranslation('lab');
  return ({ name, label }: LabQuantity): string | undefined => {
    const known = told.find((each) => each === name);
    if (known !== undefined) return t(`compare.sum.what.${known}`);
    const region = name.startsWith('contour ') ? contour.exec(label)?.[1] : undefined;
    return region === undefined ? undefined : t('compare.sum.what.contour', { name: region });
  };
};

const useEffects = ({ own, other }: Pair): readonly string[] => {
  const { t } = useTranslation('lab');
  const whatOf = useWhat();
  return own.named.zone.quantities.flatMap((quantity) => {
    const [what, match] = [
      whatOf(quantity),
      other.named.zone.quantities.find(({ name }) => name === quantity.name),
    ];
    if (what === undefined || match === undefined) return [];
    const texts = { what, own: valueText(quantity), other: valueText(match) };
    if (Object.is(quantity.value, match.value) && texts.own === texts.other) {
      return t('compare.sum.still', texts);
    }
    return Number.isFinite(quantity.value - match.value)
      ? t('compare.sum.moved', { ...texts, by: differenceText(quantity, match) })
      : t('compare.sum.changed', texts);
  });
};

/** Which settings differ between two runs, and what that does to heat and to its margins, in sentences. */
export const DifferenceSum = memo(({ own, other }: Pair) => {
  const { t } = useTranslation('lab');
  const pair = { own, other };
  const [changes, effects] = [useChanges(pair), useEffects(pair)];
  return (
    <section className="panel" aria-labelledby="difference-sum">
      <h2 id="difference-sum">{t('compare.sum.title')}</h2>
      <p>
        <span className="from-content">{changes}</span>{' '}
        {effects.length > 0 && t('compare.sum.effect', { effects: effects.join('; ') })}
      </p>
    </section>
  );
});
DifferenceSum.displayName = 'DifferenceSum';
