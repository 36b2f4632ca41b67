import { memo, useMemo, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsOf, type Field } from '../run/fields.ts';
import type { LabLink } from '../run/link.ts';

interface SettingsProps {
  /** Before any change. */
  readonly document: unknown;
  readonly link: LabLink;
  readonly change: (by: Partial<LabLink>) => void;
}

const open = new Set(['device', 'generator', 'sessions', 'electrodes']);

/** A part of a path that is long stands on the parts before it, which the group says. */
const shortPath = (path: string): string => path.split('.').slice(-3).join('.');

const FieldRow = ({
  field,
  text,
  set,
}: {
  readonly field: Field;
  readonly text: string;
  readonly set: (text: string) => void;
}) => {
  const commit = (event: FormEvent<HTMLInputElement> | KeyboardEvent<HTMLInputElement>): void =>
    set(event.currentTarget.value);
  return (
    <label className={text === field.text ? 'setting' : 'setting is-changed'}>
      <span data-content>{shortPath(field.path)}</span>
      <input
        aria-label={field.path}
        defaultValue={text}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(event);
        }}
      />
    </label>
  );
};

/** Every value of the document, to be changed in place; the schema judges it when it is run. */
export const Settings = memo(({ document, link, change }: SettingsProps) => {
  const { t } = useTranslation('lab');
  const groups = useMemo(() => groupsOf(document), [document]);
  const { set = {} } = link;
  const setField = ({ path, text: original }: Field, text: string): void => {
    if ((set[path] ?? original) === text) return;
    const { [path]: _, ...rest } = set;
    const next = text === original ? rest : { ...rest, [path]: text };
    change({ set: Object.keys(next).length === 0 ? undefined : next });
  };
  return (
    <>
      <h2>{t('settings.title')}</h2>
      <p className="small">{t('settings.lead')}</p>
      {[...groups].map(([name, fields]) => (
        <details key={name} open={open.has(name) && fields.length < 30}>
          <summary data-content>
            {name} ({fields.length})
          </summary>
          {fields.map((field) => (
            <FieldRow
              key={`${field.path} ${set[field.path] ?? ''}`}
              field={field}
              text={set[field.path] ?? field.text}
              set={(text) => setField(field, text)}
            />
          ))}
        </details>
      ))}
      {Object.keys(set).length > 0 && (
        <button type="button" className="link-button" onClick={() => change({ set: undefined })}>
          {t('settings.reset', { count: Object.keys(set).length })}
        </button>
      )}
    </>
  );
});
