import { claims } from '@percuta/evidence';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Claims } from '../../shell/claims.tsx';
import { More } from '../folding/more.tsx';
import { Part } from './part.tsx';

const shown = 3;

/** The first claims of different grades, one of a kind, before the rest. */
const inOrder = () => {
  const all = claims();
  const first = all
    .filter(({ grade }, i) => all.findIndex((other) => other.grade === grade) === i)
    .slice(0, shown);
  return { first, rest: all.filter((claim) => !first.includes(claim)) };
};

/** What people are told, with the grade of each claim. */
export const Told = () => {
  const { t } = useTranslation('decide');
  const { first, rest } = useMemo(inOrder, []);
  return (
    <Part id="told">
      <Claims heading="h3" of={first} />
      {rest.length > 0 && (
        <More title={t('told.more', { count: rest.length })}>
          <Claims heading="h3" of={rest} />
        </More>
      )}
    </Part>
  );
};
