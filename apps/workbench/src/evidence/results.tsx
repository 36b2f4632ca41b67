import { NativeSelect } from '@mantine/core';
import {
  conditionNames,
  forecastFor,
  gapsFor,
  indicationIds,
  isStudyId,
  resultsFor,
  risksFor,
  scaleFunnel,
  study,
  type Forecast,
  type ScaleResult,
} from '@percuta/evidence';
import { forestPlot, funnelPlot, gradeTable, iconArray, type FigureOptions } from '@percuta/figures';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../shell/picture.tsx';
import { Sources } from '../shell/sources.tsx';
import { places } from './question.ts';
import { harmWorks } from './harm-works.ts';
import { RiskTable } from './risk-table.tsx';
import { useQuestion } from './use-question.ts';

const Ask = () => {
  const { t } = useTranslation('evidence');
  const { question, ask } = useQuestion();
  const { problem, route, place } = question;
  return (
    <div className="filters">
      <NativeSelect
        label={t('ask.problem')}
        value={problem}
        data-content
        data={indicationIds.map((id) => ({ value: id, label: conditionNames[id] }))}
        onChange={({ currentTarget }) =>
          ask({ problem: indicationIds.find((id) => id === currentTarget.value) })
        }
      />
      <NativeSelect
        label={t('ask.route')}
        value={route}
        data={(['needling', 'rf'] as const).map((value) => ({ value, label: t(`route.${value}`) }))}
        onChange={({ currentTarget }) => ask({ route: currentTarget.value === 'rf' ? 'rf' : 'needling' })}
      />
      <NativeSelect
        label={t('ask.place')}
        value={place}
        data={places.map((value) => ({ value, label: t(`place.${value}`) }))}
        onChange={({ currentTarget }) => ask({ place: places.find((each) => each === currentTarget.value) })}
      />
    </div>
  );
};

const People = ({ forecast }: { readonly forecast: Extract<Forecast, { status: 'estimated' }> }) => {
  const { t } = useTranslation('evidence');
  const { levels, statement, certainty } = forecast;
  const drawPeople = useCallback(
    (options: FigureOptions) => iconArray({ levels, statement, grade: certainty.grade }, options),
    [levels, statement, certainty],
  );
  const drawGrade = useCallback((options: FigureOptions) => gradeTable({ certainty }, options), [certainty]);
  return (
    <>
      <Picture draw={drawPeople} widest={820} />
      <h3>{t('certainty')}</h3>
      <Picture draw={drawGrade} widest={820} />
    </>
  );
};

/** The works behind a scale: of what is pooled and of what is not. */
const worksOf = ({ results, unpooled }: ScaleResult) =>
  [...results, ...unpooled].flatMap(({ study: id }) => {
    if (!isStudyId(id)) return [];
    const { source, read } = study(id);
    return [{ sources: [source], read }];
  });

type Found = Pick<ReturnType<typeof useQuestion>['question'], 'problem' | 'route' | 'place'>;

const Scale = ({ result }: { readonly result: ScaleResult }) => {
  const { t } = useTranslation('evidence');
  const funnel = useMemo(() => scaleFunnel(result), [result]);
  const drawForest = useCallback((options: FigureOptions) => forestPlot(result, options), [result]);
  const drawFunnel = useCallback(
    (options: FigureOptions) =>
      funnel === undefined
        ? { svg: '', title: '', sentence: '', note: '' }
        : funnelPlot({ ...result, ...funnel }, options),
    [result, funnel],
  );
  const { name, studies, people, notPooled, unpooled } = result;
  return (
    <section className="panel">
      <h3>{studies === 1 ? t('scale_one', { name, people }) : t('scale', { name, studies, people })}</h3>
      {notPooled !== undefined && <p className="small">{t('notPooled', { reason: notPooled })}</p>}
      <div className="plots">
        {result.results.length > 0 && <Picture draw={drawForest} widest={820} />}
        {funnel !== undefined && <Picture draw={drawFunnel} widest={560} />}
      </div>
      {unpooled.length > 0 && (
        <details>
          <summary>{t('unpooled')}</summary>
          <ul>
            {unpooled.map(({ study, arm, found, reason }) => (
              <li key={study + arm} data-content>
                {study}, {arm}: {found ?? reason}. {found === undefined ? '' : reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Sources of={worksOf(result)} />
    </section>
  );
};

/** Of what is asked about, the people it was counted in. */
const Expected = ({ problem, route, place }: Found) => {
  const { t } = useTranslation('evidence');
  const forecast = useMemo(() => forecastFor(problem, route, place), [problem, route, place]);
  return (
    <section className="panel">
      <h2>{t('people')}</h2>
      {forecast.status === 'estimated' ? (
        <People forecast={forecast} />
      ) : (
        <p>{t('noFigure', { reason: forecast.reason })}</p>
      )}
    </section>
  );
};

const Scales = ({ problem, route, place }: Found) => {
  const { t } = useTranslation('evidence');
  const results = useMemo(
    () => resultsFor({ indication: problem, modality: route, region: place }),
    [problem, route, place],
  );
  return (
    <>
      <h2>{t('scales')}</h2>
      <p className="small">{results.length === 0 ? t('noScale') : t('scalesLead')}</p>
      {results.map((result) => (
        <Scale key={result.measure} result={result} />
      ))}
    </>
  );
};

const Harms = ({ route, place }: Omit<Found, 'problem'>) => {
  const { t } = useTranslation('evidence');
  const risks = useMemo(() => risksFor({ modality: route, region: place }), [route, place]);
  return (
    <section className="panel">
      <h2>{t('harms')}</h2>
      <RiskTable risks={risks} />
      <Sources of={harmWorks(risks)} />
    </section>
  );
};

const Gaps = ({ problem, route }: Omit<Found, 'place'>) => {
  const { t } = useTranslation('evidence');
  const gaps = useMemo(() => gapsFor({ indication: problem, route }), [problem, route]);
  return (
    <section className="panel">
      <h2>{t('gaps')}</h2>
      {gaps.length === 0 && <p>{t('gapOne')}</p>}
      <ul>
        {gaps.map(({ text }) => (
          <li key={text} data-content>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What was found for a problem: people, certainty, every scale with its plots, harms, gaps; each computed on its own. */
export const Results = () => {
  const { question } = useQuestion();
  const { problem, route, place } = question;
  return (
    <>
      <Ask />
      <Expected problem={problem} route={route} place={place} />
      <Scales problem={problem} route={route} place={place} />
      <Harms route={route} place={place} />
      <Gaps problem={problem} route={route} />
    </>
  );
};
