import { NativeSelect } from '@mantine/core';
import type { SkinBlock } from '@percuta/scene';
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../export/export-menu.tsx';
import type { LabLink } from '../run/link.ts';
import type { LabRun } from '../run/use-runs.ts';
import { BlockPanel } from './block-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { DifferenceSum } from './difference-sum.tsx';
import { NeedlePanel } from './needle-panel.tsx';
import { PlotPanel } from './plot-panel.tsx';
import type { Named } from './plots.tsx';

interface ResultProps {
  readonly runs: readonly LabRun[];
  readonly current: LabRun;
  readonly show: (number: number) => void;
  readonly link: LabLink;
  readonly change: (by: Partial<LabLink>) => void;
}

/** K; less than this is not told apart from the highest temperature. */
const plateau = 0.1;

/** The moment looked at first: the end of the last pulse, or a day into the wound. */
const firstTime = ({ zone }: Named): number => {
  const film = zone.block?.heat;
  if (film === undefined) return 86_400;
  const course = zone.courses.find(({ id }) => id === 'temperature')?.lines[0];
  if (course === undefined) return film.times.at(-1) ?? 1;
  const most = course.values.reduce((best, value) => Math.max(best, value), 0);
  // Tissue that boils stays where it is until the current ends.
  const last = course.values.findLastIndex((value) => value > most - plateau);
  return course.times[last] ?? 1;
};

const useNamed = (run: LabRun | undefined, zoneName: string | undefined): Named | undefined => {
  const { t } = useTranslation('lab');
  return useMemo(() => {
    const zone = run?.answer.zones.find(({ name }) => name === zoneName) ?? run?.answer.zones[0];
    return run === undefined || zone === undefined
      ? undefined
      : { name: t('runName', { number: run.number }), zone };
  }, [run, t, zoneName]);
};

/** ms without a move until a moment goes into the address: browsers slow down pages that change it at every frame. */
const rest = 400;

const useTime = (first: number, change: ResultProps['change']) => {
  const [time, setTime] = useState(first);
  const isMoved = useRef(false);
  useEffect(() => {
    if (!isMoved.current) return undefined;
    const wait = setTimeout(() => change({ at: Number(time.toPrecision(6)) }), rest);
    return () => clearTimeout(wait);
  }, [change, time]);
  const move = useCallback((next: number): void => {
    isMoved.current = true;
    setTime(next);
  }, []);
  return [time, move] as const;
};

/** Blocks of one shape are shown in one panel after the other: its cuts and its drawing context, dear to make, stay. */
const shapeOf = ({ half, depth, needles, heat, healing }: SkinBlock): string =>
  JSON.stringify([
    half,
    depth,
    needles.map(({ x, y }) => [x, y]),
    heat && [heat.geometry, heat.damage.map(({ name }) => name)],
    healing !== undefined,
  ]);

/** One zone of a run: block, plots, needles and numbers, and another run beside it. */
export const Result = memo(({ runs, current, show, link, change }: ResultProps) => {
  const { t } = useTranslation('lab');
  const [against, setAgainst] = useState<number>();
  const { zones, device, hash } = current.answer;
  const own = useNamed(current, zones[link.zone ?? 0]?.name);
  const before = runs.filter(({ number }) => number !== current.number);
  const compared = before.find(({ number }) => number === against) ?? before.at(-1);
  const other = useNamed(against === 0 ? undefined : compared, own?.zone.name);
  const named = useMemo(() => [own, other].filter((each) => each !== undefined), [other, own]);
  const [time, onTime] = useTime(link.at ?? (own === undefined ? 1 : firstTime(own)), change);
  // The block follows the hand at once; what is beside it follows when there is time.
  const later = useDeferredValue(time);
  const block = own?.zone.block;
  const shape = useMemo(() => block && shapeOf(block), [block]);
  if (own === undefined) return undefined;
  const { zone } = own;
  return (
    <>
      <header className="lab-head">
        <div>
          <h2 data-content className="from-content">
            {current.answer.title}
          </h2>
          <p className="small">
            {t('hash')} <code data-content>{hash}</code>
          </p>
        </div>
        <div className="lab-picks">
          <NativeSelect
            label={t('pick.run')}
            value={String(current.number)}
            data={runs.map(({ number }) => ({ value: String(number), label: t('runName', { number }) }))}
            onChange={({ currentTarget }) => show(Number(currentTarget.value))}
          />
          {before.length > 0 && (
            <NativeSelect
              label={t('pick.against')}
              value={String(against === 0 ? 0 : (compared?.number ?? 0))}
              data={[
                ...before.map(({ number }) => ({ value: String(number), label: t('runName', { number }) })),
                { value: '0', label: t('pick.none') },
              ]}
              onChange={({ currentTarget }) => setAgainst(Number(currentTarget.value))}
            />
          )}
          {zones.length > 1 && (
            <NativeSelect
              label={t('pick.zone')}
              value={String(link.zone ?? 0)}
              data={zones.map(({ name }, n) => ({ value: String(n), label: name }))}
              onChange={({ currentTarget }) => change({ zone: Number(currentTarget.value) })}
            />
          )}
        </div>
        <ExportMenu run={current} named={own} time={later} />
      </header>
      {compared !== undefined && other !== undefined && (
        <DifferenceSum own={{ run: current, named: own }} other={{ run: compared, named: other }} />
      )}
      <div className={zone.block === undefined ? 'lab-grid flat' : 'lab-grid'}>
        {zone.block === undefined ? (
          <p className="notice">{t('noBlock')}</p>
        ) : (
          <BlockPanel
            key={`${zone.name} ${shape}`}
            zone={zone}
            block={zone.block}
            other={other?.zone}
            names={{ own: own.name, other: other?.name ?? '' }}
            time={time}
            onTime={onTime}
          />
        )}
        <PlotPanel runs={named} time={later} />
      </div>
      {zone.unhealed !== undefined && (
        <p className="notice">
          {t('unhealed')} <span data-content>{zone.unhealed}</span>
        </p>
      )}
      <NeedlePanel zone={zone} device={device ?? current.answer.title} />
      <ComparePanel own={own} other={other} />
    </>
  );
});
