import type { AidOption, DecisionAid } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import { More, Texts } from '../folding/more.tsx';
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

type Risk = NonNullable<AidOption['evidence']>['risks'][number];

const Risks = ({ of }: { readonly of: readonly Risk[] }) => (
  <dl className="harms">
    {of.map(({ event, name, text }) => (
      <div key={event}>
        <dt data-content className="from-content">
          {name}
        </dt>
        <dd data-content>{text}</dd>
      </div>
    ))}
  </dl>
);

/** What was counted in people like the reader first; what nobody counted in them by name, each in full behind one press. */
const Counts = ({ option, title }: { readonly option: AidOption | undefined; readonly title: string }) => {
  const { t } = useTranslation('decide');
  if (option?.evidence === undefined) return undefined;
  const { risks } = option.evidence;
  const counted = risks.filter(({ counts }) => counts.length > 0);
  const others = risks.filter(({ counts }) => counts.length === 0);
  return (
    <section className="route">
      <h3>{title}</h3>
      <Risks of={counted} />
      {others.length > 0 && (
        <>
          <p>
            {t('harm.notCounted')} <span data-content>{others.map(({ name }) => name).join(', ')}.</span>
          </p>
          <More title={t('harm.others')}>
            <Risks of={others} />
          </More>
        </>
      )}
    </section>
  );
};

/** Harms as they were counted, or that nobody has counted them. */
export const Harm = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  const heated = optionOf(aid, 'rf-needling')?.evidence;
  return (
    <Part id="harm">
      <Notice aid={aid} />
      <Counts option={optionOf(aid, 'needling')} title={t('harm.needling')} />
      {heated !== undefined && (
        <More title={t('harm.rf')}>
          <Risks of={heated.risks} />
        </More>
      )}
      <More title={t('harm.home')}>
        <Texts of={aid.not_at_home} />
        <Sources of={aid.not_at_home} />
      </More>
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
      <More title={t('heat.more')}>
        <div className="routes">
          {sides.map(({ title, points }) => (
            <section key={title} className="route">
              <h3>{title}</h3>
              <Texts of={points} />
            </section>
          ))}
        </div>
        <Sources of={[...option.good, ...option.bad]} />
      </More>
    </Part>
  );
};
