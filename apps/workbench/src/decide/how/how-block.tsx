import { firstOrbit, readStoredBlock, type Orbit, type StoredBlock } from '@percuta/scene';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstCuts, SkinView } from '../../block/skin-view.tsx';
import { Scrubber } from '../../block/scrubber.tsx';
import { unitOf, type NamedMoment } from '../../block/time-scale.ts';
import { phasesOf } from './phases.ts';

interface Stored {
  readonly about: { readonly example: string; readonly engine: string; readonly result: string };
  readonly block: StoredBlock;
}

const files = import.meta.glob<Stored>('../../../../../docs/generated/how-it-works.json', {
  eager: true,
  import: 'default',
});
const [stored] = Object.values(files);
if (stored === undefined)
  throw new RangeError('the stored run of the decision aid is missing; run npm run docs');
const { about } = stored;
const block = readStoredBlock(stored.block);
const stretches = phasesOf(block);
const cuts = firstCuts(block);
const aspect = { kind: 'wound' } as const;

const day = 86_400;
const scale = { from: 1e-3, to: 365.25 * day } as const;
const first = 3 * day;

const units = [
  [365.25 * day, 'year'],
  [30.4375 * day, 'month'],
  [7 * day, 'week'],
  [day, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

const moments = [
  [scale.from, 'in'],
  [1, 'out'],
  [60, 'clot'],
  [day, 'first'],
  [3 * day, 'third'],
  [7 * day, 'week'],
  [30.4375 * day, 'month'],
  [182 * day, 'half'],
  [scale.to, 'year'],
] as const;

const tickTimes = [1, 60, 3600, day, 30.4375 * day, 365.25 * day] as const;

/** Which phases go on, in words; before that the needles. */
const useSentence = (time: number): string => {
  const { t } = useTranslation('decide');
  if (time <= block.withdrawn) return t('how.needlesIn');
  const now = stretches
    .filter(({ from, to }) => time >= from && time <= to)
    .map(({ phase }) => t(`how.now.${phase}`));
  return now.length === 0 ? t('how.quiet') : now.join(' ');
};

/** A block of skin from a stored run: needles in, the wound, weeks, months. */
export const HowBlock = () => {
  const { t } = useTranslation('decide');
  const [time, setTime] = useState(first);
  const [orbit, setOrbit] = useState<Orbit>({ ...firstOrbit, turn: 0.5, tilt: 0.34 });
  const wordsOf = (at: number): string => {
    if (at <= block.withdrawn) return t('how.time.in');
    const unit = unitOf(Math.max(at, 1));
    const name = units.find(([length]) => length === unit)?.[1] ?? 'second';
    return t(`how.time.${name}`, { count: Math.max(1, Math.round(at / unit)) });
  };
  const named: readonly NamedMoment[] = moments.map(([at, name]) => ({
    time: at,
    words: t(`how.moment.${name}`),
  }));
  const lanes = stretches.map(({ phase, from, to }) => ({
    name: t(`how.lane.${phase}`),
    from,
    to,
    kind: ({ open: 'wound', clearing: 'current', building: 'damage', fibres: 'collagen' } as const)[phase],
  }));
  const ticks = useMemo(
    () =>
      tickTimes.map((at) => ({
        time: at,
        words: t(
          `how.tick.${at === 1 ? 'second' : (units.find(([length]) => length === at)?.[1] ?? 'second')}`,
        ),
      })),
    [t],
  );
  const sentence = useSentence(time);
  return (
    <div className="how-block">
      <h3>{t('how.block')}</h3>
      <SkinView
        block={block}
        time={time}
        aspect={aspect}
        cuts={cuts}
        orbit={orbit}
        onOrbit={setOrbit}
        text={sentence}
      />
      <Scrubber
        label={t('how.timeLabel')}
        scale={scale}
        time={time}
        onTime={setTime}
        moments={named}
        ticks={ticks}
        lanes={lanes}
        words={wordsOf}
      />
      <details className="sources">
        <summary>{t('how.madeBy')}</summary>
        <p>{t('how.computed')}</p>
        <p className="small" data-content>
          {about.example}, {about.engine}, <code>{about.result}</code>
        </p>
      </details>
    </div>
  );
};
