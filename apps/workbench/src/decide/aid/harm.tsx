import type { AidOption, DecisionAid } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import { Part } from './part.tsx';

interface AidProps {
  readonly aid: DecisionAid;
}

const optionOf = (aid: DecisionAid, id: AidOption['id']): AidOption | undefined =>
  aid.options.find((option) => option.id === id);

/** What the FDA says, in the words of the aid; without a number, since the notice has none. */
const Notice = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  const said = (optionOf(aid, 'rf-needling')?.bad ?? []).filter(({ sources }) =>
    sources.some(({ key }) => key === 'fda2025'),
  );
  return (
    <div className="fda" role="note">
      <p>
        <strong>{t('harm.notice')}</strong>
      </p>
      {said.map(({ text }) => (
        <p key={text} data-content>
          {text}
        </p>
      ))}
      <p>{t('harm.noRate')}</p>
    </div>
  );
};

const Counts = ({ option, title }: { readonly option: AidOption | undefined; readonly title: string }) =>
  option?.evidence === undefined ? undefined : (
    <section className="route">
      <h3>{title}</h3>
      <dl className="harms">
        {option.evidence.risks.map(({ event, name, text }) => (
          <div key={event}>
            <dt data-content className="from-content">
              {name}
            </dt>
            <dd data-content>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );

/** Harms as they were counted, or that nobody has counted them. */
export const Harm = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  return (
    <Part id="harm">
      <Notice aid={aid} />
      <div className="routes">
        <Counts option={optionOf(aid, 'needling')} title={t('harm.needling')} />
        <Counts option={optionOf(aid, 'rf-needling')} title={t('harm.rf')} />
      </div>
      <h3>{t('harm.home')}</h3>
      <ul>
        {aid.not_at_home.map(({ text }) => (
          <li key={text} data-content>
            {text}
          </li>
        ))}
      </ul>
      <Sources of={aid.not_at_home} />
    </Part>
  );
};

/** Needles alone or with heat: what speaks for and against the heat. */
export const Heat = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  const option = optionOf(aid, 'rf-needling');
  if (option === undefined) return undefined;
  const sides = [
    { title: t('heat.good'), points: option.good },
    { title: t('heat.bad'), points: option.bad },
  ];
  return (
    <Part id="heat">
      <p>{t('heat.lead')}</p>
      <div className="routes">
        {sides.map(({ title, points }) => (
          <section key={title} className="route">
            <h3>{title}</h3>
            <ul>
              {points.map(({ text }) => (
                <li key={text} data-content>
                  {text}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Sources of={[...option.good, ...option.bad]} />
    </Part>
  );
};
