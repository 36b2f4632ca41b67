import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../shell/picture.tsx';
import { drawPlot, highestOf, metresOf, plotsOf, type Named, type PlotData } from './plots.tsx';
import { firstPoints, type ProbePoint } from './probe-points.ts';
import { timeText } from './time.ts';

const axes = ['x', 'y', 'z'] as const;

/** A probe of the reader's own. */
const OwnProbe = ({ onProbe }: { readonly onProbe: (point: ProbePoint | undefined) => void }) => {
  const { t } = useTranslation('lab');
  const [texts, setTexts] = useState({ x: '', y: '', z: '' });
  const change = (axis: (typeof axes)[number], text: string): void => {
    const next = { ...texts, [axis]: text };
    setTexts(next);
    const [x, y, z] = axes.map((each) => metresOf(next[each]));
    onProbe(x === undefined || y === undefined || z === undefined ? undefined : { id: 'own', x, y, z });
  };
  return (
    <fieldset className="own-probe">
      <legend>{t('probe.own')}</legend>
      {axes.map((axis) => (
        <label key={axis}>
          <span>{t(`probe.${axis}`)}</span>
          <input
            inputMode="decimal"
            value={texts[axis]}
            onChange={({ currentTarget }) => change(axis, currentTarget.value)}
          />
        </label>
      ))}
    </fieldset>
  );
};

/** Titles and findings of plots, in words. */
export const usePlotWords = (): ((plot: PlotData) => {
  readonly title: string;
  readonly sentence: string;
}) => {
  const { t, i18n } = useTranslation('lab');
  return (plot) => {
    const [kind = '', ...rest] = plot.id.split(' ');
    const named = plot.id.startsWith('probe') ? plot.name : undefined;
    const key = ['point', 'healing'].includes(kind)
      ? `plot.${kind}.${rest.join(' ')}`
      : `plot.${plot.id.replace(/ \d+$/, '')}`;
    const what = named ?? i18n.t(key, { ns: 'lab', defaultValue: '' });
    const { value, time } = highestOf(plot);
    const unit = plot.unit === '1' ? '' : plot.unit;
    return {
      title: plot.unit === '1' ? what : `${what}, ${plot.unit}`,
      sentence: t('plot.highest', {
        value: `${Number(value.toPrecision(3))} ${unit}`.replace('-', '\u2212').trim(),
        time: timeText(time),
      }),
    };
  };
};

const Plot = ({ plot, time }: { readonly plot: PlotData; readonly time: number }) => {
  const { t } = useTranslation('lab');
  const wordsOf = usePlotWords();
  const { title, sentence } = wordsOf(plot);
  const hasBand = plot.lines.some(({ low }) => low !== undefined);
  const note = hasBand ? t('plot.band') : '';
  const draw = useMemo(
    () => drawPlot({ ...plot, title, sentence, note, cursor: time }),
    [note, plot, sentence, time, title],
  );
  return <Picture draw={draw} />;
};

/** Lines over time: probes, the generator, healing; the rule is the moment of the block. */
export const PlotPanel = memo(
  ({ runs, time }: { readonly runs: readonly Named[]; readonly time: number }) => {
    const { t } = useTranslation('lab');
    const [own, setOwn] = useState<ProbePoint>();
    const [areAll, setAll] = useState(false);
    const block = runs[0]?.zone.block;
    const points = useMemo(
      () => [...(block === undefined ? [] : firstPoints(block)), ...(own === undefined ? [] : [own])],
      [block, own],
    );
    const plots = useMemo(() => plotsOf(runs, points), [points, runs]);
    const few = 5;
    return (
      <section className={areAll ? 'panel plots all' : 'panel plots'} aria-labelledby="plots-title">
        <h2 id="plots-title">{t('plot.title')}</h2>
        {plots.slice(0, areAll ? plots.length : few).map((plot) => (
          <Plot key={plot.id} plot={plot} time={time} />
        ))}
        {plots.length > few && (
          <button type="button" className="link-button" onClick={() => setAll(!areAll)}>
            {areAll ? t('plot.fewer') : t('plot.all', { count: plots.length })}
          </button>
        )}
        {block?.heat !== undefined && <OwnProbe onProbe={setOwn} />}
      </section>
    );
  },
);
PlotPanel.displayName = 'PlotPanel';
