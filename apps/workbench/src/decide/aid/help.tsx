import { courseRegionOf, forecastFor, type DecisionAid, type Forecast, type Route } from '@percuta/evidence';
import { gradeTable, iconArray, type FigureOptions } from '@percuta/figures';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../shell/picture.tsx';
import { Sources } from '../../shell/sources.tsx';
import { More, Texts } from '../folding/more.tsx';
import { Part, Said } from './part.tsx';
import { routes, type Asked } from './question.ts';

type Estimated = Extract<Forecast, { readonly status: 'estimated' }>;

/** Levels a person asks about; the Evidence door shows them all. */
const asked = new Set(['any', '50']);

const People = ({ forecast }: { readonly forecast: Estimated }) => {
  const { t } = useTranslation('decide');
  const { levels, statement, certainty } = forecast;
  // A picture of people is for people who were counted: a belief has none.
  const counted = useMemo(
    () => levels.filter(({ level, countedIn }) => asked.has(level) && countedIn > 0),
    [levels],
  );
  const draw = useCallback(
    (options: FigureOptions) => iconArray({ levels: counted, statement, grade: certainty.grade }, options),
    [counted, statement, certainty],
  );
  const drawWhy = useCallback((options: FigureOptions) => gradeTable({ certainty }, options), [certainty]);
  return (
    <>
      {counted.length > 0 && <Picture draw={draw} widest={520} />}
      <p>
        <strong>{t('help.certainty', { grade: t(`help.grade.${certainty.grade}`) })}</strong>
      </p>
      <details>
        <summary>{t('help.why')}</summary>
        <Picture draw={drawWhy} widest={620} />
      </details>
    </>
  );
};

const RouteHelp = ({
  aid,
  question,
  route,
}: {
  readonly aid: DecisionAid;
  readonly question: Asked;
  readonly route: Route;
}) => {
  const { t } = useTranslation('decide');
  const { site, problem } = question;
  const forecast = useMemo(() => forecastFor(problem, route, courseRegionOf(site)), [problem, route, site]);
  const own = aid.options.find(({ id }) => id === (route === 'rf' ? 'rf-needling' : 'needling'))?.evidence;
  return (
    <section className="route">
      <h3>{t(`help.${route}`)}</h3>
      {forecast.status === 'estimated' && <People forecast={forecast} />}
      {own !== undefined && (
        <More title={t('help.words')}>
          <Texts of={[...own.expected.shares, ...own.expected.notes]} />
          {own.better.length > 0 && (
            <>
              <h4>{t('help.studies')}</h4>
              <ul>
                {own.better.map(({ text, study }) => (
                  <li key={text + study} data-content>
                    {text}
                  </li>
                ))}
              </ul>
            </>
          )}
        </More>
      )}
    </section>
  );
};

/** Of 100 people how many; how sure; what single studies counted; doing nothing beside it; what nobody knows. */
export const Help = ({ aid, asked: question }: { readonly aid: DecisionAid; readonly asked: Asked }) => {
  const { t } = useTranslation('decide');
  const { untreated } = aid.condition;
  return (
    <Part id="help">
      <div className="routes">
        {routes.map((route) => (
          <RouteHelp key={route} aid={aid} question={question} route={route} />
        ))}
      </div>
      <h3>{t('help.nothing')}</h3>
      <Said>{untreated.text}</Said>
      <p>{t('help.uncounted')}</p>
      {aid.gaps.length > 0 && (
        <More title={t('help.gaps')}>
          <Texts of={aid.gaps} />
          <Said>{aid.edition.how_sure.text}</Said>
        </More>
      )}
      <Sources of={[untreated]} />
    </Part>
  );
};
