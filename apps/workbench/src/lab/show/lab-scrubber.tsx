import type { SkinBlock } from '@percuta/scene';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Scrubber } from '../../block/scrubber.tsx';
import type { LabZone } from '../../compute/lab/lab-messages.ts';
import { stretchesOf } from './lanes.ts';
import { namedMoments, scaleOf, ticks, timeText } from './time.ts';

interface LabScrubberProps {
  readonly zone: LabZone;
  readonly block: SkinBlock;
  readonly time: number;
  readonly onTime: (time: number) => void;
}

/** Time of a run on one axis, with what goes on when. */
export const LabScrubber = ({ zone, block, time, onTime }: LabScrubberProps) => {
  const { t } = useTranslation('lab');
  const scale = useMemo(() => scaleOf(zone), [zone]);
  const stretches = useMemo(() => stretchesOf(zone, block), [zone, block]);
  const lanes = useMemo(
    () => stretches.map((each) => ({ ...each, name: t(`lane.${each.kind}`) })),
    [stretches, t],
  );
  return (
    <Scrubber
      label={t('block.time')}
      scale={scale}
      time={time}
      onTime={onTime}
      moments={namedMoments}
      ticks={ticks}
      lanes={lanes}
      words={timeText}
    />
  );
};
