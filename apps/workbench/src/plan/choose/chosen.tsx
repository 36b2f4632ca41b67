import { Button } from '@mantine/core';
import { hashOf } from '@percuta/engine';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Running } from '../../compute/running.tsx';
import { useAnswer } from '../../compute/use-answer.ts';
import type { Lettered } from '../../compute/messages.ts';
import { printDocument } from '../../shell/files/print-document.ts';
import { saveFile } from '../../shell/files/save-file.ts';
import type { Choice } from '../case/case-store.ts';
import { ChoiceContext } from './choice-context.ts';
import { Sessions } from './sessions.tsx';

interface ChosenProps {
  readonly choice: Choice;
  readonly course: Lettered;
}

/** The course that was settled on: its sessions on a calendar, and its documents. */
export const Chosen = ({ choice, course }: ChosenProps) => {
  const { t } = useTranslation('plan');
  const { question } = useContext(ChoiceContext);
  const asking = { kind: 'choose' as const, course: choice.course, reason: choice.reason, ...question };
  const { answer, error, isRunning, progress, cancel } = useAnswer(['choose', hashOf(asking)], asking);
  return (
    <div className="chosen-course">
      <h3>{t('choose.chosen', { letter: course.letter })}</h3>
      {choice.reason !== '' && (
        <p>
          {t('choose.because')} <span data-content>{choice.reason}</span>
        </p>
      )}
      <Sessions candidate={course.candidate} first={choice.first} />
      {isRunning && <Running progress={progress} cancel={cancel} />}
      {error !== undefined && error.name !== 'AbortError' && (
        <p className="refused" role="alert" data-content>
          {error.message}
        </p>
      )}
      {answer !== undefined && (
        <div className="buttons">
          <Button size="xs" onClick={() => printDocument(t('choose.document'), answer.html)}>
            {t('choose.print')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => saveFile('course.html', answer.html, 'text/html')}
          >
            {t('choose.saveDocument')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => saveFile('course.json', answer.json, 'application/json')}
          >
            {t('choose.saveFile')}
          </Button>
        </div>
      )}
    </div>
  );
};
