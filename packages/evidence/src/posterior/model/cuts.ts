import { exp } from '@percuta/numerics';
import { z } from 'zod';
import cutsFile from '../../../data/priors/cuts.json' with { type: 'json' };
import { once } from '../../once.ts';
import { textSchema } from '../../provenance/schemas.ts';

/** Cuts of the latent improvement in order; "beyond" is as far above 75 per cent as that is above 50, and only bounds others. */
export const fixedCuts = ['worse', 'any', '25', '50', '75', 'beyond'] as const;
export type FixedCut = (typeof fixedCuts)[number];

const fileSchema = z.array(
  z.strictObject({ id: textSchema, between: z.tuple([textSchema, textSchema]), reason: textSchema }),
);

/** A definition without a per cent: its cut lies somewhere between two others. */
export interface OwnCut {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly reason: string;
}

/** Own cuts in an order in which each stands after its bounds; bounds are indices into cutIds. */
export const ownCuts = once((): readonly OwnCut[] => {
  const known: string[] = [...fixedCuts];
  return fileSchema.parse(cutsFile).map(({ id, between, reason }) => {
    const [low, high] = between.map((bound) => known.indexOf(bound));
    if (low === undefined || high === undefined || low < 0 || high < 0)
      throw new RangeError(`cut "${id}" lies between cuts that are not known before it`);
    known.push(id);
    return { id, low, high, reason };
  });
});

export const cutIds = once((): readonly string[] => [...fixedCuts, ...ownCuts().map(({ id }) => id)]);

export function cutIndex(id: string): number {
  const index = cutIds().indexOf(id);
  if (index < 0) throw new RangeError(`no cut with the id "${id}"`);
  return index;
}

/** How many unknowns place the cuts: four distances, then one number for each own cut. */
export const cutUnknowns = (): number => 4 + ownCuts().length;

/**
 * The cuts from their unknowns (expectation.2):
 * z_worse = -e^w, z_any = 0, z_25 = e^a, z_50 = z_25 + e^b, z_75 = z_50 + e^c, z_beyond = z_75 + e^c,
 * an own cut = low + (high - low)/(1 + e^-u). Reads from `at` on, writes one number for each of cutIds.
 */
export function placeCuts(unknowns: Float64Array, at: number, cuts: Float64Array): void {
  const step = exp(unknowns[at + 3]);
  cuts[0] = -exp(unknowns[at]);
  cuts[1] = 0;
  cuts[2] = exp(unknowns[at + 1]);
  cuts[3] = cuts[2] + exp(unknowns[at + 2]);
  cuts[4] = cuts[3] + step;
  cuts[5] = cuts[4] + step;
  ownCuts().forEach(({ low, high }, i) => {
    const share = 1 / (1 + exp(-unknowns[at + 4 + i]));
    cuts[6 + i] = cuts[low] + (cuts[high] - cuts[low]) * share;
  });
}

/**
 * The chain rule backwards: adds to `gradient` (from `at` on) what the slopes with respect to the cuts mean
 * for the unknowns. Uses up `slopes`, last own cut first, so that a bound that is an own cut has all of its.
 */
export function pullBackCuts(
  unknowns: Float64Array,
  at: number,
  { cuts, slopes }: { readonly cuts: Float64Array; readonly slopes: Float64Array },
  gradient: Float64Array,
): void {
  const own = ownCuts();
  for (let i = own.length - 1; i >= 0; i--) {
    const { low, high } = own[i] ?? never(i);
    const share = 1 / (1 + exp(-unknowns[at + 4 + i]));
    const slope = slopes[6 + i];
    gradient[at + 4 + i] += slope * (cuts[high] - cuts[low]) * share * (1 - share);
    slopes[low] += slope * (1 - share);
    slopes[high] += slope * share;
  }
  const above50 = slopes[4] + slopes[5];
  gradient[at] += slopes[0] * cuts[0];
  gradient[at + 1] += (slopes[2] + slopes[3] + above50) * cuts[2];
  gradient[at + 2] += (slopes[3] + above50) * (cuts[3] - cuts[2]);
  gradient[at + 3] += (slopes[4] + 2 * slopes[5]) * (cuts[4] - cuts[3]);
}

function never(index: number): never {
  throw new RangeError(`no own cut ${index}`);
}
