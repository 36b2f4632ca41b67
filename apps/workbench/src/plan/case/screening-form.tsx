import { screeningItems } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';
import type { Path } from './document.ts';
import { isRecord } from './document.ts';
import { useField } from './editing.ts';
import { useFieldLabel } from './field-label.ts';

const answers = ['yes', 'no', 'not asked'] as const;

/** The screening questions; one that nobody has answered is not asked, never no. */
export const ScreeningForm = ({ path }: { readonly path: Path }) => {
  const { t } = useTranslation('plan');
  const label = useFieldLabel();
  const { value, set } = useField(path);
  const given = isRecord(value) ? value : {};
  const items = screeningItems().filter(({ answered_by }) => answered_by === 'person');
  const open = items.filter(({ id }) => given[id] === undefined || given[id] === 'not asked').length;
  return (
    <details className="group">
      <summary>
        {label(path, true)}{' '}
        <span className={open === 0 ? 'chip ok' : 'chip caution'}>{t('form.open', { count: open })}</span>
      </summary>
      {items.map(({ id, question }) => (
        <fieldset key={id} className="screening-item">
          <legend data-content>{question}</legend>
          {answers.map((answer) => (
            <label key={answer}>
              <input
                type="radio"
                name={`screening-${id}`}
                checked={(given[id] ?? 'not asked') === answer}
                onChange={() => set({ ...given, [id]: answer })}
              />{' '}
              {t(`form.answers.${answer}`)}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
};
