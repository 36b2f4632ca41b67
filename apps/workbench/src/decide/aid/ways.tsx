import { lazy, Suspense } from 'react';
import type { AidOption, DecisionAid } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import { More } from '../folding/more.tsx';
import { Part, Said } from './part.tsx';

interface AidProps {
  readonly aid: DecisionAid;
}

/** Read after the words of the page: it brings a stored run with it. */
const HowAxis = lazy(async () => ({ default: (await import('../how/how-axis.tsx')).HowAxis }));

/** What the problem is, and what needles do. */
export const How = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  const { condition, edition, options } = aid;
  const ways = options.filter(({ evidence }) => evidence !== undefined);
  return (
    <Part id="how">
      <Suspense fallback={<p className="how-room small">{t('how.loading')}</p>}>
        <HowAxis />
      </Suspense>
      <Said>{edition.decision.text}</Said>
      <More title={t('how.more', { problem: condition.name })}>
        <h3>{t('how.problem', { problem: condition.name })}</h3>
        <Said>{condition.what.text}</Said>
        {ways.map(({ id, name, what }) => (
          <div key={id}>
            <h3 className="from-content" data-content>
              {name}
            </h3>
            <Said>{what.text}</Said>
          </div>
        ))}
        <h3>{t('how.whom')}</h3>
        <Said>{edition.for_whom.text}</Said>
        <Sources of={[edition.decision, condition.what, ...ways.map(({ what }) => what)]} />
      </More>
    </Part>
  );
};

const Points = ({ title, of }: { readonly title: string; readonly of: AidOption['good'] }) => (
  <>
    <h4>{title}</h4>
    <ul>
      {of.map(({ text }) => (
        <li key={text} data-content>
          {text}
        </li>
      ))}
    </ul>
  </>
);

const Way = ({ option }: { readonly option: AidOption }) => {
  const { t } = useTranslation('decide');
  const { name, what, good, bad, feels } = option;
  return (
    <details className="way">
      <summary>
        <span data-content className="from-content">
          {name}
        </span>
      </summary>
      <Said>{what.text}</Said>
      <Points title={t('options.good')} of={good} />
      <Points title={t('options.bad')} of={bad} />
      <h4>{t('options.feels')}</h4>
      <Said>{feels.text}</Said>
      <Sources of={[what, ...good, ...bad, feels]} />
    </details>
  );
};

/** Every option with the same headings, doing nothing among them. */
export const OtherWays = ({ aid }: AidProps) => (
  <Part id="options">
    {aid.options.map((option) => (
      <Way key={option.id} option={option} />
    ))}
  </Part>
);
