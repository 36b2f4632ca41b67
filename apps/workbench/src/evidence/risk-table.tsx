import { riskLine, type RiskAnswer } from '@percuta/evidence';
import { useTranslation } from 'react-i18next';

/** Counts with the interval chance alone allows; what nobody counted is said to be so. */
export const RiskTable = ({ risks }: { readonly risks: readonly RiskAnswer[] }) => {
  const { t } = useTranslation('evidence');
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('harms')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('harm.event')}</th>
            <th scope="col">{t('harm.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {risks.map(riskLine).map(({ event, name, text, counts }) => (
            <tr key={event}>
              <th scope="row" data-content>
                {name}
              </th>
              <td>
                {counts.length === 0 && <span className="chip caution">{t('harm.none')}</span>}{' '}
                <span data-content>{text}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
