import type { HeatAspect } from '../film/heat-field.ts';
import type { HealQuantity, SkinBlock } from '../skin-block.ts';
import type { Canvas } from './canvas.ts';
import { paintHealing, paintSurface, paintWound } from './paint-healing.ts';
import { paintDifference, paintHeat } from './paint-heat.ts';

/** What is shown in the tissue. `wound` shows all of healing at once: clot, cells as dots, new fibres. */
export type Aspect =
  | HeatAspect
  | { readonly kind: 'healing'; readonly quantity: HealQuantity }
  | { readonly kind: 'wound' }
  | { readonly kind: 'difference'; readonly from: SkinBlock }
  | { readonly kind: 'none' };

const isUncut = ({ face, place }: Canvas): boolean => face === 'top' && place.at(0, 0).z === 0;

/** Whether a face looks the same at two times: the surface does until the needles leave. */
export const isSame = (canvas: Canvas, { withdrawn, healing }: SkinBlock, a: number, b: number): boolean =>
  isUncut(canvas) && (healing === undefined || (a <= withdrawn && b <= withdrawn));

/** Paints a face as it is at a time into `canvas.shown`; nothing where the block does not have the aspect. */
export const paintFace = (canvas: Canvas, block: SkinBlock, aspect: Aspect, time: number): void => {
  canvas.shown.pixels.set(canvas.tissue.pixels);
  if (isUncut(canvas)) {
    paintSurface(canvas, block, time);
    return;
  }
  switch (aspect.kind) {
    case 'temperature':
    case 'damage':
      return paintHeat(canvas, block, aspect, time);
    case 'difference':
      return paintDifference(canvas, block, aspect.from, time);
    case 'healing':
      return paintHealing(canvas, block, aspect.quantity, time);
    case 'wound':
      return paintWound(canvas, block, time);
    case 'none':
      return undefined;
  }
};
