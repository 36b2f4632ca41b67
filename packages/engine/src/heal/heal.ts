import { checkInput } from './check-input.ts';
import { beginCourse, stretchesOf } from './course/course.ts';
import { checkBound } from './course/failure.ts';
import { follow } from './course/follow.ts';
import { treat } from './course/treat.ts';
import { papillaryLayers } from './geometry/papillary-layers.ts';
import { cellRadius } from './geometry/radial-cells.ts';
import { tissueOf, type Tissue } from './geometry/tissue.ts';
import type { HealValues } from './heal-stage.ts';
import { checkThermalInjury } from './injury/thermal-injury.ts';
import { ratesOf } from './rates.ts';
import type { Healing, HealInput, HealOptions } from './result/healing.ts';
import { outputTimes, outputTimesUntil } from './result/output-times.ts';
import { createRecord, restOfAll } from './result/record.ts';

/** The cells on which `heal` works for this density and these layers; damage by heat has to stand on them. */
export const healingGrid = (density: number, depths: Float64Array, values: HealValues): Tissue =>
  tissueOf(density > 0 ? cellRadius(density) : values.R_most, depths, values);

/**
 * Heals one zone: the wound of every session, and what follows from it in every ring and layer of the unit cell
 * (heal.1 to heal.9), until the end of the course. Throws BadInput and OutsideModel for an input that cannot be, and
 * NotConverged, with time, place and species, where no step passes.
 */
export const heal = (input: HealInput, values: HealValues, options: HealOptions = {}): Healing => {
  checkInput(input, values);
  const tissue = healingGrid(input.density, input.depths, values);
  checkThermalInjury(input.thermal, tissue);
  const p = ratesOf(values, input.place);
  const stretches = stretchesOf(input);
  const kept = stretches.map(({ from, to }, i) =>
    i + 1 < stretches.length ? outputTimesUntil(to - from) : outputTimes(to - from),
  );
  const count = kept.reduce((sum, times) => sum + times.length, 0);
  const record = createRecord(tissue, count, p, options.keepsFields ?? false);
  const course = beginCourse(input, tissue, p, options);
  stretches.forEach((stretch, i) => {
    treat(course, stretch, stretches[i - 1]);
    follow(course, stretch, kept[i], record);
  });
  const healing = {
    depths: tissue.depths,
    layers: tissue.layers,
    papillary: papillaryLayers(tissue.depths, p.z_pap),
    radii: tissue.radial.edges,
    sessions: input.sessions,
    ...record.series,
    rest: restOfAll(p),
    fields: record.fields,
    cost: course.tally,
  };
  checkBound(healing);
  return healing;
};
