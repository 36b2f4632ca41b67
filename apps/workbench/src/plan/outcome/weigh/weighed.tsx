import { useElementSize } from '@mantine/hooks';
import { courseChart } from '@percuta/figures';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeighedAnswer } from '../../../compute/messages.ts';
import { chartInput, isDrawn } from './chart-input.ts';
import { ChartMarks, useMarkWords } from './chart-marks.tsx';
import { RefusedList } from './refused-list.tsx';

interface WeighedProps {
  readonly answer: WeighedAnswer;
  readonly chosen: string | undefined;
  /** Days of redness asked for at most. */
  readonly wish: number | undefined;
  readonly choose: (label: string) => void;
}

const widest = 760;
const least = 200;

/** Benefit against downtime; every mark can be pointed at and focused, refused ones say why. */
export const Weighed = ({ answer, chosen, wish, choose }: WeighedProps) => {
  const { t } = useTranslation('plan');
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, '');
  const { ref, width } = useElementSize<HTMLElement>();
  const room = Math.min(widest, Math.floor(width));
  const [pointed, point] = useState<string>();
  const say = useMarkWords();
  const chart = useMemo(() => {
    if (room < least) return undefined;
    const amount = answer.measure === 'holes at the target' ? 'weigh.holes' : 'weigh.tissue';
    const words = {
      benefit: t(`${amount}.axis`),
      amount: (value: string) => t(`${amount}.amount`, { value }),
    };
    return courseChart(chartInput(answer, chosen, wish, words), { id: `chart${id}`, width: room });
  }, [answer, chosen, wish, id, room, t]);
  const marks = answer.marks.filter(isDrawn);
  const shown = marks.find(({ label }) => label === (pointed ?? chosen));
  return (
    <figure ref={ref} className="picture">
      {chart !== undefined && (
        <>
          <div className="chart-plane" role="group" aria-label={t('weigh.group')}>
            {/* Our own markup, escaped where it was made. */}
            <div data-content dangerouslySetInnerHTML={{ __html: chart.svg }} />
            <ChartMarks places={chart.marks} marks={marks} point={point} choose={choose} />
          </div>
          <p className="chart-said" data-content aria-hidden="true">
            {shown === undefined ? t('weigh.hint') : say(shown)}
          </p>
          <figcaption>
            <span data-content>{chart.sentence}</span>
            <details>
              <summary>{t('weigh.how')}</summary>
              <p data-content>{chart.note}</p>
            </details>
            <RefusedList marks={answer.marks} />
          </figcaption>
        </>
      )}
    </figure>
  );
};
