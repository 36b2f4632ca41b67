import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isRecord, valueAt, type Json, type Path } from './case/document.ts';
import { useFieldLabel } from './case/field-label.ts';

interface Shown {
  readonly path: Path;
  /** Names of the catalogue, which are written with hyphens. */
  readonly isName?: boolean;
}

const fieldsOf = (group: string, ...fields: readonly string[]): Shown[] =>
  fields.map((field) => ({ path: [group, field] }));

/** What somebody looks at first; the form has every field. */
const groups = [
  { title: 'person', fields: fieldsOf('person', 'age', 'sex', 'phototype', 'history') },
  {
    title: 'site',
    fields: [
      { path: ['site', 'id'], isName: true },
      { path: ['site', 'area'] },
      { path: ['site', 'exclusions'] },
      { path: ['zones'], isName: true },
    ],
  },
  {
    title: 'concern',
    fields: [{ path: ['concern', 'indication'], isName: true }, { path: ['concern', 'grade'] }],
  },
  { title: 'device', fields: [{ path: ['devices'], isName: true }, { path: ['sheets'] }] },
  {
    title: 'preferences',
    fields: fieldsOf('preferences', 'most_downtime', 'most_sessions', 'budget_visits'),
  },
] as const satisfies readonly { readonly title: string; readonly fields: readonly Shown[] }[];

/** A value of the document in a line; empty where it has none. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (isRecord(value)) {
    const { id, reason, area } = value;
    return reason === undefined ? textOf(id) : `${textOf(reason)} ${textOf(area)}`.trim();
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const shownText = (document: Json, { path, isName = false }: Shown): string => {
  const text = textOf(valueAt(document, path));
  return isName ? text.replaceAll(/[-_]/g, ' ') : text;
};

/** The case at a glance, as it stands in its document. */
export const CaseSummary = memo(({ document }: { readonly document: Json }) => {
  const { t } = useTranslation('plan');
  const labelOf = useFieldLabel();
  const shown = groups.map(({ title, fields }) => ({
    title,
    rows: fields
      .map((field) => ({ field, text: shownText(document, field) }))
      .filter(({ text }) => text !== ''),
  }));
  return (
    <div className="case-summary">
      {shown.map(({ title, rows }) =>
        rows.length === 0 ? undefined : (
          <section key={title}>
            <h2>{t(`summary.${title}`)}</h2>
            <dl>
              {rows.map(({ field: { path }, text }) => (
                <div key={path.join('.')}>
                  <dt>{labelOf(path, path.at(-1) === 'zones' || path.at(-1) === 'exclusions')}</dt>
                  <dd data-content>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ),
      )}
    </div>
  );
});
