import type { DecisionAid } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import { More, Texts } from '../folding/more.tsx';
import { Part } from './part.tsx';

const urgencies = ['now', 'today', 'this week'] as const;

const Calls = ({ aid }: { readonly aid: DecisionAid }) => {
  const { t } = useTranslation('decide');
  return urgencies.map((when) => (
    <div key={when} className="call">
      <h4>{t(`after.when.${when}`)}</h4>
      <ul>
        {aid.call
          .filter((call) => call.when === when)
          .map(({ text }) => (
            <li key={text} data-content>
              {text}
            </li>
          ))}
      </ul>
    </div>
  ));
};

/** What is normal, how to look after the skin, when to call, where to report. */
export const After = ({ aid }: { readonly aid: DecisionAid }) => {
  const { t } = useTranslation('decide');
  return (
    <Part id="after">
      <h3>{t('after.call')}</h3>
      <Calls aid={aid} />
      <More title={t('after.days')}>
        <ul>
          {aid.days.map(({ text, applies_to }) => (
            <li key={text}>
              <span data-content>{text}</span>{' '}
              {!applies_to.includes('needling') && <span className="chip">{t('after.heat')}</span>}
            </li>
          ))}
        </ul>
      </More>
      <More title={t('after.care')}>
        <Texts of={aid.aftercare} />
      </More>
      <More title={t('after.report')}>
        <ul>
          {aid.report.map(({ place, name, text, url }) => (
            <li key={place} data-content>
              <strong>{place}</strong>, {url === undefined ? name : <a href={url}>{name}</a>}: {text}
            </li>
          ))}
        </ul>
      </More>
      <Sources of={[...aid.days, ...aid.aftercare, ...aid.call, ...aid.report]} />
    </Part>
  );
};
