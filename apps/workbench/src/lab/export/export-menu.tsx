import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabRun } from '../run/use-runs.ts';
import { usePlotWords } from '../show/plot-panel.tsx';
import { plotsOf, type Named } from '../show/plots.tsx';
import { firstPoints } from '../show/probe-points.ts';
import { saveJson, savePicture, savePlots, saveTables, saveVtk } from './exports.ts';

interface ExportMenuProps {
  readonly run: LabRun;
  readonly named: Named;
  readonly time: number;
}

/** Everything of a run as files, and the link that makes it again. */
export const ExportMenu = ({ run, named, time }: ExportMenuProps) => {
  const { t } = useTranslation('lab');
  const [told, setTold] = useState('');
  const wordsOf = usePlotWords();
  const { answer } = run;
  const { block } = named.zone;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(window.location.href);
    setTold(t('export.copied'));
  };
  const plots = () => plotsOf([named], block === undefined ? [] : firstPoints(block));
  const items: readonly (readonly [string, () => void | Promise<void>, boolean])[] = [
    ['link', copy, true],
    ['json', () => saveJson('result', answer.written), true],
    ['manifest', () => saveJson('manifest', answer.manifest), answer.manifest !== undefined],
    ['csv', () => saveTables(answer.tables), Object.keys(answer.tables).length > 0],
    ['vtk', () => (block === undefined ? undefined : saveVtk(block, time)), block?.heat !== undefined],
    [
      'svg',
      () => savePlots(plots(), wordsOf),
      named.zone.courses.length > 0 || named.zone.bands !== undefined,
    ],
    ['png', savePicture, block !== undefined],
  ];
  return (
    <div className="export" role="group" aria-label={t('export.title')}>
      {items.map(([key, act, isThere]) =>
        isThere ? (
          <button key={key} type="button" className="quiet-button" onClick={() => void act()}>
            {t(`export.${key}`, { ns: 'lab', defaultValue: '' })}
          </button>
        ) : undefined,
      )}
      <span role="status">{told}</span>
    </div>
  );
};
