import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Running } from '../compute/running.tsx';
import { useAnswer } from '../compute/use-answer.ts';
import type { Replay } from '../compute/messages.ts';

const Compared = ({ replay }: { readonly replay: Replay }) => {
  const { t } = useTranslation('trust');
  if (replay.kind === 'other command') return <p>{t('manifest.only')}</p>;
  const { differing, engine, own } = replay;
  return (
    <>
      <p className={differing.length === 0 ? 'notice' : 'refused'}>
        {differing.length === 0 ? t('manifest.same') : t('manifest.differ', { names: differing.join(', ') })}
      </p>
      {engine !== own && <p>{t('manifest.engine', { engine, own })}</p>}
    </>
  );
};

interface Given {
  readonly text: string;
  readonly manifest: unknown;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Left to the reader of manifests, which says what is wrong with it.
    return text;
  }
};

/** Computes a manifest again and says whether the hashes agree. */
export const Manifests = () => {
  const { t } = useTranslation('trust');
  const [given, setGiven] = useState<Given>();
  const { answer, isRunning, progress, cancel, error } = useAnswer(
    ['replay', given?.text ?? ''],
    given === undefined ? undefined : { kind: 'replay' as const, manifest: given.manifest },
  );
  const read = async (file: File | null) => {
    const text = await file?.text();
    setGiven(text === undefined ? undefined : { text, manifest: parse(text) });
  };
  return (
    <section className="panel">
      <p>{t('manifest.lead')}</p>
      <FileInput
        label={t('manifest.file')}
        placeholder={t('manifest.choose')}
        accept="application/json,.json"
        onChange={(file) => void read(file)}
      />
      <div role="status">
        {isRunning && <Running progress={progress} cancel={cancel} />}
        {error !== undefined && (
          <pre className="refused" data-content>
            {error.message}
          </pre>
        )}
        {answer !== undefined && !isRunning && error === undefined && <Compared replay={answer} />}
      </div>
    </section>
  );
};
