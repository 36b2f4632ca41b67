import type { HealFilm, HeatFilm } from '@percuta/scene';
import type { LabZone } from './lab-messages.ts';

const ofHeat = ({ temperature, damage, metal }: HeatFilm) => [
  ...temperature,
  ...damage.flatMap(({ frames }) => frames),
  metal,
];

const ofHealing = ({ series }: HealFilm) => Object.values(series).map(({ values }) => values);

/** Memory of the films of zones, each once: tens of megabytes that were made for the page alone. */
export const filmBuffers = (zones: readonly LabZone[]): ArrayBuffer[] => {
  const arrays = zones.flatMap(({ block }) => [
    ...(block?.heat === undefined ? [] : ofHeat(block.heat)),
    ...(block?.healing === undefined ? [] : ofHealing(block.healing)),
  ]);
  return [...new Set(arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer))];
};
