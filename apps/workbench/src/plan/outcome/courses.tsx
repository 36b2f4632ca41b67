import { courseRows, type CourseRow, type Findings, type ShortlistEntry } from '@percuta/engine';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered, WeighedAnswer } from '../../compute/messages.ts';
import { Constants } from './rests/constants.tsx';
import { courseRests } from './rests/rests-of.ts';
import { Rests, type Rest } from './rests/rests.tsx';

/** Rows a card has room for; the report has them all. */
const rows: readonly CourseRow[] = [
  'passes',
  'sessions',
  'insertionDepth',
  'inDermis',
  'dose',
  'bleeding',
  'binding',
];

interface CoursesProps {
  /** How long each shows, once that is worked out. */
  readonly weighed: WeighedAnswer | undefined;
  readonly findings: Findings;
  /** The courses as they are drawn, in the same order. */
  readonly shown: readonly Lettered[];
  readonly chosen: string | undefined;
  readonly choose: (index: number) => void;
}

const stages = ['skin', 'device', 'puncture', 'safety'];

const Card = ({
  entry,
  days,
  rests,
  isChosen,
  choose,
}: {
  readonly entry: ShortlistEntry;
  readonly days: string | undefined;
  readonly rests: readonly Rest[];
  readonly isChosen: boolean;
  readonly choose: () => void;
}) => {
  const { t } = useTranslation('plan');
  const { letter, cells, device, warnings } = entry;
  return (
    <li className={isChosen ? 'panel card chosen' : 'panel card'}>
      <h3>
        <button type="button" aria-pressed={isChosen} onClick={choose}>
          <span aria-hidden="true" className="letter">
            {letter}
          </span>
          <span className="unseen">{t('outcome.choose', { letter })}</span>{' '}
          <span data-content>{cells.setting}</span>
        </button>
      </h3>
      <p className="small" data-content>
        {device}
      </p>
      <dl>
        {days !== undefined && (
          <div>
            <dt>{t('weigh.days')}</dt>
            <dd data-content>{days}</dd>
          </div>
        )}
        {rows.map((row) => (
          <div key={row} data-content>
            <dt>{courseRows[row]}</dt>
            <dd>{cells[row]}</dd>
          </div>
        ))}
      </dl>
      {warnings.map((warning) => (
        <p key={warning} className="refused" data-content>
          {warning}
        </p>
      ))}
      <Rests title={t('rests.course', { letter })} of={rests}>
        <Constants stages={stages} />
      </Rests>
    </li>
  );
};

/** The courses that differ in effect, each with its intervals; the chosen one is drawn above. */
export const Courses = memo(({ findings, shown, weighed, chosen, choose }: CoursesProps) => {
  const { t } = useTranslation('plan');
  return (
    <section>
      <h2>{t('outcome.courses')}</h2>
      <ul className="cards">
        {findings.shortlist.map((entry, i) => (
          <Card
            key={entry.id}
            entry={entry}
            days={weighed?.marks.find(({ label }) => label === entry.letter)?.shortDays}
            rests={courseRests(entry, findings, shown[i]?.candidate)}
            isChosen={entry.letter === chosen}
            choose={() => choose(i)}
          />
        ))}
      </ul>
    </section>
  );
});
