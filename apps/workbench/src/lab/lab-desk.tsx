import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Running } from '../compute/running.tsx';
import { Source } from './rail/source.tsx';
import { Settings } from './rail/settings.tsx';
import { Why } from './rail/why.tsx';
import { LabFault } from './lab-fault.tsx';
import { linkVersion } from './run/link.ts';
import { isProblem, keyOf, questionOf } from './run/question.ts';
import { useDocument } from './run/use-document.ts';
import { useLink } from './run/use-link.ts';
import { useRuns } from './run/use-runs.ts';
import { Result } from './show/result.tsx';

/** What a link asks for as a question, or why it is none. */
const useQuestion = ({
  link,
  document,
}: {
  readonly link: ReturnType<typeof useLink>['link'];
  readonly document: unknown;
}) => useMemo(() => (document === undefined ? undefined : questionOf(document, link)), [document, link]);

/** Any protocol or heat problem, run here, looked at from all sides and held against another run. */
export const LabDesk = () => {
  const { t } = useTranslation('lab');
  const { link, change } = useLink();
  const { document, error: unread } = useDocument(link);
  // The list of settings is long: it is first drawn in short tasks.
  const isListed = useDeferredValue(document !== undefined, false);
  const runs = useRuns();
  const question = useQuestion({ link, document });
  const { run, shown, isRunning, error } = runs;
  const [begun, setBegun] = useState(false);
  // The first run starts by itself: what a link shows is there without a press.
  useEffect(() => {
    if (begun || question === undefined) return;
    setBegun(true);
    run(question);
  }, [begun, question, run]);
  const current = runs.runs.find(({ number }) => number === shown);
  const isStale = current !== undefined && question !== undefined && current.key !== keyOf(question);
  const start = useCallback(() => question && run(question), [question, run]);
  return (
    <div className="lab">
      <div className="lab-rail lab-source">
        <h1>{t('title')}</h1>
        {(link.v ?? linkVersion) > linkVersion && (
          <p className="notice" role="note">
            {t('later')}
          </p>
        )}
        <Source link={link} change={change} />
        <Button fullWidth onClick={start} disabled={question === undefined || isRunning}>
          {t('run')}
        </Button>
      </div>
      <div className="lab-main">
        {isRunning && <Running progress={runs.progress} cancel={runs.cancel} />}
        {runs.wasCalledOff && <p role="status">{t('calledOff')}</p>}
        <LabFault error={unread ?? error} />
        {isStale && !isRunning && <p className="notice">{t('stale')}</p>}
        {current === undefined ? (
          !isRunning && error === undefined && <p className="waiting">{t('waiting')}</p>
        ) : (
          <Result
            key={current.answer.title}
            runs={runs.runs}
            current={current}
            show={runs.show}
            link={link}
            change={change}
          />
        )}
      </div>
      <div className="lab-rail lab-settings">
        {isListed && document !== undefined && (
          <Settings
            key={JSON.stringify([link.example, link.document])}
            document={document}
            link={link}
            change={change}
          />
        )}
        <Why link={link} change={change} isProblem={isProblem(document)} />
      </div>
    </div>
  );
};
