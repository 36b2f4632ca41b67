import type { Findings } from '@percuta/engine';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** As many as a panel has room for; the report has them all. */
const most = 6;

/** Where a layer stands in what the atlas knows of it: no constant of a stage. */
const layerRank = 'rank.';

/** Constants that nobody has verified, with how much of the spread of the depth, the holes and the room each makes. */
export const Priors = ({ findings }: { readonly findings: Findings }) => {
  const { t } = useTranslation('plan');
  const { priors, priorFloor } = findings;
  if (priors.length === 0) return undefined;
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('rests.priorsTable')}>
      <table>
        <caption>{t('rests.priors', { floor: priorFloor })}</caption>
        <thead>
          <tr>
            {(['prior', 'depth', 'holes', 'room'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rests.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-content>
          {priors.slice(0, most).map(({ name, meaning, insertionDepth, dermalDensity, roomToFat }) => (
            <tr key={name}>
              <th scope="row">
                {name.startsWith(layerRank) ? (
                  meaning
                ) : (
                  <Link to="/trust" search={{ view: 'parameters', search: name }}>
                    {meaning}
                  </Link>
                )}
              </th>
              <td>{insertionDepth}</td>
              <td>{dermalDensity}</td>
              <td>{roomToFat}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
