import { sessionDays } from '@percuta/engine';
import { courseCalendar, type FigureOptions } from '@percuta/figures';
import dayjs from 'dayjs';
import { memo, useCallback, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered } from '../../compute/messages.ts';
import { Picture } from '../../shell/picture.tsx';
import { ChoiceContext } from '../choose/choice-context.ts';

interface CalendarProps {
  readonly course: Lettered;
  /** Days since the first session on which the result is looked at. */
  readonly judged: readonly number[];
  /** Days of visible redness after a session. */
  readonly redness: number | undefined;
}

const day = 86_400;
const week = 7;
const mostWeeks = 60;

/** Beginnings of months after a date, in days since it. */
const monthsFrom = (first: string) =>
  Array.from({ length: 18 }, (_, i) => {
    const month = dayjs(first).startOf('month').add(i, 'month');
    return { day: month.diff(dayjs(first), 'day'), month };
  }).filter((each) => each.day >= 0);

/** The sessions of the course on the page: on a calendar where the first has a date, else in weeks. */
export const Calendar = memo(({ course, judged, redness }: CalendarProps) => {
  const { t, i18n } = useTranslation('plan');
  const { choice } = useContext(ChoiceContext);
  const first = choice?.first ?? '';
  const draw = useCallback(
    (options: FigureOptions) => {
      const dates = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short' });
      const months = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric' });
      const input = {
        letter: course.letter,
        sessions: sessionDays(course.candidate).map((time) => Math.round(time / day)),
        judged,
        redness,
      };
      return first === ''
        ? courseCalendar(
            {
              ...input,
              ticks: Array.from({ length: mostWeeks / 4 }, (_, i) => ({
                day: 4 * week * i,
                text: t('calendar.week', { number: 4 * i }),
              })),
              dayText: (number) => t('calendar.day', { number }),
            },
            options,
          )
        : courseCalendar(
            {
              ...input,
              ticks: monthsFrom(first).map(({ day: at, month }) => ({
                day: at,
                text: months.format(month.toDate()),
              })),
              dayText: (number) => dates.format(dayjs(first).add(number, 'day').toDate()),
            },
            options,
          );
    },
    [course, judged, redness, first, i18n.language, t],
  );
  return (
    <section className="panel">
      <h2>{t('calendar.title', { letter: course.letter })}</h2>
      <Picture draw={draw} widest={1100} />
      {first === '' && <p className="small">{t('calendar.hint')}</p>}
    </section>
  );
});
