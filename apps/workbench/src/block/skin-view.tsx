import './block.css';
import { useElementSize } from '@mantine/hooks';
import type { Aspect, BlockView, Cuts, Orbit, SkinBlock, Surface } from '@percuta/scene';
import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../shell/words.ts';
import { useFacts } from './facts.tsx';
import { FlatFace } from './flat-face.tsx';
import { Labels } from './labels.tsx';
import { Legend } from './legend.tsx';
import { useScheme } from './use-scheme.ts';
import { useViewKeys } from './use-view-keys.ts';
import { hasWebGl } from './webgl.ts';
import words from './words.en.json' with { type: 'json' };

addWords('block', words);

// Asked for at once, read in a task of its own: what draws in three dimensions is large.
const stage = import('./stage.tsx');
const Stage = lazy(async () => ({ default: (await stage).Stage }));

export interface SkinViewProps {
  readonly block: SkinBlock;
  readonly time: number;
  readonly aspect: Aspect;
  readonly cuts: Cuts;
  readonly orbit: Orbit;
  readonly onOrbit: (orbit: Orbit) => void;
  readonly onCuts?: (cuts: Cuts) => void;
  readonly surfaces?: readonly Surface[];
  /** Kept short beside another one. */
  readonly isSmall?: boolean;
}

const none: readonly Surface[] = [];

/** Where a block is cut at first: through the outermost needles, so that they stand in the faces. */
export const firstCuts = ({ needles, half }: SkinBlock): Cuts => {
  const outermost = (of: 'x' | 'y'): number =>
    needles.length === 0 ? half[of] : Math.min(half[of], Math.max(...needles.map((needle) => needle[of])));
  return { x: outermost('x'), y: outermost('y'), z: 0 };
};

interface DrawnProps {
  readonly block: SkinBlock;
  readonly view: BlockView;
  readonly orbit: Orbit;
  readonly size: { readonly width: number; readonly height: number };
}

/** The block with its labels. */
const Drawn = ({ block, view, orbit, size }: DrawnProps) => {
  const shift = narrowShift(size.width);
  return (
    <>
      <Suspense>
        <Stage block={block} view={view} orbit={orbit} shift={shift} />
      </Suspense>
      {hasRoom(size.width) && (
        <Labels block={block} cuts={view.cuts} orbit={orbit} size={size} shift={shift} />
      )}
    </>
  );
};

/** A block of skin at a time, to be turned and cut, with the same in words. */
export const SkinView = (props: SkinViewProps) => {
  const { t } = useTranslation('block');
  const { block, time, aspect, cuts, orbit, onOrbit, onCuts, surfaces = none, isSmall = false } = props;
  const scheme = useScheme();
  const { ref, width, height } = useElementSize();
  const id = useId();
  const facts = useFacts(block, time);
  const keys = useViewKeys({ block, orbit, onOrbit, cuts, onCuts });
  const { turn } = orbit;
  const [canDraw] = useState(hasWebGl);
  const view = useMemo(
    (): BlockView => ({ time, aspect, cuts, surfaces, scheme, turn }),
    [aspect, cuts, scheme, surfaces, time, turn],
  );
  return (
    <div className={isSmall ? 'skin-view small-view' : 'skin-view'}>
      <div
        ref={ref}
        className="block-room"
        role="application"
        aria-label={onCuts === undefined ? t('viewUncut') : t('view')}
        aria-describedby={id}
        tabIndex={0}
        {...keys}
      >
        {canDraw ? (
          <Drawn block={block} view={view} orbit={orbit} size={{ width, height }} />
        ) : (
          hasRoom(width) && <FlatFace block={block} view={view} size={{ width, height }} />
        )}
      </div>
      {!canDraw && (
        <p className="notice" role="note">
          {t('flat')}
        </p>
      )}
      <Legend aspect={aspect} />
      <p id={id} className="facts">
        {facts.join(' ')}
      </p>
    </div>
  );
};

const narrowShift = (width: number): number => (width < 480 ? 0.12 : 0);

const hasRoom = (width: number): boolean => width > 10;
