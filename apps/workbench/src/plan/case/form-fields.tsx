import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { deviceIds, deviceSheet } from '@percuta/evidence';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from './document.ts';
import { isRecord } from './document.ts';
import { useField } from './editing.ts';
import { useFieldLabel } from './field-label.ts';
import type { SchemaNode } from './schema-node.ts';

export interface FieldProps {
  readonly node: SchemaNode;
  readonly path: Path;
  readonly isNeeded: boolean;
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A text that is handed on as it is typed; an empty one that nobody needs is taken away. */
export const TextField = ({ node, path, isNeeded }: FieldProps) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, fault, set } = useField(path);
  const isCount = node.type === 'integer';
  const { 'x-min': min, 'x-max': max } = node;
  const next = (text: string): unknown => {
    if (text === '' && !isNeeded) return undefined;
    return isCount && /^\d+$/.test(text) ? Number(text) : text;
  };
  return (
    <TextInput
      label={label(path)}
      size="xs"
      {...(min !== undefined && max !== undefined ? { description: t('form.range', { min, max }) } : {})}
      inputMode={isCount ? 'numeric' : 'text'}
      value={asText(value)}
      error={fault}
      errorProps={{ 'data-content': '' }}
      onChange={({ currentTarget }) => set(next(currentTarget.value))}
    />
  );
};

/** One of a fixed list. */
export const ChoiceField = ({ node, path, isNeeded }: FieldProps) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, fault, set } = useField(path);
  const options = (node.enum ?? []).map((entry) => ({ value: entry, label: entry.replaceAll(/[-_]/g, ' ') }));
  const isOpen = typeof value !== 'string' || !isNeeded;
  return (
    <NativeSelect
      label={label(path)}
      size="xs"
      data={isOpen ? [{ value: '', label: t('form.none') }, ...options] : options}
      value={asText(value)}
      error={fault}
      onChange={({ currentTarget }) => set(currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  );
};

const linesOf = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('\n') : '');

/** Texts, one a line. */
export const LinesField = ({ path }: FieldProps) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, fault, set } = useField(path);
  return (
    <Textarea
      label={label(path)}
      description={t('form.lines')}
      size="xs"
      autosize
      defaultValue={linesOf(value)}
      key={linesOf(value)}
      error={fault}
      onBlur={({ currentTarget }) => {
        const text = currentTarget.value;
        if (text !== linesOf(value)) set(text.split('\n').filter((line) => line.trim() !== ''));
      }}
    />
  );
};

const pairsOf = (value: unknown): string =>
  isRecord(value)
    ? Object.entries(value)
        .map(([name, share]) => `${name}: ${asText(share)}`)
        .join('\n')
    : '';

const readPairs = (text: string): Record<string, string> | undefined => {
  const pairs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): [string, string] => {
      const [name = '', ...rest] = line.split(':');
      return [name.trim(), rest.join(':').trim()];
    });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
};

/** Names with a share each, one a line. */
export const PairsField = ({ path }: FieldProps) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, fault, set } = useField(path);
  return (
    <Textarea
      label={label(path)}
      description={t('form.pairs')}
      size="xs"
      autosize
      defaultValue={pairsOf(value)}
      key={pairsOf(value)}
      error={fault}
      onBlur={({ currentTarget }) => {
        if (currentTarget.value !== pairsOf(value)) set(readPairs(currentTarget.value));
      }}
    />
  );
};

interface SetProps {
  readonly path: Path;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Some of a fixed list: what is chosen can be taken away, the rest added. */
export const SetField = ({ path, options }: SetProps) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, fault, set } = useField(path);
  const [announced, announce] = useState('');
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const nameOf = (id: string): string => options.find((option) => option.value === id)?.label ?? id;
  return (
    <div className="set-field">
      <NativeSelect
        label={label(path)}
        size="xs"
        error={fault}
        value=""
        data={[
          { value: '', label: t('form.add') },
          ...options.filter((option) => !chosen.includes(option.value)),
        ]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === '') return;
          announce(nameOf(currentTarget.value));
          set([...chosen, currentTarget.value]);
        }}
      />
      <ul>
        {chosen.map((id) => (
          <li key={id}>
            <span data-content>{nameOf(id)}</span>
            <button
              type="button"
              className="link-button"
              aria-label={t('form.remove', { name: nameOf(id) })}
              onClick={() => set(chosen.filter((each) => each !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <span role="status" className="unseen" data-content>
        {announced}
      </span>
    </div>
  );
};

export const deviceOptions = () => deviceIds.map((id) => ({ value: id, label: deviceSheet(id).name }));
