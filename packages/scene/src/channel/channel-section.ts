import { healSharesAt } from '../film/heal-field.ts';
import { between } from '../film/moment-at.ts';
import { dotKinds } from '../paint/canvas.ts';
import type { HealFilm, SkinBlock } from '../skin-block.ts';
import { clotContours } from './clot-contours.ts';
import { dotPath, fibrePath } from './scatter.ts';

/** The opening of a channel in the surface. */
export interface ChannelOpening {
  /** As wide as it is at the time, and as it was made, m. */
  readonly radius: number;
  readonly made: number;
  /** How much of the barrier has come back, 0 to 1. */
  readonly barrier: number;
}

/**
 * What stands round one channel at one time, in a section through its axis: paths in micrometres, x from the axis, y
 * the depth below the surface. How much there is is read from the film; where it lies within a place is for looks.
 */
export interface ChannelSection {
  /** The needle is in it; then nothing else is shown. */
  readonly isPierced: boolean;
  readonly opening: ChannelOpening | undefined;
  /** From little to much clot, each within the one before. */
  readonly clot: readonly string[];
  readonly cells: readonly { readonly kind: (typeof dotKinds)[number]; readonly path: string }[];
  readonly fibres: string;
}

/** How far what belongs to one channel reaches from its axis, m. */
export const channelReach = ({ radii }: HealFilm): number => radii.at(-1) ?? 0;

const openingAt = ({ times, gap, barrier }: HealFilm, time: number): ChannelOpening => {
  const { before, after, share } = between(times, time);
  const read = (course: Float64Array): number => {
    const early = course[before] ?? 0;
    return early + share * ((course[after] ?? 0) - early);
  };
  return { radius: read(gap), made: Math.max(...gap), barrier: read(barrier) };
};

const whole: ChannelSection = { isPierced: false, opening: undefined, clot: [], cells: [], fibres: '' };

/** One channel of a block at a time, s since the needles went in; bare tissue where the block does not heal. */
export const channelSection = ({ healing, withdrawn }: SkinBlock, time: number): ChannelSection => {
  if (time <= withdrawn) return { ...whole, isPierced: true };
  if (healing === undefined) return whole;
  const shares = (quantity: Parameters<typeof healSharesAt>[1]) => healSharesAt(healing, quantity, time);
  return {
    isPierced: false,
    opening: openingAt(healing, time),
    clot: clotContours(healing, shares('clot')),
    cells: dotKinds.map((kind, n) => ({ kind, path: dotPath(healing, shares(kind), (n + 1) / 5) })),
    fibres: fibrePath(healing, shares('new collagen')),
  };
};
