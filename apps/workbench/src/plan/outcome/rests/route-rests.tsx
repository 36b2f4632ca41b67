import type { Report } from '@percuta/engine';
import type { Route } from '@percuta/evidence';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Rests } from './rests.tsx';

interface RouteRestsProps {
  readonly report: Report;
  readonly route: Route;
}

/** The studies behind what trials found with one kind of needles, and how certain each side of it is. */
export const RouteRests = ({ report, route }: RouteRestsProps) => {
  const { t } = useTranslation('plan');
  const said =
    report.status === 'refused' ? undefined : report.expectation.routes.find((each) => each.route === route);
  if (said === undefined) return undefined;
  const domains = said.domains.map(({ domain, concern, facts, judgement }) => ({
    label: domain,
    value: concern,
    sources: [],
    note: `${facts} ${judgement}`.trim(),
  }));
  return (
    <Rests title={t('rests.route', { route: said.name })} of={[...said.facts, ...domains]}>
      <p>
        <Link to="/evidence" search={{ route }}>
          {t('rests.evidence')}
        </Link>
      </p>
    </Rests>
  );
};
