import { TextInput } from '@mantine/core';
import { allStages, parameterNames } from '@percuta/engine';
import { isUnverified, type Parameter } from '@percuta/evidence';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import type { LabLink } from '../run/link.ts';
import { SpreadBar, spreadText } from './spread.tsx';

type Entry = readonly [name: string, parameter: Parameter];

interface WhyProps {
  readonly link: LabLink;
  readonly change: (by: Partial<LabLink>) => void;
  /** A heat problem states its own materials: only what `like` brings in stands behind it. */
  readonly isProblem: boolean;
}

const all: readonly Entry[] = allStages.flatMap((stage) => parameterNames(stage));
const few = 8;
const digits = (value: number): string => String(Number(value.toPrecision(6)));

interface ParameterRowProps {
  readonly entry: Entry;
  readonly fixed: string | undefined;
  readonly fix: ((text: string) => void) | undefined;
}

const ParameterRow = ({ entry: [name, parameter], fixed, fix }: ParameterRowProps) => {
  const { t } = useTranslation('lab');
  const { meaning, value, unit, read, reason, where, note, sources, basis } = parameter;
  const ownUnit = unit === '1' ? '' : ` ${unit}`;
  return (
    <div className="why-row">
      <div className="why-head">
        <span data-content className="from-content">
          {meaning}
        </span>
        <span className={isUnverified(read) ? 'chip caution' : 'chip ok'}>
          {t(`read.${read}`, { ns: 'shell' })}
        </span>
      </div>
      <div className="why-value">
        <strong data-content>
          {digits(value)}
          {ownUnit} {spreadText(parameter)}
        </strong>
        <SpreadBar parameter={parameter} />
      </div>
      {fixed !== undefined && <p className="chip caution">{t('why.overridden', { text: fixed })}</p>}
      <details>
        <summary>{t('why.open')}</summary>
        <p className="small">
          <code data-content>{name}</code> <span data-content>{basis}</span>
        </p>
        {[reason, where, note].map((text) =>
          text === undefined ? undefined : (
            <p key={text} className="small" data-content>
              {text}
            </p>
          ),
        )}
        <Sources of={[{ sources, read }]} />
        {fix !== undefined && (
          <TextInput
            size="xs"
            label={t('why.override')}
            aria-label={`${t('why.override')} ${name}`}
            placeholder={`${digits(value)}${ownUnit}`}
            defaultValue={fixed ?? ''}
            onBlur={({ currentTarget }) => fix(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') fix(event.currentTarget.value);
            }}
          />
        )}
      </details>
    </div>
  );
};

/** Fixed ones first, then the ones nobody has verified. */
const ordered = (fix: Readonly<Record<string, string>>): readonly Entry[] => {
  const rank = ([name, { read }]: Entry): number =>
    fix[name] === undefined ? (isUnverified(read) ? 1 : 2) : 0;
  return all.toSorted((a, b) => rank(a) - rank(b));
};

/** Every constant behind a run with what it rests on, and a value of one's own in its place. */
export const Why = memo(({ link, change, isProblem }: WhyProps) => {
  const { t } = useTranslation('lab');
  const [search, setSearch] = useState('heat');
  const { fix } = link;
  const found = useMemo(
    () =>
      ordered(fix ?? {}).filter(
        ([name, { meaning }]) =>
          (!isProblem || name.startsWith('heat.')) &&
          `${name} ${meaning}`.toLowerCase().includes(search.toLowerCase().trim()),
      ),
    [fix, isProblem, search],
  );
  const setFixed = (name: string, text: string): void => {
    const { [name]: last, ...rest } = fix ?? {};
    if ((last ?? '') === text.trim()) return;
    const next = text.trim() === '' ? rest : { ...rest, [name]: text.trim() };
    change({ fix: Object.keys(next).length === 0 ? undefined : next });
  };
  return (
    <>
      <h2>{t('why.title')}</h2>
      <p className="small">{t(isProblem ? 'why.problem' : 'why.lead')}</p>
      <TextInput
        label={t('why.search')}
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      <p role="status" className="small">
        {t('why.shown', { shown: Math.min(few, found.length), count: found.length })}
      </p>
      {found.slice(0, few).map((entry) => (
        <ParameterRow
          key={`${entry[0]} ${fix?.[entry[0]] ?? ''}`}
          entry={entry}
          fixed={fix?.[entry[0]]}
          fix={isProblem ? undefined : (text) => setFixed(entry[0], text)}
        />
      ))}
    </>
  );
});
