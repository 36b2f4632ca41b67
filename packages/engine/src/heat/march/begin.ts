import { meanBeside } from '../bioheat/advance.ts';
import type { HeatState } from '../bioheat/advance.ts';
import { enthalpies, fillVapour } from '../bioheat/caloric.ts';
import type { Caloric } from '../bioheat/caloric.ts';
import { initialTemperatures } from '../bioheat/initial.ts';
import type { Rod } from '../bioheat/rods.ts';
import type { Fields } from './progress.ts';
import type { Setting } from './setting.ts';
import type { Place } from '../grid/place.ts';
import { showMetal } from './step.ts';

/** Temperature of each node of a rod that has come to that of the tissue beside it. */
const rodBeside = (
  { isPerfect, cells, nodes, weights, capacities }: Rod,
  temperatures: Float64Array,
): Float64Array => {
  if (isPerfect) return Float64Array.of(meanBeside(cells, weights, temperatures));
  const mean = meanBeside(cells, weights, temperatures);
  const [totals, sums] = [new Float64Array(capacities.length), new Float64Array(capacities.length)];
  for (let n = 0; n < cells.length; n++) {
    totals[nodes[n]] += weights[n];
    sums[nodes[n]] += weights[n] * temperatures[cells[n]];
  }
  return sums.map((sum, node) => (totals[node] === 0 ? mean : sum / totals[node]));
};

const stateWith = (
  { place, caloric }: { readonly place: Place; readonly caloric: Caloric },
  setting: Setting,
  heat: HeatState,
  { time, temperatures, damage }: Pick<Fields, 'time' | 'temperatures' | 'damage'>,
): Fields => {
  const vapour = new Float64Array(temperatures.length);
  fillVapour(caloric, heat.enthalpy, vapour);
  showMetal({ setting, place }, heat, temperatures);
  return { time, heat, temperatures, vapour, damage };
};

/** The fields before the first step. */
export const initialFields = (place: Place, caloric: Caloric, setting: Setting): Fields => {
  const { problem, grid, medium } = place;
  const temperatures = initialTemperatures(problem, grid, medium);
  const heat = {
    enthalpy: enthalpies(caloric, temperatures),
    rods: setting.heat.rods.map((rod) => rodBeside(rod, temperatures)),
  };
  const damage = new Map(problem.kinetics.map(({ name }) => [name, new Float64Array(grid.cells)]));
  return stateWith({ place, caloric }, setting, heat, { time: 0, temperatures, damage });
};

/**
 * Fields carried over to other electrodes. Tissue keeps its heat and damage; what had been metal closes with tissue at
 * the temperature that the metal had; metal comes in at the temperature of the tissue it meets, as a needle that is
 * drawn back or set anew has warmed to what it touched.
 */
export const carriedOver = (
  place: Place,
  caloric: Caloric,
  former: Setting,
  setting: Setting,
  now: Fields,
): Fields => {
  const temperatures = Float64Array.from(now.temperatures);
  const closed = enthalpies(caloric, temperatures);
  const enthalpy = now.heat.enthalpy.map((value, cell) =>
    former.embedding.metal[cell] > 0 ? closed[cell] : value,
  );
  const kept = setting.heat.rods.map((rod) => {
    const same = former.heat.rods.findIndex(({ electrode }) =>
      isSame(former, electrode, setting, rod.electrode),
    );
    return same >= 0 ? now.heat.rods[same] : rodBeside(rod, temperatures);
  });
  return stateWith({ place, caloric }, setting, { enthalpy, rods: kept }, { ...now, temperatures });
};

/** True where an electrode stands as it stood. */
const isSame = (former: Setting, before: number, setting: Setting, now: number): boolean =>
  JSON.stringify(former.electrodes[before]) === JSON.stringify(setting.electrodes[now]);
