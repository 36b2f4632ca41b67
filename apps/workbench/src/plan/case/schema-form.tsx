import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isRecord, pathText, type Path } from './document.ts';
import { useField, useIsGiven } from './editing.ts';
import { useFieldLabel } from './field-label.ts';
import {
  ChoiceField,
  deviceOptions,
  LinesField,
  PairsField,
  SetField,
  TextField,
  type FieldProps,
} from './form-fields.tsx';
import { branchesOf, fieldsOf, type SchemaNode } from './schema-node.ts';
import { ScreeningForm } from './screening-form.tsx';

const Fields = ({ node, path }: { readonly node: SchemaNode; readonly path: Path }) =>
  fieldsOf(node).map(([key, child]) => (
    <Field key={key} node={child} path={[...path, key]} isNeeded={node.required?.includes(key) ?? false} />
  ));

const Group = ({ node, path, isNeeded }: FieldProps) => {
  const label = useFieldLabel();
  const isGiven = useIsGiven(path);
  return (
    <details className="group" open={isNeeded || isGiven}>
      <summary>{label(path, true)}</summary>
      <Fields node={node} path={path} />
    </details>
  );
};

const kindOf = (node: SchemaNode): string => String(node.properties?.['kind']?.const ?? '');

/** One of several forms, told apart by their kind. */
const Forms = ({ node, path }: FieldProps) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, set } = useField(path);
  const kind = isRecord(value) ? String(value['kind']) : '';
  const branch = branchesOf(node).find((each) => kindOf(each) === kind);
  return (
    <fieldset className="group">
      <legend>{label(path, true)}</legend>
      <NativeSelect
        label={label([...path, 'kind'])}
        size="xs"
        value={kind}
        data={[
          { value: '', label: t('form.none') },
          ...branchesOf(node).map((each) => ({ value: kindOf(each), label: kindOf(each) })),
        ]}
        onChange={({ currentTarget }) =>
          set(currentTarget.value === '' ? undefined : { kind: currentTarget.value })
        }
      />
      {branch !== undefined && <Fields node={branch} path={path} />}
    </fieldset>
  );
};

/** A list of entries of one form. */
const Entries = ({ node, path }: FieldProps) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, set } = useField(path);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const without = (at: number) => {
    const rest = entries.filter((_, i) => i !== at);
    set(rest.length === 0 ? undefined : rest);
  };
  return (
    <details className="group" open={entries.length > 0}>
      <summary>{label(path, true)}</summary>
      {entries.map((_, at) => (
        <fieldset key={at} className="entry">
          <legend>{`${label(path, true)} ${at + 1}`}</legend>
          <Fields node={node.items ?? {}} path={[...path, at]} />
          <button type="button" className="link-button" onClick={() => without(at)}>
            {t('form.remove', { name: `${at + 1}` })}
          </button>
        </fieldset>
      ))}
      <button type="button" className="link-button" onClick={() => set([...entries, {}])}>
        {t('form.add')}
      </button>
    </details>
  );
};

const optionsOf = (items: SchemaNode | undefined) =>
  (items?.enum ?? []).map((value) => ({ value, label: value }));

const isSame = (one: FieldProps, other: FieldProps): boolean =>
  one.node === other.node && one.isNeeded === other.isNeeded && pathText(one.path) === pathText(other.path);

/** The field for a part of the schema. */
const Field = memo((props: FieldProps) => {
  const { node, path } = props;
  if (path[0] === 'screening') return <ScreeningForm path={path} />;
  if (path[0] === 'devices') return <SetField path={path} options={deviceOptions()} />;
  if (branchesOf(node).length > 0) return <Forms {...props} />;
  if (node.type === 'object')
    return node.properties === undefined ? <PairsField {...props} /> : <Group {...props} />;
  if (node.type === 'array' && node.items?.enum !== undefined)
    return <SetField path={path} options={optionsOf(node.items)} />;
  if (node.type === 'array')
    return node.items?.type === 'object' ? <Entries {...props} /> : <LinesField {...props} />;
  return node.enum === undefined ? <TextField {...props} /> : <ChoiceField {...props} />;
}, isSame);

/** A form with every field of a schema; what is wrong stands at the field. */
export const SchemaForm = memo(({ node }: { readonly node: SchemaNode }) => <Fields node={node} path={[]} />);
