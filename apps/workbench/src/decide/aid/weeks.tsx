import type { DecisionAid } from '@percuta/evidence';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import { Part } from './part.tsx';

type Week = DecisionAid['weeks'][number];

const allWeeks = Array.from({ length: 13 }, (_, week) => week);

const Strip = ({ week }: { readonly week: Week }) => (
  <span className="strip" aria-hidden="true">
    {allWeeks.map((each) => (
      <span key={each} className={each >= week.from_week && each <= week.to_week ? 'on' : ''} />
    ))}
  </span>
);

/** Thirteen weeks in a row: which ones a text speaks of, and the text. */
export const Weeks = ({ aid }: { readonly aid: DecisionAid }) => {
  const { t } = useTranslation('decide');
  const columns: CSSProperties = { gridTemplateColumns: `repeat(${allWeeks.length}, 1fr)` };
  return (
    <Part id="weeks">
      <div className="weeks">
        <p className="axis-title">{t('weeks.axis')}</p>
        <div className="week-axis" style={columns} aria-hidden="true">
          {allWeeks.map((week) => (
            <span key={week}>{week % 2 === 0 ? week : ''}</span>
          ))}
        </div>
        <ol>
          {aid.weeks.map((week) => (
            <li key={week.from_week}>
              <Strip week={week} />
              <p data-content>{week.text}</p>
            </li>
          ))}
        </ol>
      </div>
      <Sources of={aid.weeks} />
    </Part>
  );
};
