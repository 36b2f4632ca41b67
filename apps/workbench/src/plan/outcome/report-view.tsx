import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanAnswer } from '../../compute/messages.ts';
import { printDocument } from '../../shell/files/print-document.ts';
import { saveFile } from '../../shell/files/save-file.ts';

/** The report as it would be handed on, and the files of the plan. */
export const ReportView = ({ answer }: { readonly answer: PlanAnswer }) => {
  const { t } = useTranslation('plan');
  const [isShown, setShown] = useState(false);
  const { html, manifest } = answer;
  return (
    <section className="panel">
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
      </div>
      <p className="small">
        {t('outcome.hash')}{' '}
        <code data-testid="result-hash" data-content>
          {manifest.hashes.result}
        </code>
      </p>
      {isShown && <iframe className="report" title={t('outcome.report')} sandbox="" srcDoc={html} />}
    </section>
  );
};
