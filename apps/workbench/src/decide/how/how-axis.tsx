import './how.css';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Play, usePlay } from '../../block/play.tsx';
import type { NamedMoment } from '../../block/time-scale.ts';
import { Track } from '../../block/track.tsx';
import blockWords from '../../block/words.en.json' with { type: 'json' };
import { addWords } from '../../shell/words.ts';
import { About } from './about.tsx';
import { Marks } from './marks.tsx';
import { firstTime, moments, scale } from './moments.ts';
import { PhaseLanes } from './phase-lanes.tsx';
import { phaseWords, stretches, timeWords } from './telling.ts';
import { sectionSize, TimeSection } from './time-section.tsx';
import { useWidth } from './use-width.ts';

addWords('block', blockWords);

/** px; what is narrower is still being laid out. */
const least = 200;

/** Skin after one visit on one axis of time, from a stored run: the thumb picks a channel. */
export const HowAxis = () => {
  const { t } = useTranslation('decide');
  const [time, setTime] = useState(firstTime);
  const { ref, width } = useWidth();
  const id = useId();
  const named = useMemo(
    (): readonly NamedMoment[] => moments.map(([at, name]) => ({ time: at, words: t(`how.moment.${name}`) })),
    [t],
  );
  const size = useMemo(() => sectionSize(Math.max(least, width)), [width]);
  const ticks = useMemo(
    () => size.standing.map(([at, name]) => ({ time: at, words: t(`how.tick.${name}`) })),
    [size, t],
  );
  const play = usePlay({ scale, time, onTime: setTime }, named);
  const words = (at: number): string => timeWords(at, t);
  return (
    <div className="how-axis">
      <h3>{t('how.block')}</h3>
      <div ref={ref} className="how-picture">
        {width > least && (
          <TimeSection size={size} time={time} onTime={setTime} words={words(time)} describedBy={id} />
        )}
        <div className="how-time" style={{ marginInline: size.inset }}>
          <Track
            label={t('how.timeLabel')}
            scale={scale}
            time={time}
            onTime={setTime}
            moments={named}
            ticks={ticks}
            tickRows={2}
            words={words}
            toggle={play.toggle}
          />
          <PhaseLanes stretches={stretches} />
        </div>
      </div>
      <Marks />
      <p id={id} className="how-now">
        <strong>{t('how.at', { time: words(time) })}</strong> {phaseWords(time, t)}
      </p>
      <Play time={time} moments={named} {...play} />
      <About />
    </div>
  );
};
