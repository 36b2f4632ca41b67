import { claims, type Grade } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';

type Claim = ReturnType<typeof claims>[number];

const dots: Readonly<Record<Grade, number>> = {
  supported: 3,
  limited: 1,
  conflicting: 2,
  'not supported': 0,
  'wrong as stated': 0,
};

const GradeMark = ({ grade }: { readonly grade: Grade }) => {
  const { t } = useTranslation();
  return (
    <p className={`grade grade-${grade.replaceAll(' ', '-')}`}>
      <span aria-hidden="true" className="dots">
        {[0, 1, 2].map((at) => (
          <span key={at} className={at < dots[grade] ? 'dot full' : 'dot'} />
        ))}
      </span>
      {t(`grade.${grade}`)}
    </p>
  );
};

interface ClaimsProps {
  readonly heading: 'h2' | 'h3';
  /** Those to show; all where it is left out. */
  readonly of?: readonly Claim[];
}

/** The claim ledger: what people are told, its grade, the reason; the parts of a claim behind one press. */
export const Claims = ({ heading: Heading, of = claims() }: ClaimsProps) => {
  const { t } = useTranslation();
  return (
    <ul className="claims">
      {of.map(({ id, words, grade, reason, basis, parts }) => (
        <li key={id}>
          <Heading className="claim" data-content>
            “{words}”
          </Heading>
          <GradeMark grade={grade} />
          <p className="reason" data-content>
            {reason}
          </p>
          <details>
            <summary>{t('claim.parts', { basis: t(`claim.${basis}`) })}</summary>
            <ul>
              {parts.map((part) => (
                <li key={part.words}>
                  <span data-content>{part.words}</span> – <strong>{t(`grade.${part.grade}`)}</strong>.{' '}
                  <span data-content>{part.reason}</span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
};
