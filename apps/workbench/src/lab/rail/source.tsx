import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { examples, firstExample } from '../run/example-documents.ts';
import type { LabLink } from '../run/link.ts';

interface SourceProps {
  readonly link: LabLink;
  readonly change: (by: Partial<LabLink>) => void;
}

const emptied = { set: undefined, fix: undefined, zone: undefined, at: undefined } as const;
const draws = [0, 8, 24] as const;

/** What is run: an example, or a file of one's own; and over how many draws. */
export const Source = ({ link, change }: SourceProps) => {
  const { t } = useTranslation('lab');
  const [fault, setFault] = useState('');
  const load = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const document: unknown = JSON.parse(await file.text());
      setFault('');
      change({ ...emptied, example: undefined, document });
    } catch (error) {
      setFault(t('source.bad', { message: error instanceof Error ? error.message : String(error) }));
    }
  };
  const isOwn = link.document !== undefined;
  return (
    <>
      <NativeSelect
        label={t('source.choose')}
        value={isOwn ? '' : (link.example ?? firstExample)}
        data={[...(isOwn ? [{ value: '', label: t('source.own') }] : []), ...examples]}
        onChange={({ currentTarget }) =>
          change({ ...emptied, document: undefined, example: currentTarget.value })
        }
      />
      <label className="file-label">
        <span>{t('source.load')}</span>
        <input
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => void load(currentTarget.files?.[0])}
        />
      </label>
      {fault !== '' && (
        <p className="refused" role="alert">
          {fault}
        </p>
      )}
      <NativeSelect
        label={t('source.draws')}
        description={t('source.drawsWhy')}
        value={String(link.ensemble ?? 0)}
        data={draws.map((count) => ({ value: String(count), label: t('source.count', { count }) }))}
        onChange={({ currentTarget }) => change({ ensemble: Number(currentTarget.value) || undefined })}
      />
    </>
  );
};
