import type { Report } from '@percuta/engine';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { harmRests } from './rests/rests-of.ts';
import { Rests } from './rests/rests.tsx';

interface ReportProps {
  readonly report: Report;
}

/** Why a case or a device is refused, and what would change it. */
export const Reasons = memo(({ report }: ReportProps) => {
  const { t } = useTranslation('plan');
  const reasons = report.status === 'refused' ? report.reasons : report.refusedDevices;
  if (reasons.length === 0) return undefined;
  return (
    <section className="panel refusal">
      <h2>{t('outcome.reasons')}</h2>
      <ul>
        {reasons.map(({ about, because, wouldChange }) => (
          <li key={about + because}>
            <strong data-content>{about}</strong>: <span data-content>{because}</span>{' '}
            {t('outcome.change', { what: wouldChange })}
          </li>
        ))}
      </ul>
    </section>
  );
});

/** Courses outside the envelope, by the limit that decided. */
export const Rejected = memo(({ report }: ReportProps) => {
  const { t } = useTranslation('plan');
  if (report.status === 'refused' || report.rejected.length === 0) return undefined;
  return (
    <section className="panel">
      <h2>{t('outcome.rejected')}</h2>
      <ul className="rejected">
        {report.rejected.map(({ limit, count, example, wouldChange }) => (
          <li key={limit}>
            <strong data-content>{limit}</strong>
            <br />
            {t('outcome.rejectedOne', { count, example })} {t('outcome.change', { what: wouldChange })}
          </li>
        ))}
      </ul>
    </section>
  );
});

export const Notices = memo(({ report }: ReportProps) => {
  const { t } = useTranslation('plan');
  if (report.status === 'refused' || report.notices.length === 0) return undefined;
  return (
    <section className="panel">
      <h2>{t('outcome.notices')}</h2>
      <ul>
        {report.notices.map((notice) => (
          <li key={notice} data-content>
            {notice}
          </li>
        ))}
      </ul>
    </section>
  );
});

/** Harms as they were counted in people like this, or that nobody has counted them. */
export const Harms = memo(({ report }: ReportProps) => {
  const { t } = useTranslation('plan');
  if (report.status === 'refused') return undefined;
  return (
    <section className="panel">
      <h2>{t('outcome.harms')}</h2>
      {report.risks.routes.map((route) => (
        <div key={route.name}>
          <h3 data-content>{route.name}</h3>
          <dl className="pairs">
            {route.harms.map(({ harm, here }) => (
              <div key={harm}>
                <dt data-content>{harm}</dt>
                <dd>
                  {here.length === 0 ? (
                    <span className="chip caution">{t('outcome.notCounted')}</span>
                  ) : (
                    here.map(({ text, who }) => (
                      <span key={text + who} data-content>
                        {text} ({who}).{' '}
                      </span>
                    ))
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {route.signals.map(({ label, value }) => (
            <p key={label + value} className="refused" data-content>
              {label}: {value}
            </p>
          ))}
          <Rests title={t('rests.harms', { route: route.name })} of={harmRests(route)} />
        </div>
      ))}
    </section>
  );
});
