import { Button, FileButton, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answersSchema } from '../../shell/files/answers-file.ts';
import { saveFile } from '../../shell/files/save-file.ts';
import { isRecord, withValue, type Json } from './document.ts';
import { caseFromAnswers } from './from-answers.ts';
import { titleOf, type Cases } from './use-cases.ts';

/** Reads a file as a case, or as answers a case can begin from. Throws what says why not. */
const useReading = () => {
  const { t } = useTranslation('plan');
  return (text: string): Json => {
    const given: unknown = JSON.parse(text);
    if (isRecord(given) && given['kind'] === 'percuta answers') {
      return caseFromAnswers(answersSchema.parse(given), {
        title: t('cases.fromAnswers'),
        said: (answer, said) => t(`cases.said.${answer}`, { text: said }),
      });
    }
    if (!isRecord(given) || given['kind'] !== 'percuta case') throw new RangeError(t('cases.unknownKind'));
    return given;
  };
};

const Import = ({ cases }: { readonly cases: Cases }) => {
  const { t } = useTranslation('plan');
  const read = useReading();
  const [fault, setFault] = useState<string>();
  const reset = useRef<() => void>(null);
  const take = async (file: File | null) => {
    // The same file may be chosen again after it was put right.
    reset.current?.();
    if (file === null) return;
    try {
      cases.add(read(await file.text()));
      setFault(undefined);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <FileButton resetRef={reset} accept="application/json,.json" onChange={(file) => void take(file)}>
        {(props) => (
          <Button {...props} variant="subtle" size="compact-sm">
            {t('cases.import')}
          </Button>
        )}
      </FileButton>
      {fault !== undefined && (
        <p className="refused" role="alert">
          {t('cases.badFile', { message: fault })}
        </p>
      )}
    </>
  );
};

interface StepProps {
  readonly isIdle: boolean;
  readonly go: () => void;
  readonly children: string;
}

/** A step through the history. One that has come to its end keeps the focus, so that no further press meets another button. */
const Step = ({ isIdle, go, children }: StepProps) => (
  <Button
    size="xs"
    variant="default"
    aria-disabled={isIdle}
    {...(isIdle && { 'data-disabled': true })}
    onClick={go}
  >
    {children}
  </Button>
);

/** Which case is open, and what can be done with it as a whole. */
export const CaseBar = ({ cases }: { readonly cases: Cases }) => {
  const { t } = useTranslation('plan');
  const { history, id } = cases;
  const title = titleOf({ id, document: history.now });
  const save = () =>
    saveFile('case.json', `${JSON.stringify(history.now, undefined, 2)}\n`, 'application/json');
  return (
    <section className="case-bar">
      <NativeSelect
        label={t('cases.choose')}
        size="xs"
        data-content
        value={id}
        data={cases.cases.map((kept) => ({ value: kept.id, label: titleOf(kept) }))}
        onChange={({ currentTarget }) => cases.open(currentTarget.value)}
      />
      <p className="small" role="status">
        {cases.trouble === undefined ? t('cases.saved') : t('cases.notSaved', { message: cases.trouble })}
      </p>
      <div className="buttons">
        <Step isIdle={history.past.length === 0} go={cases.undo}>
          {t('cases.undo')}
        </Step>
        <Step isIdle={history.future.length === 0} go={cases.redo}>
          {t('cases.redo')}
        </Step>
      </div>
      <div className="buttons quiet">
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => cases.add(withValue(history.now, ['title'], t('cases.copy', { title })))}
        >
          {t('cases.new')}
        </Button>
        <Import cases={cases} />
        <Button size="compact-sm" variant="subtle" onClick={save}>
          {t('cases.export')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => cases.remove(id)}>
          {t('cases.delete')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            if (window.confirm(t('cases.confirmAll'))) cases.removeAll();
          }}
        >
          {t('cases.deleteAll')}
        </Button>
      </div>
    </section>
  );
};
