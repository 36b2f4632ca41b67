import { Checkbox, TextInput } from '@mantine/core';
import type { DecisionAid } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import { Sources } from '../../shell/sources.tsx';
import { useChoice } from '../use-choice.ts';
import { More } from '../folding/more.tsx';
import { Part } from './part.tsx';

interface AidProps {
  readonly aid: DecisionAid;
}

const weights = [1, 2, 3, 4, 5] as const;

/** What the person cares about, weighed by the person; nothing is added up. */
export const Matters = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  const { choice, answer } = useChoice();
  const { weigh = {} } = choice;
  return (
    <Part id="matters">
      <p>{t('matters.lead')}</p>
      {aid.values.map(({ id, statement }) => (
        <fieldset key={id} className="fit-question">
          <legend data-content>{statement}</legend>
          <div className="pills">
            {weights.map((weight) => (
              <label key={weight} className="pill">
                <input
                  type="radio"
                  name={`weigh-${id}`}
                  aria-label={t('matters.weight', { weight })}
                  checked={weigh[id] === weight}
                  onChange={() => answer({ weigh: { ...weigh, [id]: weight } })}
                />
                <span>{weight}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </Part>
  );
};

/** Questions for the consultation, to be ticked. */
export const Ask = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  const { choice, answer } = useChoice();
  const { ask = [] } = choice;
  return (
    <Part id="ask">
      <p>{t('ask.lead')}</p>
      {aid.ask.map((item, at) => (
        <div key={item.ask} data-content className="question">
          <Checkbox
            size="md"
            label={item.ask}
            checked={ask.includes(at)}
            onChange={({ currentTarget }) =>
              answer({ ask: currentTarget.checked ? [...ask, at] : ask.filter((each) => each !== at) })
            }
          />
        </div>
      ))}
      <More title={t('ask.why')}>
        <ul>
          {aid.ask.map(({ ask: question, why }) => (
            <li key={question} data-content>
              <strong>{question}</strong> {why.text}
            </li>
          ))}
        </ul>
        <Sources of={aid.ask.map(({ why }) => why)} />
      </More>
    </Part>
  );
};

/** The person's own figures: no price is stated. */
export const Costs = ({ aid }: AidProps) => {
  const { t } = useTranslation('decide');
  const { choice, answer } = useChoice();
  const { costs = {} } = choice;
  return (
    <Part id="costs">
      <p>{t('costs.lead')}</p>
      <More title={t('costs.open')}>
        {aid.costs.map(({ id, ask }) => (
          <div key={id} data-content>
            <TextInput
              label={ask}
              size="md"
              maxLength={200}
              defaultValue={costs[id] ?? ''}
              onBlur={({ currentTarget }) => answer({ costs: { ...costs, [id]: currentTarget.value } })}
            />
          </div>
        ))}
      </More>
    </Part>
  );
};
