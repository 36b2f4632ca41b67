import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanAnswer, ReasonsAnswer } from '../../compute/messages.ts';
import { printDocument } from '../../shell/files/print-document.ts';
import { saveFile } from '../../shell/files/save-file.ts';
import { places } from './course-bar.tsx';

interface ReportViewProps {
  readonly answer: PlanAnswer;
  /** The reasons of the same plan, once they are there. */
  readonly reasons: ReasonsAnswer | undefined;
}

/** The report as it would be handed on, and the files of the plan. */
export const ReportView = memo(({ answer, reasons }: ReportViewProps) => {
  const { t } = useTranslation('plan');
  const [isShown, setShown] = useState(false);
  const { manifest, report } = answer;
  const html = reasons?.html ?? answer.html;
  return (
    <section className="panel" id={places.report} tabIndex={-1}>
      <h2>{t('outcome.report')}</h2>
      <div className="buttons">
        <Button size="xs" onClick={() => setShown(!isShown)} aria-expanded={isShown}>
          {isShown ? t('outcome.hideReport') : t('outcome.showReport')}
        </Button>
        <Button size="xs" variant="default" onClick={() => saveFile('report.html', html, 'text/html')}>
          {t('outcome.saveReport')}
        </Button>
        <Button size="xs" variant="default" onClick={() => printDocument(t('outcome.report'), html)}>
          {t('outcome.printReport')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            saveFile('manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`, 'application/json')
          }
        >
          {t('outcome.saveManifest')}
        </Button>
        {reasons !== undefined && (
          <Button
            size="xs"
            variant="default"
            onClick={() => saveFile('reasons.json', reasons.json, 'application/json')}
          >
            {t('outcome.saveReasons')}
          </Button>
        )}
      </div>
      {report.status !== 'refused' && (
        <p className="small" role="status">
          {reasons === undefined ? t('outcome.reasonsMissing') : t('outcome.reasonsIn')}
        </p>
      )}
      <p className="small">
        {t('outcome.hash')}{' '}
        <code data-testid="result-hash" data-content>
          {manifest.hashes.result}
        </code>
      </p>
      {isShown && <iframe className="report" title={t('outcome.report')} sandbox="" srcDoc={html} />}
    </section>
  );
});
