import { useTranslation } from 'react-i18next';
import { NotAnswered } from '../compute/ask.ts';

/** Why a run did not come about, every problem of the input one by one; the last result stays. */
export const LabFault = ({ error }: { readonly error: Error | undefined }) => {
  const { t } = useTranslation('lab');
  if (error === undefined) return undefined;
  const problems = error instanceof NotAnswered ? error.problems : [];
  return (
    <div className="refused" role="alert">
      <p>{t('failed')}</p>
      {problems.length === 0 ? (
        <p data-content>{error.message}</p>
      ) : (
        <ul data-content>
          {problems.map(({ path, given, problem, allowed, remedy }) => (
            <li key={`${path} ${problem}`}>
              {[`${path}: ${given} ${problem}`, allowed, remedy]
                .filter((each) => each !== undefined)
                .join('; ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
