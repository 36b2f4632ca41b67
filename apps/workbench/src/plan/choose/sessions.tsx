import '@mantine/dates/styles.css';
import { Month } from '@mantine/dates';
import { sessionDays, type Candidate } from '@percuta/engine';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

interface SessionsProps {
  readonly candidate: Candidate;
  /** YYYY-MM-DD, or empty. */
  readonly first: string;
}

const day = 86_400;

/** Days of the sessions from the first, with their dates where the first one has a date. */
export const Sessions = ({ candidate, first }: SessionsProps) => {
  const { t } = useTranslation('plan');
  const days = sessionDays(candidate).map((time) => Math.round(time / day));
  const dates = first === '' ? [] : days.map((after) => dayjs(first).add(after, 'day').format('YYYY-MM-DD'));
  const months = new Set(dates.map((date) => date.slice(0, 7)));
  return (
    <>
      <ol className="sessions">
        {days.map((after, i) => (
          <li key={after}>
            {dates[i] === undefined
              ? t('choose.session', { number: i + 1, day: after })
              : t('choose.sessionOn', {
                  number: i + 1,
                  day: after,
                  date: dayjs(dates[i]).format('dddd, D MMMM YYYY'),
                })}
          </li>
        ))}
      </ol>
      <div className="months" data-content>
        {[...months].map((month) => (
          <figure key={month}>
            <figcaption>{dayjs(month).format('MMMM YYYY')}</figcaption>
            <Month
              static
              size="xs"
              month={`${month}-01`}
              hideOutsideDates
              weekendDays={[]}
              withCellSpacing={false}
              getDayProps={(date) => ({ selected: dates.includes(date) })}
            />
          </figure>
        ))}
      </div>
    </>
  );
};
