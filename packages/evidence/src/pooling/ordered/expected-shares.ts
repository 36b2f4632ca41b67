import { passing } from '../mixed/ordered.ts';
import type { OrderedModel } from './ordered-model.ts';

/**
 * The share expected to pass each cut under a treatment, where the reference passes the first cut at the given
 * level (on the scale of the link); the reference itself has effect 0.
 */
export function expectedShares(
  model: OrderedModel,
  level: number,
  treatment: string,
): { readonly cut: string; readonly share: number }[] {
  const effect = model.effects.find((entry) => entry.treatment === treatment);
  if (effect === undefined && treatment !== model.reference)
    throw new RangeError(`no effect of ${treatment} in this model`);
  const shift = effect?.estimate ?? 0;
  return model.cuts.map(({ cut, height }) => ({
    cut,
    share: passing(model.link, level + shift - height).above,
  }));
}
