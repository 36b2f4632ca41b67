import type { DecisionAid, NotForYou } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import { useChoice } from '../use-choice.ts';
import { fitKey } from './fit-key.ts';
import { Part } from './part.tsx';

type Given = 'yes' | 'no' | undefined;

const useFit = () => {
  const { choice, answer } = useChoice();
  const { yes = [], no = [] } = choice;
  const given = (key: string): Given => (yes.includes(key) ? 'yes' : no.includes(key) ? 'no' : undefined);
  const give = (key: string, to: 'yes' | 'no') => {
    const others = (keys: readonly string[]) => keys.filter((each) => each !== key);
    answer({
      yes: to === 'yes' ? [...others(yes), key] : others(yes),
      no: to === 'no' ? [...others(no), key] : others(no),
    });
  };
  return { given, give };
};

const Question = ({ item }: { readonly item: NotForYou }) => {
  const { t } = useTranslation('decide');
  const { given, give } = useFit();
  const key = fitKey(item);
  const now = given(key);
  return (
    <fieldset className="fit-question">
      <legend data-content>{item.text}</legend>
      <div className="pills">
        {(['yes', 'no'] as const).map((to) => (
          <label key={to} className="pill">
            <input type="radio" name={`fit-${key}`} checked={now === to} onChange={() => give(key, to)} />
            <span>{t(`fit.${to}`)}</span>
          </label>
        ))}
      </div>
      {now === 'yes' && (
        <p className="outcome">
          {t(`fit.outcome.${item.action}`)} <span data-content>{item.text}</span>
        </p>
      )}
    </fieldset>
  );
};

/** A few questions with gentle outcomes; what is not answered is never called safe. */
export const Fit = ({ aid }: { readonly aid: DecisionAid }) => {
  const { t } = useTranslation('decide');
  const { given } = useFit();
  const items = aid.not_for_you;
  const answers = items.map((item) => given(fitKey(item)));
  const count = answers.filter((each) => each !== undefined).length;
  const isClear = count === items.length && !answers.includes('yes');
  return (
    <Part id="fit">
      <p>{t('fit.lead')}</p>
      {items.map((item) => (
        <Question key={fitKey(item)} item={item} />
      ))}
      <p role="status" className="verdict">
        {isClear ? t('fit.none') : t('fit.open', { count, total: items.length })}
      </p>
      <Sources of={items.map(({ sources }) => ({ sources, read: 'label or registry' as const }))} />
    </Part>
  );
};
