import type { Healing, HealingSummary, SpeciesId } from '@percuta/engine';
import { speciesIds } from '@percuta/engine';
import { healQuantities, type HealFilm, type HealQuantity } from '@percuta/scene';

/** States that each quantity adds up. */
const parts: Readonly<Record<HealQuantity, readonly SpeciesId[]>> = {
  clot: ['B'],
  neutrophils: ['N'],
  macrophages: ['M1', 'M2'],
  fibroblasts: ['F'],
  collagen: ['C3', 'C1i', 'C1m'],
  'new collagen': ['C1i'],
};

const seriesOf = ({ fields = [], rest }: Healing, quantity: HealQuantity) => {
  const states = parts[quantity];
  const width = speciesIds.length;
  const places = states.map((id) => speciesIds.indexOf(id));
  const size = (fields[0]?.values.length ?? 0) / width;
  const values = new Float32Array(size * fields.length);
  fields.forEach((field, t) => {
    for (let place = 0; place < size; place += 1) {
      values[t * size + place] = places.reduce((sum, s) => sum + (field.values[place * width + s] ?? 0), 0);
    }
  });
  return { rest: states.reduce((sum, id) => sum + rest[id], 0), values };
};

/** What heals around a channel, of a course that kept its fields. `junction`: depth at which the dermis begins, m. */
export const healFilm = (
  { healing, summary }: { readonly healing: Healing; readonly summary: HealingSummary },
  junction: number,
): HealFilm => ({
  junction,
  depths: healing.depths,
  radii: healing.radii,
  times: healing.times,
  sessions: healing.sessions,
  phases: summary.phases,
  // The keys are those of the list.
  series: Object.fromEntries(
    healQuantities.map((quantity) => [quantity, seriesOf(healing, quantity)]),
  ) as unknown as HealFilm['series'],
  gap: healing.surface.gapRadius,
  barrier: healing.surface.barrier,
});
