import { memo, useMemo, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsOf, type Field } from '../run/fields.ts';
import type { LabLink } from '../run/link.ts';
import { useSettingName } from '../run/use-setting-name.ts';

interface SettingsProps {
  /** Before any change. */
  readonly document: unknown;
  readonly link: LabLink;
  readonly change: (by: Partial<LabLink>) => void;
}

const open = new Set(['device', 'generator', 'sessions', 'electrodes']);

const FieldRow = ({
  field,
  name,
  text,
  set,
}: {
  readonly field: Field;
  /** In words, with its unit. */
  readonly name: string;
  readonly text: string;
  readonly set: (text: string) => void;
}) => {
  const commit = (event: FormEvent<HTMLInputElement> | KeyboardEvent<HTMLInputElement>): void =>
    set(event.currentTarget.value);
  return (
    <label className={text === field.text ? 'setting' : 'setting is-changed'}>
      <span className="setting-name">
        <span className="from-content">{name}</span>{' '}
        <code data-content className="setting-path">
          {field.path}
        </code>
      </span>
      <input
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
  const { partName, withUnit } = useSettingName();
  const groups = useMemo(() => groupsOf(document), [document]);
  const { set = {} } = link;
  const groupName = (group: string): string =>
    group
      .split('.')
      .map((key) => partName({ key, numbers: [] }))
      .join(': ');
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
          <summary>{t('settings.group', { name: groupName(name), count: fields.length })}</summary>
          {fields.map((field) => (
            <FieldRow
              key={`${field.path} ${set[field.path] ?? ''}`}
              field={field}
              name={withUnit(field)}
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
