import { readCase } from '@percuta/engine';
import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanQuestion } from '../../../compute/messages.ts';
import type { Asked } from '../../../compute/use-answer.ts';
import { ChoiceContext } from '../../choose/choice-context.ts';
import { AskedState } from '../asked-state.tsx';
import { Constants } from '../rests/constants.tsx';
import { Rests } from '../rests/rests.tsx';
import { Weighed } from './weighed.tsx';

interface TradeOffProps {
  readonly asked: Asked<{ readonly kind: 'weigh' } & PlanQuestion>;
  readonly chosen: string | undefined;
  readonly choose: (label: string) => void;
}

const day = 86_400;
const stages = ['puncture', 'heal', 'appearance'];

/** Days of redness the person wants at most. */
const wishOf = (document: unknown): number | undefined => {
  try {
    const most = readCase(document).preferences?.most_downtime;
    return most === undefined ? undefined : most / day;
  } catch {
    // A case that is being edited may not be one; the chart then has no line for its wish.
    return undefined;
  }
};

/** Benefit against downtime of all courses, refused ones among them, as soon as it is worked out. */
export const TradeOff = ({ asked, chosen, choose }: TradeOffProps) => {
  const { t } = useTranslation('plan');
  const { question } = useContext(ChoiceContext);
  const wish = useMemo(() => wishOf(question.document), [question.document]);
  const { answer, isRunning, isCurrent } = asked;
  return (
    <section className="panel">
      <h2>{t('outcome.tradeOff')}</h2>
      <AskedState asked={asked} />
      <div className={answer !== undefined && !isCurrent ? 'trade-off stale' : 'trade-off'}>
        {answer === undefined
          ? isRunning && <p>{t('weigh.coming')}</p>
          : answer.marks.length > 0 && (
              <Weighed
                answer={answer}
                chosen={chosen}
                wish={wish}
                choose={isCurrent ? choose : () => undefined}
              />
            )}
      </div>
      <Rests title={t('rests.tradeOff')} of={[]}>
        <p>{t('rests.redness')}</p>
        <Constants stages={stages} />
      </Rests>
    </section>
  );
};
