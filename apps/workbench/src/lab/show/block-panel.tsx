import { firstOrbit, type Aspect, type Orbit, type SkinBlock, type Surface } from '@percuta/scene';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstCuts, SkinView } from '../../block/skin-view.tsx';
import type { LabZone } from '../../compute/lab/lab-messages.ts';
import { AspectPicker } from './aspect-picker.tsx';
import { CutSliders } from './cut-sliders.tsx';
import { LabScrubber } from './lab-scrubber.tsx';
import { SurfacePicker } from './surface-picker.tsx';
import { timeText } from './time.ts';

interface BlockPanelProps {
  readonly zone: LabZone;
  readonly block: SkinBlock;
  /** The zone of the run compared with, where there is one. */
  readonly other: LabZone | undefined;
  readonly names: { readonly own: string; readonly other: string };
  readonly time: number;
  readonly onTime: (time: number) => void;
}

/** The block of a run, turned, cut and scrubbed; beside it that of another run on request. */
export const BlockPanel = ({ zone, block, other, names, time, onTime }: BlockPanelProps) => {
  const { t } = useTranslation('lab');
  const [orbit, setOrbit] = useState<Orbit>(firstOrbit);
  const [cuts, setCuts] = useState(() => firstCuts(block));
  const [aspect, setAspect] = useState<Aspect>(() =>
    block.heat === undefined
      ? { kind: block.healing === undefined ? 'none' : 'wound' }
      : { kind: 'temperature' },
  );
  const [surfaces, setSurfaces] = useState<readonly Surface[]>([]);
  const [isBeside, setBeside] = useState(false);
  const beside = isBeside ? other?.block : undefined;
  const seen = useMemo(() => ({ cuts, orbit, surfaces }), [cuts, orbit, surfaces]);
  return (
    <section className="panel block-panel" aria-labelledby="block-title">
      <h2 id="block-title">{t('block.title', { what: t(`aspect.${aspect.kind}`), time: timeText(time) })}</h2>
      <AspectPicker block={block} other={other?.block} aspect={aspect} onAspect={setAspect} />
      <div className={beside === undefined ? 'blocks' : 'blocks two'}>
        <div>
          {beside !== undefined && <h3>{names.own}</h3>}
          <SkinView
            block={block}
            time={time}
            aspect={aspect}
            {...seen}
            onOrbit={setOrbit}
            onCuts={setCuts}
            isSmall={beside !== undefined}
          />
        </div>
        {beside !== undefined && (
          <div>
            <h3>{names.other}</h3>
            <SkinView
              block={beside}
              time={time}
              aspect={aspect.kind === 'difference' ? { kind: 'temperature' } : aspect}
              {...seen}
              onOrbit={setOrbit}
              isSmall
            />
          </div>
        )}
      </div>
      <LabScrubber zone={zone} block={block} time={time} onTime={onTime} />
      <div className="block-tools">
        <CutSliders block={block} cuts={cuts} onCuts={setCuts} />
        {block.heat !== undefined && <SurfacePicker film={block.heat} onSurfaces={setSurfaces} />}
        {other?.block !== undefined && (
          <label className="check">
            <input type="checkbox" checked={isBeside} onChange={() => setBeside(!isBeside)} />{' '}
            {t('block.beside')}
          </label>
        )}
      </div>
    </section>
  );
};
