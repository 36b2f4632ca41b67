import { OutsideModel } from '../../error.ts';
import { shown } from '../../wire.ts';
import { leastBetween } from './law.ts';
import type { Material } from './material.ts';

interface Laid {
  readonly materials: readonly Material[];
  readonly ofCell: Uint8Array;
}

const lawsOf = ({ conductivity, thermalConductivity, specificHeat }: Material) => ({
  conductivity,
  thermal_conductivity: thermalConductivity,
  specific_heat: specificHeat,
});

/** Names of the laws that fall to 0 or below between two temperatures, K. */
const fallenOf = (material: Material, coldest: number, hottest: number): string[] =>
  Object.entries(lawsOf(material)).flatMap(([key, law]) =>
    law.kind === 'constant' || leastBetween(law, coldest, hottest) > 0 ? [] : [key],
  );

const rangeOf = (temperatures: Float64Array): readonly [number, number] => {
  let [coldest, hottest] = [Infinity, -Infinity];
  for (let cell = 0; cell < temperatures.length; cell++) {
    coldest = Math.min(coldest, temperatures[cell]);
    hottest = Math.max(hottest, temperatures[cell]);
  }
  return [coldest, hottest];
};

/** Throws OutsideModel where a property of a material falls to 0 or below between two temperatures that a run came to, K. */
export const assertWithinLaws = (laid: Laid, temperatures: Float64Array): void => {
  const [coldest, hottest] = rangeOf(temperatures);
  laid.materials.forEach((material, index) => {
    const [key] = fallenOf(material, coldest, hottest);
    // Cells last: this is asked at every step, and hardly ever is there anything to look for among them.
    if (key === undefined || !laid.ofCell.includes(index)) return;
    throw new OutsideModel(
      `materials.${material.name}.${key} falls to 0 below the ${shown(hottest, '°C')} that the run comes to; lower its slope, give it a cap, or use a table`,
      'allowed: above 0 at every temperature of the run',
    );
  });
};
