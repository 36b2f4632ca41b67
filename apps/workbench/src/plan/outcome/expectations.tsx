import { readCase, type Manifest, type Report } from '@percuta/engine';
import { courseRegionOf, forecastFor, type Forecast, type Route } from '@percuta/evidence';
import { iconArray, type FigureOptions } from '@percuta/figures';
import { memo, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../shell/picture.tsx';
import { RouteRests } from './rests/route-rests.tsx';

const Estimated = ({ forecast }: { readonly forecast: Extract<Forecast, { status: 'estimated' }> }) => {
  const { levels, statement, certainty } = forecast;
  const draw = useCallback(
    (options: FigureOptions) => iconArray({ levels, statement, grade: certainty.grade }, options),
    [levels, statement, certainty],
  );
  return <Picture draw={draw} widest={560} />;
};

interface ExpectationsProps {
  readonly manifest: Manifest;
  readonly report: Report;
}

/** The words of the report beside the picture: natural frequencies, what nobody counted, and how it was read. */
const Words = ({ report, route }: { readonly report: Report; readonly route: Route }) => {
  if (report.status === 'refused') return undefined;
  const said = report.expectation.routes.find((each) => each.route === route);
  return [said?.sentence, said?.notCounted, said?.frame].map((text) =>
    text === undefined || text === '' ? undefined : (
      <p key={text} data-content>
        {text}
      </p>
    ),
  );
};

/** What trials found for the concern and the place of the case: people like those studied, not this course. */
export const Expectations = memo(({ manifest, report }: ExpectationsProps) => {
  const { t } = useTranslation('plan');
  const { document } = manifest.inputs;
  const forecasts = useMemo(() => {
    const { concern, site } = readCase(document);
    const region = courseRegionOf(site.id);
    return (['needling', 'rf'] as const).map((route: Route) => ({
      route,
      forecast: forecastFor(concern.indication, route, region),
    }));
  }, [document]);
  return (
    <section className="panel">
      <h2>{t('outcome.people')}</h2>
      {forecasts.map(({ route, forecast }) => (
        <details key={route} open={route === 'needling'}>
          <summary>{t(`outcome.route.${route}`)}</summary>
          <Words report={report} route={route} />
          {forecast.status === 'estimated' ? (
            <Estimated forecast={forecast} />
          ) : (
            <p>{t('outcome.noFigure', { reason: forecast.reason })}</p>
          )}
          <RouteRests report={report} route={route} />
        </details>
      ))}
    </section>
  );
});
