import { Checkbox, TextInput } from '@mantine/core';
import { allStages, parameterNames } from '@percuta/engine';
import { isUnverified, type Parameter } from '@percuta/evidence';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sources } from '../shell/sources.tsx';

const digits = (value: number): string => String(Number(value.toPrecision(12)));

const SpreadText = ({ spread }: Pick<Parameter, 'spread'>) => {
  const { t } = useTranslation('trust');
  switch (spread.kind) {
    case 'fixed':
      return t('parameters.fixed');
    case 'normal':
      return t('parameters.normal', { sd: digits(spread.sd) });
    default:
      return t('parameters.spread', {
        kind: spread.kind,
        low: digits(spread.low),
        high: digits(spread.high),
      });
  }
};

const Row = ({ name, parameter }: { readonly name: string; readonly parameter: Parameter }) => {
  const { t } = useTranslation('trust');
  const { meaning, value, unit, spread, basis, read, reason, where, note, sources } = parameter;
  return (
    <section className="panel">
      <h3 data-content>{meaning}</h3>
      <p>
        <strong data-content>
          {digits(value)} {unit === '1' ? '' : unit}
        </strong>{' '}
        (<SpreadText spread={spread} />){' '}
        <span className={isUnverified(read) ? 'chip caution' : 'chip ok'}>
          {t(`read.${read}`, { ns: 'shell' })}
        </span>{' '}
        <span className="chip" data-content>
          {basis}
        </span>
      </p>
      <p className="small">
        <code data-content>{name}</code>
      </p>
      <details>
        <summary>{t('parameters.why')}</summary>
        {[reason, where, note].map((text) =>
          text === undefined ? undefined : (
            <p key={text} data-content>
              {text}
            </p>
          ),
        )}
        <Sources of={[{ sources, read }]} />
      </details>
    </section>
  );
};

const all = allStages.flatMap((stage) => parameterNames(stage));

/** As many as are drawn at once: some stages have hundreds. */
const few = 40;

/** Every number of the model with what it rests on; `asked` is searched for at first. */
export const ParameterTable = ({ asked }: { readonly asked: string }) => {
  const { t } = useTranslation('trust');
  const [search, setSearch] = useState(asked);
  const [isWhole, setWhole] = useState(false);
  const [isOpenOnly, setOpenOnly] = useState(false);
  const shown = useMemo(
    () =>
      all.filter(
        ([name, { meaning, read }]) =>
          `${name} ${meaning}`.toLowerCase().includes(search.toLowerCase()) &&
          (!isOpenOnly || isUnverified(read)),
      ),
    [search, isOpenOnly],
  );
  return (
    <>
      <div className="filters">
        <TextInput
          label={t('parameters.search')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Checkbox
          mt="xl"
          label={t('parameters.unverified')}
          checked={isOpenOnly}
          onChange={({ currentTarget }) => setOpenOnly(currentTarget.checked)}
        />
      </div>
      <p role="status" className="small">
        {t('parameters.shown', { count: shown.length, total: all.length })}
      </p>
      {(isWhole ? shown : shown.slice(0, few)).map(([name, parameter]) => (
        <Row key={name} name={name} parameter={parameter} />
      ))}
      {!isWhole && shown.length > few && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          {t('parameters.whole', { count: shown.length })}
        </button>
      )}
    </>
  );
};
