import { Button, FileButton } from '@mantine/core';
import { readDeviceSheet } from '@percuta/evidence';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRecord, withValue, type Json } from './document.ts';
import type { Cases } from './use-cases.ts';

const nameOf = (sheet: Json): string => (isRecord(sheet) ? String(sheet['name']) : '');
const idOf = (sheet: Json): unknown => (isRecord(sheet) ? sheet['id'] : undefined);

/** Sheets that stand in the case itself. */
const inCase = (document: Json): readonly Json[] =>
  isRecord(document) && Array.isArray(document['sheets']) ? document['sheets'] : [];

/** Device sheets of the user's own that go with the case, as `--device` does on the command line. */
export const OwnSheets = ({ cases }: { readonly cases: Cases }) => {
  const { t } = useTranslation('plan');
  const { sheets, attach, edit, history } = cases;
  const named = inCase(history.now);
  const all = [...named, ...sheets];
  const remove = (sheet: Json): void => {
    if (sheets.includes(sheet)) return attach({ sheets: sheets.filter((kept) => kept !== sheet) });
    const rest = named.filter((kept) => kept !== sheet);
    edit(withValue(history.now, ['sheets'], rest.length === 0 ? undefined : rest));
  };
  const [fault, setFault] = useState<string>();
  const reset = useRef<() => void>(null);
  const take = async (file: File | null) => {
    reset.current?.();
    if (file === null) return;
    try {
      const sheet: unknown = JSON.parse(await file.text());
      const { id } = readDeviceSheet(sheet);
      attach({ sheets: [...sheets.filter((kept) => idOf(kept) !== id), sheet] });
      setFault(undefined);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section>
      <h2 className="small">{t('sheets.title')}</h2>
      {all.length > 0 && (
        <ul className="own-sheets">
          {all.map((sheet) => (
            <li key={String(idOf(sheet))}>
              <span data-content>{nameOf(sheet)}</span>{' '}
              <button
                type="button"
                className="link-button"
                aria-label={t('form.remove', { name: nameOf(sheet) })}
                onClick={() => remove(sheet)}
              >
                {t('sheets.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FileButton resetRef={reset} accept="application/json,.json" onChange={(file) => void take(file)}>
        {(props) => (
          <Button {...props} variant="default" size="xs">
            {t('sheets.add')}
          </Button>
        )}
      </FileButton>
      {fault !== undefined && (
        <p className="refused" role="alert">
          {t('sheets.bad', { message: fault })}
        </p>
      )}
    </section>
  );
};
