import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface ConstantsProps {
  /** How the names of the constants behind a panel begin: "puncture.". */
  readonly stages: readonly string[];
}

/** The way to the constants of the stages behind a panel, each with its value, spread and source. */
export const Constants = ({ stages }: ConstantsProps) => {
  const { t } = useTranslation('plan');
  return (
    <ul className="ways">
      {stages.map((stage) => (
        <li key={stage}>
          <Link to="/trust" search={{ view: 'parameters', search: `${stage}.` }}>
            {t('rests.constants', { stage })}
          </Link>
        </li>
      ))}
    </ul>
  );
};
