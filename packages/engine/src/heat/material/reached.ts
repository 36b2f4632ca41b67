import { OutsideModel } from '../../error.ts';
import { shown } from '../../wire.ts';
import { leastBetween } from './law.ts';
import type { Material } from './material.ts';

/** Throws OutsideModel where a property of a material falls to 0 or below between two temperatures that a run came to, K. */
export const assertWithinLaws = (
  { materials, ofCell }: { readonly materials: readonly Material[]; readonly ofCell: Uint8Array },
  temperatures: Float64Array,
): void => {
  let [coldest, hottest] = [Infinity, -Infinity];
  for (const temperature of temperatures) {
    coldest = Math.min(coldest, temperature);
    hottest = Math.max(hottest, temperature);
  }
  for (const material of new Set(ofCell)) {
    const { name, conductivity, thermalConductivity, specificHeat } = materials[material];
    const laws = { conductivity, thermal_conductivity: thermalConductivity, specific_heat: specificHeat };
    for (const [key, law] of Object.entries(laws)) {
      if (law.kind === 'constant' || leastBetween(law, coldest, hottest) > 0) continue;
      throw new OutsideModel(
        `materials.${name}.${key} falls to 0 below the ${shown(hottest, '°C')} that the run comes to; lower its slope, give it a cap, or use a table`,
        'allowed: above 0 at every temperature of the run',
      );
    }
  }
};
