import { needleCurrents, type FigureOptions } from '@percuta/figures';
import { shown } from '@percuta/engine';
import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabZone } from '../../compute/lab/lab-messages.ts';
import { Picture } from '../../shell/picture.tsx';

const digits = 4;
const units = { current: 'mA', energy: 'mJ', hottest: '°C' } as const;

type Column = keyof typeof units;

/** What is known of any needle. */
const columnsOf = (needles: LabZone['needles']): readonly Column[] =>
  (['current', 'energy', 'hottest'] as const).filter((name) =>
    needles.some((needle) => needle[name] !== undefined),
  );

const textOf = (value: number | undefined, column: Column): string =>
  value === undefined ? '' : shown(value, units[column], digits);

/** So few needles need no pressing to be seen. */
const few = 4;

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
  const columns = columnsOf(needles);
  if (needles.length === 0) return undefined;
  return (
    <section className="panel" aria-labelledby="needles-title">
      <h2 id="needles-title">{t('needles.title')}</h2>
      <ArrayPicture zone={zone} device={device} />
      <details open={needles.length <= few}>
        <summary>{t('needles.table', { count: needles.length })}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={t('needles.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('needles.name')}</th>
                {columns.map((head) => (
                  <th key={head} scope="col">
                    {t(`needles.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody data-content>
              {needles.map((needle) => (
                <tr key={needle.name}>
                  <th scope="row">{needle.name}</th>
                  {columns.map((head) => (
                    <td key={head}>{textOf(needle[head], head)}</td>
                  ))}
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
