import { useTranslation } from 'react-i18next';
import { moments } from './moments.ts';
import { about } from './stored.ts';
import { phaseWords, timeWords } from './telling.ts';

/** The picture in words, what goes on at every named moment, and where it comes from. */
export const About = () => {
  const { t } = useTranslation('decide');
  return (
    <details className="sources">
      <summary>{t('how.about')}</summary>
      <dl>
        {moments.map(([time, name]) => (
          <div key={name}>
            <dt>{timeWords(time, t)}</dt>
            <dd>{phaseWords(time, t)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('how.computed')}</p>
      <p className="small" data-content>
        {about.example}, {about.engine}, <code>{about.result}</code>
      </p>
    </details>
  );
};
