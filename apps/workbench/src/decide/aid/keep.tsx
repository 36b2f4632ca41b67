import { Button, Checkbox, Textarea } from '@mantine/core';
import type { DecisionAid } from '@percuta/evidence';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../shell/files/save-file.ts';
import { linkVersion, withoutAnswers, type Choice } from '../choice.ts';
import { useChoice } from '../use-choice.ts';
import { answersOf } from './answers-of.ts';
import { useAddress } from './use-address.ts';
import { useWholePrint } from '../folding/use-whole-print.ts';
import { Part, Said } from './part.tsx';
import type { Asked } from './question.ts';

/** Copies a link to this page; where the browser refuses, shows it. */
const Share = () => {
  const { t } = useTranslation('decide');
  const { choice } = useChoice();
  const addressOf = useAddress();
  const [hasAnswers, setHasAnswers] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly link: string; readonly isCopied: boolean }>();
  const shared: Choice = hasAnswers ? { ...choice, v: linkVersion } : withoutAnswers(choice);
  const copy = async () => {
    const link = addressOf(shared);
    try {
      await navigator.clipboard.writeText(link);
      setOutcome({ link, isCopied: true });
    } catch {
      setOutcome({ link, isCopied: false });
    }
  };
  return (
    <div className="share">
      <Checkbox
        label={t('keep.answers')}
        checked={hasAnswers}
        onChange={({ currentTarget }) => setHasAnswers(currentTarget.checked)}
      />
      <Button variant="default" size="md" fullWidth onClick={() => void copy()}>
        {t('keep.link')}
      </Button>
      <div role="status">
        {outcome !== undefined && <p>{outcome.isCopied ? t('keep.copied') : t('keep.notCopied')}</p>}
        {outcome?.isCopied === false && (
          <output className="address" data-content>
            {outcome.link}
          </output>
        )}
      </div>
    </div>
  );
};

const Made = ({ aid }: { readonly aid: DecisionAid }) => {
  const { t } = useTranslation('decide');
  const { edition } = aid;
  return (
    <details>
      <summary>{t('keep.about')}</summary>
      <p>{t('aid.edition', { version: edition.version, date: edition.evidence_as_of })}</p>
      <Said>{edition.made_by.text}</Said>
      <Said>{edition.funding.text}</Said>
      <Said>{edition.update.text}</Said>
    </details>
  );
};

/** Next steps, a note, and three ways to take it along: print, link, file. */
export const Keep = ({ aid, asked }: { readonly aid: DecisionAid; readonly asked: Asked }) => {
  const { t } = useTranslation('decide');
  const { choice, answer } = useChoice();
  useWholePrint();
  const save = () =>
    saveFile(
      'percuta-answers.json',
      `${JSON.stringify(answersOf(aid, asked, choice), undefined, 2)}\n`,
      'application/json',
    );
  return (
    <Part id="keep">
      <h3>{t('keep.next')}</h3>
      <ol>
        {aid.next_steps.map(({ text }) => (
          <li key={text} data-content>
            {text}
          </li>
        ))}
      </ol>
      <Textarea
        label={t('keep.note')}
        autosize
        minRows={3}
        maxLength={2000}
        size="md"
        defaultValue={choice.note ?? ''}
        onBlur={({ currentTarget }) => answer({ note: currentTarget.value })}
      />
      <div className="ways-on">
        <Button size="md" fullWidth onClick={() => window.print()}>
          {t('keep.print')}
        </Button>
        <Button variant="default" size="md" fullWidth onClick={save}>
          {t('keep.file')}
        </Button>
        <Share />
      </div>
      <p className="small">{t('keep.private')}</p>
      <Made aid={aid} />
    </Part>
  );
};
