import {
  courseRows,
  heatRows,
  sentenceCase,
  type Candidate,
  type CourseRow,
  type Findings,
  type ShortlistEntry,
} from '@percuta/engine';
import { nearestLimits, type FigureOptions } from '@percuta/figures';
import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered, WeighedAnswer } from '../../compute/messages.ts';
import { Picture } from '../../shell/picture.tsx';
import { Constants } from './rests/constants.tsx';
import { courseRests } from './rests/rests-of.ts';
import { Rests, type Rest } from './rests/rests.tsx';

/** Rows that stand folded below a card; its head, its two numbers and its limits say the rest. */
const folded: readonly CourseRow[] = ['passes', 'handSpeed', 'inDermis', 'covered', 'bleeding', 'discomfort'];

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

interface CardProps {
  readonly entry: ShortlistEntry;
  readonly candidate: Candidate | undefined;
  readonly days: string | undefined;
  readonly rests: readonly Rest[];
  readonly isChosen: boolean;
  readonly choose: () => void;
}

const Row = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div data-content>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

const NearestLimits = ({ letter, candidate }: { readonly letter: string; readonly candidate: Candidate }) => {
  const draw = useCallback(
    (options: FigureOptions) => nearestLimits({ letter, candidate }, options),
    [letter, candidate],
  );
  return <Picture draw={draw} widest={320} hasCaption={false} />;
};

/** What a course does, in two numbers with their intervals, and the depth that it reaches. */
const Numbers = ({ entry, days }: Pick<CardProps, 'entry' | 'days'>) => {
  const { t } = useTranslation('plan');
  const { cells, heat } = entry;
  return (
    <dl className="numbers">
      {heat === undefined ? (
        <Row label={t('card.dose')} value={cells.dose} />
      ) : (
        <Row label={heatRows.diesVolume} value={heat.diesVolume} />
      )}
      {days !== undefined && <Row label={t('card.days')} value={days} />}
      <Row label={t('card.depth')} value={cells.insertionDepth} />
    </dl>
  );
};

const Card = ({ entry, candidate, days, rests, isChosen, choose }: CardProps) => {
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
        {device}; {cells.sessions}
      </p>
      <p className="known-for" data-content>
        {sentenceCase(cells.knownFor)}
      </p>
      <Numbers entry={entry} days={days} />
      {candidate !== undefined && <NearestLimits letter={letter} candidate={candidate} />}
      <p className="binding" data-content>
        <strong>{t('card.binding')}</strong> {cells.binding}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className="refused" data-content>
          {warning}
        </p>
      ))}
      <details>
        <summary>{t('outcome.more', { letter })}</summary>
        <dl>
          {folded.map((row) => (
            <Row key={row} label={courseRows[row]} value={cells[row]} />
          ))}
        </dl>
      </details>
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
            candidate={shown[i]?.candidate}
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
