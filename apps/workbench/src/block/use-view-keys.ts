import { orbitAfter, turned, type Cuts, type Orbit, type SkinBlock } from '@percuta/scene';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

export const cutNames = ['y', 'x', 'z'] as const;
export type CutName = (typeof cutNames)[number];

/** How far a cut may go, m. */
export const cutRange = ({ half, depth }: SkinBlock, cut: CutName): readonly [number, number] =>
  cut === 'z' ? [0, depth * 0.95] : [-half[cut] * 0.9, half[cut]];

/** rad a pixel. */
const dragTurn = 0.008;
const cutStep = 1 / 40;

interface ViewControls {
  readonly block: SkinBlock;
  readonly orbit: Orbit;
  readonly onOrbit: (orbit: Orbit) => void;
  readonly cuts: Cuts;
  readonly onCuts?: ((cuts: Cuts) => void) | undefined;
}

/** Moves a cut by a part of its range. */
const moved = (block: SkinBlock, cuts: Cuts, cut: CutName, steps: number): Cuts => {
  const [low, high] = cutRange(block, cut);
  const next = cuts[cut] + steps * cutStep * (high - low);
  return { ...cuts, [cut]: Math.max(low, Math.min(high, next)) };
};

/** Turning, zooming and cutting by keys and by pointer. */
export const useViewKeys = ({ block, orbit, onOrbit, cuts, onCuts }: ViewControls) => {
  const chosen = useRef<CutName>('y');
  const held = useRef<readonly [number, number]>(undefined);
  const cutFor = ({ key }: KeyboardEvent): Cuts | undefined => {
    if (key === ',') return moved(block, cuts, chosen.current, -1);
    if (key === '.') return moved(block, cuts, chosen.current, 1);
    return undefined;
  };
  return {
    onKeyDown: (event: KeyboardEvent): void => {
      const name = cutNames[Number(event.key) - 1];
      if (name !== undefined) chosen.current = name;
      const next = orbitAfter(orbit, event.key);
      const cut = onCuts && cutFor(event);
      if (next !== undefined) onOrbit(next);
      if (cut !== undefined) onCuts?.(cut);
      if (next !== undefined || cut !== undefined) event.preventDefault();
    },
    onPointerDown: (event: PointerEvent): void => {
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = [event.clientX, event.clientY];
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent): void => {
      if (held.current === undefined) return;
      const [x, y] = held.current;
      held.current = [clientX, clientY];
      onOrbit(turned(orbit, { turn: -(clientX - x) * dragTurn, tilt: (clientY - y) * dragTurn }));
    },
    onPointerUp: (): void => {
      held.current = undefined;
    },
  };
};
