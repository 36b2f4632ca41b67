import healingClosure from '../data/calibrations/healing-closure.json' with { type: 'json' };
import healingDraws from '../data/calibrations/healing-draws.json' with { type: 'json' };
import healingTargets from '../data/calibrations/healing-targets.json' with { type: 'json' };
import punctureSupport from '../data/calibrations/puncture-support.json' with { type: 'json' };

const calibrations = {
  'healing-closure': healingClosure,
  'healing-draws': healingDraws,
  'healing-targets': healingTargets,
  'puncture-support': punctureSupport,
};

/** The name of a fit of parameters to data that is kept with the evidence. */
export type CalibrationId = keyof typeof calibrations;

/** A fit of parameters to data: medians with 5 % and 95 % points in the unit of the parameter, and how they hang together. */
export const calibration = <Id extends CalibrationId>(id: Id): (typeof calibrations)[Id] => calibrations[id];
