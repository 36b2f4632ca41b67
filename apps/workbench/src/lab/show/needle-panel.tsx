import { needleCurrents, type FigureOptions } from '@percuta/figures';
import { shown } from '@percuta/engine';
import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabZone } from '../../compute/lab/lab-messages.ts';
import { Picture } from '../../shell/picture.tsx';

const digits = 4;

const ArrayPicture = ({ zone, device }: { readonly zone: LabZone; readonly device: string }) => {
  const { heating } = zone;
  const draw = useCallback(
    (options: FigureOptions) => {
      if (heating === undefined) throw new RangeError('only an array has currents of its needles');
      return needleCurrents({ heating, device }, options);
    },
    [device, heating],
  );
  return heating === undefined ? undefined : <Picture draw={draw} widest={420} />;
};

/** What each needle carries and does. */
export const NeedlePanel = memo(({ zone, device }: { readonly zone: LabZone; readonly device: string }) => {
  const { t } = useTranslation('lab');
  const { needles } = zone;
  if (needles.length === 0) return undefined;
  return (
    <section className="panel" aria-labelledby="needles-title">
      <h2 id="needles-title">{t('needles.title')}</h2>
      <ArrayPicture zone={zone} device={device} />
      <details>
        <summary>{t('needles.table', { count: needles.length })}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={t('needles.title')}>
          <table>
            <thead>
              <tr>
                {(['name', 'current', 'energy', 'hottest'] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(`needles.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody data-content>
              {needles.map(({ name, current, energy, hottest }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{shown(current, 'mA', digits)}</td>
                  <td>{energy === undefined ? '' : shown(energy, 'mJ', digits)}</td>
                  <td>{hottest === undefined ? '' : shown(hottest, '°C', digits)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
});
NeedlePanel.displayName = 'NeedlePanel';
