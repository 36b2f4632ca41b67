import { NativeSelect, TextInput } from '@mantine/core';
import { conditionNames, indicationIds, reference, studies, type Study } from '@percuta/evidence';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Filter {
  readonly problem: string;
  readonly route: string;
  readonly design: string;
  readonly search: string;
}

const everything: Filter = { problem: '', route: '', design: '', search: '' };
const designs = ['randomised', 'controlled', 'uncontrolled', 'retrospective', 'case'] as const;

const textOf = (study: Study): string =>
  [
    study.id,
    reference(study.source.key).cite,
    ...study.arms.flatMap(({ label, device, indication_words }) => [label, device.words, indication_words]),
  ]
    .join(' ')
    .toLowerCase();

const passes = (study: Study, { problem, route, design, search }: Filter): boolean =>
  (design === '' || study.design === design) &&
  study.arms.some(
    ({ indication, device }) =>
      (problem === '' || indication === problem) && (route === '' || device.modality === route),
  ) &&
  search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => textOf(study).includes(word));

const Filters = ({
  filter,
  set,
}: {
  readonly filter: Filter;
  readonly set: (changes: Partial<Filter>) => void;
}) => {
  const { t } = useTranslation('evidence');
  const any = { value: '', label: t('ask.anything') };
  return (
    <div className="filters">
      <NativeSelect
        label={t('ask.problem')}
        value={filter.problem}
        data-content
        data={[any, ...indicationIds.map((id) => ({ value: id, label: conditionNames[id] }))]}
        onChange={({ currentTarget }) => set({ problem: currentTarget.value })}
      />
      <NativeSelect
        label={t('ask.route')}
        value={filter.route}
        data={[any, ...(['needling', 'rf'] as const).map((value) => ({ value, label: t(`route.${value}`) }))]}
        onChange={({ currentTarget }) => set({ route: currentTarget.value })}
      />
      <NativeSelect
        label={t('ask.design')}
        value={filter.design}
        data-content
        data={[any, ...designs.map((value) => ({ value, label: value }))]}
        onChange={({ currentTarget }) => set({ design: currentTarget.value })}
      />
      <TextInput
        label={t('ask.search')}
        value={filter.search}
        onChange={({ currentTarget }) => set({ search: currentTarget.value })}
      />
    </div>
  );
};

const Arms = ({ study }: { readonly study: Study }) => (
  <ul data-content>
    {study.arms.map((arm) => (
      <li key={arm.id}>
        <strong>{arm.label ?? arm.device.words}</strong> ({arm.role};{' '}
        {arm.places.map(({ words }) => words).join(', ')}):{' '}
        {arm.outcomes.map(({ words }) => words).join('; ')}
      </li>
    ))}
  </ul>
);

const peopleIn = ({ arms }: Study): string =>
  arms.map(({ analysed, enrolled }) => analysed ?? enrolled ?? '?').join(' + ');

const Row = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation('evidence');
  const work = reference(study.source.key);
  const treated = [...new Set(study.arms.map(({ indication }) => indication.replaceAll('-', ' ')))].join(
    ', ',
  );
  return (
    <section className="panel study">
      <h3 data-content>{work.cite}</h3>
      <p>
        <span className="chip" data-content>
          {study.design}
        </span>{' '}
        {study.within_person && <span className="chip">{t('studies.within')}</span>}{' '}
        <span className={study.split === 'train' ? 'chip ok' : 'chip caution'}>
          {t(`studies.${study.split}`)}
        </span>{' '}
        <span className="chip">{t(`read.${study.read}`, { ns: 'shell' })}</span>
      </p>
      <p data-content>
        {treated}; n = {peopleIn(study)}
        {work.doi === undefined ? '' : `; doi ${work.doi}`}
      </p>
      <details>
        <summary>{t('studies.arms')}</summary>
        <Arms study={study} />
      </details>
    </section>
  );
};

/** Every study of the table, by problem, treatment, design and words. */
export const Studies = () => {
  const { t } = useTranslation('evidence');
  const [filter, setFilter] = useState(everything);
  const all = studies();
  const shown = useMemo(() => all.filter((study) => passes(study, filter)), [all, filter]);
  return (
    <>
      <Filters filter={filter} set={(changes) => setFilter((known) => ({ ...known, ...changes }))} />
      <p role="status" className="small">
        {t('studies.shown', { count: shown.length, total: all.length })}
      </p>
      {shown.length === 0 && <p>{t('studies.none')}</p>}
      {shown.map((study) => (
        <Row key={study.id} study={study} />
      ))}
    </>
  );
};
