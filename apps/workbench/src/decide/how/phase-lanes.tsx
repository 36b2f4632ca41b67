import { useTranslation } from 'react-i18next';
import { shareOf } from '../../block/time-scale.ts';
import { percent } from '../../block/track.tsx';
import { scale } from './moments.ts';
import type { PhaseStretch } from './phases.ts';

/** What goes on when, under the axis; its name stands on the side that has more room. */
export const PhaseLanes = ({ stretches }: { readonly stretches: readonly PhaseStretch[] }) => {
  const { t } = useTranslation('decide');
  return (
    <ul className="phase-lanes">
      {stretches.map(({ phase, from, to }) => {
        const [begin, end] = [shareOf(scale, from), shareOf(scale, to)];
        const name = <span className="phase-name">{t(`how.lane.${phase}`)}</span>;
        const isBefore = begin > 1 - end;
        return (
          <li key={phase}>
            <span className="phase-before" style={{ width: percent(begin) }}>
              {isBefore && name}
            </span>
            <span className={`phase-bar ${phase}`} style={{ width: percent(end - begin) }} />
            <span className="phase-after">{!isBefore && name}</span>
          </li>
        );
      })}
    </ul>
  );
};
