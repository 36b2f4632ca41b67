import { toSI } from '@percuta/quantity';
import { runExperiment, valuesIn, type Experiment } from '../../heal/calibration/experiment.ts';
import { heal, healingGrid } from '../../heal/heal.ts';
import type { HealValues } from '../../heal/heal-stage.ts';
import { noThermalInjury } from '../../heal/injury/thermal-injury.ts';
import { normalPlace } from '../../heal/place.ts';
import type { Healing } from '../../heal/result/healing.ts';
import type { RecordWound } from './wound-of-record.ts';

/** One layer, as in the experiments of the calibration. */
const depths = Float64Array.of(0, toSI(1, 'mm'));
const absolute = 1e-8;

/** Keratinocytes of a host as constants: openings are closed and sealed by formulas that know no host. */
export const valuesOfWound = ({ experiment, placeIn }: RecordWound, drawn: HealValues): HealValues => {
  const values = valuesIn(experiment, drawn);
  const { h_K } = placeIn(values);
  return { ...values, v_K: values.v_K * h_K, k_bar: values.k_bar * h_K };
};

const densityOf = ({ cellRadius }: Experiment): number => 1 / (Math.PI * cellRadius * cellRadius);

/** Heals the wound of a record at drawn values; a heated column as in a healthy adult. Throws as `heal` does. */
export const healRecord = (wound: RecordWound, drawn: HealValues, relative: number): Healing => {
  const { experiment, name, placeIn } = wound;
  const values = valuesIn(experiment, drawn);
  const place = placeIn(values);
  if (place === normalPlace || name === 'column') return runExperiment(experiment, drawn, relative);
  const { gapRadius, sessions, end } = experiment;
  const density = densityOf(experiment);
  const input = {
    density,
    depths,
    gapRadii: Float64Array.of(gapRadius),
    pierced: Float64Array.of(1),
    gapAtJunction: gapRadius,
    thermal: noThermalInjury(healingGrid(density, depths, values)),
    sessions,
    duration: end,
    place,
  };
  return heal(input, values, { keepsFields: true, relative, absolute });
};
