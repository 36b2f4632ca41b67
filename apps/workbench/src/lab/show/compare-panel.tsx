import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabQuantity } from '../../compute/lab/lab-messages.ts';
import type { Named } from './plots.tsx';
import { differenceText, valueText } from './numbers.ts';

const Row = ({
  quantity,
  other,
}: {
  readonly quantity: LabQuantity;
  readonly other: LabQuantity | undefined;
}) => (
  <tr>
    <th scope="row" className="from-row">
      {quantity.label}
    </th>
    <td>{valueText(quantity)}</td>
    {other !== undefined && (
      <>
        <td>{valueText(other)}</td>
        <td className="difference">{differenceText(quantity, other)}</td>
      </>
    )}
  </tr>
);

/** Numbers of a run, and of another beside them with the difference. */
export const ComparePanel = memo(
  ({ own, other }: { readonly own: Named; readonly other: Named | undefined }) => {
    const { t } = useTranslation('lab');
    const { quantities } = own.zone;
    const matched = (name: string): LabQuantity | undefined =>
      other?.zone.quantities.find((quantity) => quantity.name === name);
    const isDrawn = quantities.some(({ draws }) => draws !== undefined);
    if (quantities.length === 0) return undefined;
    return (
      <section className="panel" aria-labelledby="compare-title">
        <h2 id="compare-title">
          {other === undefined ? t('compare.one') : t('compare.two', { own: own.name, other: other.name })}
        </h2>
        <p className="small">{isDrawn ? t('compare.band') : t('compare.central')}</p>
        <div className="scroll" tabIndex={0} role="region" aria-label={t('compare.one')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('compare.quantity')}</th>
                <th scope="col" className="own">
                  {own.name}
                </th>
                {other !== undefined && (
                  <>
                    <th scope="col" className="other">
                      {other.name}
                    </th>
                    <th scope="col">{t('compare.difference')}</th>
                  </>
                )}
              </tr>
            </thead>
            <tbody data-content>
              {quantities.map((quantity) => (
                <Row key={quantity.name} quantity={quantity} other={matched(quantity.name)} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    );
  },
);
ComparePanel.displayName = 'ComparePanel';
