import { memo, useContext, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Running } from '../../compute/running.tsx';
import type { PlanAnswer, Progress } from '../../compute/messages.ts';
import { ChoiceContext } from '../choose/choice-context.ts';
import { Expectations } from './expectations.tsx';
import { Planned } from './planned.tsx';
import { Harms, Notices, Reasons, Rejected } from './reasons.tsx';
import { ReportView } from './report-view.tsx';
import { useReasons } from './use-reasons.ts';
import { TradeOff } from './weigh/trade-off.tsx';
import { Why } from './why.tsx';

interface OutcomeProps {
  readonly asked: {
    readonly answer: PlanAnswer | undefined;
    readonly error: Error | undefined;
    readonly isRunning: boolean;
    readonly progress: Progress | undefined;
    readonly cancel: () => void;
  };
  readonly isStale: boolean;
  readonly isComplete: boolean;
}

interface WorkedProps {
  readonly answer: PlanAnswer;
  /** The plan is not, or not yet, that of the case. */
  readonly isStale: boolean;
}

const Worked = memo(({ answer, isStale }: WorkedProps) => {
  const { choice } = useContext(ChoiceContext);
  const settled = answer.shown.findIndex(({ candidate }) => candidate.id === choice?.course);
  const [chosen, choose] = useState(Math.max(0, settled));
  const reasons = useReasons(isStale);
  const { report, shown, skin } = answer;
  const findings = report.status === 'refused' ? undefined : report;
  const course = findings === undefined ? undefined : shown[Math.min(chosen, shown.length - 1)];
  const weighed = reasons.weighed.isCurrent && !isStale ? reasons.weighed.answer : undefined;
  const explained = reasons.explained.isCurrent && !isStale ? reasons.explained.answer : undefined;
  const tradeOff = (
    <TradeOff
      asked={reasons.weighed}
      chosen={course?.letter}
      choose={(label) => choose(shown.findIndex(({ letter }) => letter === label))}
    />
  );
  return (
    <>
      {findings !== undefined && course !== undefined && skin !== undefined && (
        <Planned
          findings={findings}
          shown={shown}
          course={course}
          skin={skin}
          weighed={weighed}
          explained={explained}
          asked={reasons.explained}
          tradeOff={tradeOff}
          choose={choose}
        />
      )}
      <Reasons report={report} />
      {course === undefined && findings !== undefined && (
        <>
          {tradeOff}
          <Why asked={reasons.explained} letter={undefined} />
        </>
      )}
      {course === undefined && <Notices report={report} />}
      <div className="halves">
        <div className="stack">
          {explained === undefined && <Rejected report={report} />}
          <Harms report={report} />
        </div>
        <Expectations manifest={answer.manifest} report={report} />
      </div>
      <ReportView answer={answer} reasons={explained} />
    </>
  );
});

/** The plan of the case: computed, being computed, out of date or impossible, always said so. */
export const Outcome = ({ asked, isStale, isComplete }: OutcomeProps) => {
  const { t } = useTranslation('plan');
  const { answer, error, isRunning, progress, cancel } = asked;
  const wasCalledOff = error?.name === 'AbortError';
  // A plan is long: it is first drawn in short tasks.
  const isDrawn = useDeferredValue(answer !== undefined, false);
  return (
    <>
      {isRunning && <Running progress={progress} cancel={cancel} />}
      {wasCalledOff && <p className="notice">{t('outcome.calledOff')}</p>}
      {error !== undefined && !wasCalledOff && (
        <p className="refused" role="alert">
          {t('outcome.failed', { message: error.message })}
        </p>
      )}
      {answer === undefined && !isRunning && error === undefined && <p>{t('outcome.waiting')}</p>}
      {answer !== undefined && (
        <>
          {!isComplete && <p className="notice">{t('outcome.stale')}</p>}
          <p className="verdict" role="status" data-content>
            {answer.report.verdict}
          </p>
          <div className={isStale ? 'plan-body stale' : 'plan-body'}>
            {isDrawn && <Worked answer={answer} isStale={isStale} />}
          </div>
        </>
      )}
    </>
  );
};
