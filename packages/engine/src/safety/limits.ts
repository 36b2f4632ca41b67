import type { Limit } from './limit.ts';
import { coverage, passes } from './limits/coverage.ts';
import { indicationCap, labelDepthCap, phototypeCap, siteCap } from './limits/depth-caps.ts';
import { hazardReach } from './limits/hazard-reach.ts';
import { coagulationReachesFat, heatReachesEpidermis, vaporisation } from './limits/heat.ts';
import { interval } from './limits/interval.ts';
import { jointChance } from './limits/joint-chance.ts';
import { anaesthesiaArea, exclusionZone, labelAge, labelPhototype } from './limits/person.ts';
import { tipLeavesDermis } from './limits/tip-leaves-dermis.ts';

/** The envelope, in the order it is told. A further limit is a further file and a line here. */
export const limits: readonly Limit[] = [
  exclusionZone,
  labelAge,
  labelPhototype,
  anaesthesiaArea,
  labelDepthCap,
  indicationCap,
  phototypeCap,
  siteCap,
  tipLeavesDermis,
  hazardReach,
  coagulationReachesFat,
  heatReachesEpidermis,
  vaporisation,
  passes,
  coverage,
  jointChance,
  interval,
];
