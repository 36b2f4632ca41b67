import { collagenSpecies } from './collagen/collagen-species.ts';
import { immuneSpecies } from './immune/immune-species.ts';
import { matrixSpecies } from './matrix/matrix-species.ts';
import { mesenchymeSpecies } from './mesenchyme/mesenchyme-species.ts';
import { signalSpecies } from './signal/signal-species.ts';
import { vesselSpecies } from './vessel/vessel-species.ts';
import { speciesIds, type Species, type SpeciesId } from './species.ts';

const all: readonly Species[] = [
  ...signalSpecies,
  ...immuneSpecies,
  ...mesenchymeSpecies,
  ...collagenSpecies,
  ...matrixSpecies,
  ...vesselSpecies,
];

const find = (id: SpeciesId): Species => {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no species file for ${id}`);
  return found;
};

/** Every species in the order in which the states are stored. */
export const species: readonly Species[] = speciesIds.map(find);

/** Place of each species among the states of a cell. */
export const indexOf: Readonly<Record<string, number>> = Object.fromEntries(
  speciesIds.map((id, i) => [id, i]),
);

/** States that move from place to place, as places among the states. */
export const moving: readonly number[] = species.flatMap((one, i) =>
  one.diffusivity === undefined ? [] : [i],
);
