import { healSharesAt } from '../film/heal-field.ts';
import type { HealQuantity, SkinBlock } from '../skin-block.ts';
import { between } from '../film/moment-at.ts';
import { dotKinds, type Canvas } from './canvas.ts';
import { healColours, seriesColour, tokenColour } from './colours.ts';
import { cover } from './tint.ts';

// Departures that are less than this share of the largest are not shown.
export const leastShown = 0.04;

/** One quantity: more than at rest in its own colour, less in orange. */
export const paintHealing = (
  canvas: Canvas,
  { healing }: SkinBlock,
  quantity: HealQuantity,
  time: number,
): void => {
  if (healing === undefined || canvas.healing === undefined) return;
  const shares = healSharesAt(healing, quantity, time);
  const more = seriesColour(healColours[quantity], canvas.scheme);
  const less = seriesColour('orange', canvas.scheme);
  canvas.healing.places.forEach((place, n) => {
    const share = place < 0 ? 0 : (shares[place] ?? 0);
    if (Math.abs(share) > leastShown)
      cover(canvas.shown, n, share > 0 ? more : less, 0.85 * Math.sqrt(Math.abs(share)));
  });
};

/** Share of the squares that hold a dot at the most there is. */
const crowded = 0.32;

/** All of healing at once: clot as a tint, cells as dots, new collagen as fibres. */
export const paintWound = (canvas: Canvas, { healing }: SkinBlock, time: number): void => {
  const texels = canvas.healing;
  if (healing === undefined || texels === undefined) return;
  const colourOf = (quantity: HealQuantity) => seriesColour(healColours[quantity], canvas.scheme);
  const cells = dotKinds.map((kind) => ({
    shares: healSharesAt(healing, kind, time),
    colour: colourOf(kind),
  }));
  const [clot, fresh] = [healSharesAt(healing, 'clot', time), healSharesAt(healing, 'new collagen', time)];
  const [clotColour, freshColour] = [colourOf('clot'), colourOf('new collagen')];
  texels.places.forEach((place, n) => {
    if (place < 0) return;
    const clotted = clot[place] ?? 0;
    if (clotted > leastShown) cover(canvas.shown, n, clotColour, 0.8 * Math.sqrt(clotted));
    const laid = fresh[place] ?? 0;
    if (laid > leastShown && texels.fibres[n] === 1)
      cover(canvas.shown, n, freshColour, Math.min(1, 0.35 + laid));
    cells.forEach(({ shares, colour }, kind) => {
      if (crowded * (shares[place] ?? 0) > (texels.dots[kind]?.[n] ?? 2)) cover(canvas.shown, n, colour, 1);
    });
  });
};

/** The openings in the surface, as wide as they are at the time, paler as the barrier comes back. */
export const paintSurface = (canvas: Canvas, { healing, withdrawn }: SkinBlock, time: number): void => {
  if (healing === undefined || time <= withdrawn) return;
  const { before } = between(healing.times, time);
  const open = 1 - (healing.barrier[before] ?? 1);
  // A hole narrower than a texel would not be seen; its mark is as wide as the hole was made.
  const radius = Math.max(...healing.gap, 0);
  if (open <= 0.01) return;
  const colour = tokenColour('limit', canvas.scheme);
  canvas.distances.forEach((distance, n) => {
    if (distance <= radius) cover(canvas.shown, n, colour, 0.25 + 0.6 * open);
  });
};
