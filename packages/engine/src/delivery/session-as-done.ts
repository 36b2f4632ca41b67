import { formatQuantity } from '@percuta/quantity';
import { checkExclusions } from '../case/exclusions.ts';
import type { Settings } from '../case/protocol.ts';
import { BadInput } from '../error.ts';
import type { Setting } from '../plan/situation.ts';
import type { DeliveredSession } from './delivered.ts';

/** Settings of a session: as planned, but for what its record says. */
export const settingsDone = (planned: Settings, { settings }: DeliveredSession): Settings =>
  settings === undefined
    ? planned
    : {
        ...planned,
        depth: settings.depth,
        passes: settings.passes,
        handSpeed: settings.hand_speed ?? planned.handSpeed,
        frequency: settings.frequency ?? planned.frequency,
      };

/** The zone of the plan as a session treated it. Throws BadInput for exclusions that leave nothing of it. */
export const placeDone = (
  { given: { site } }: Pick<Setting, 'given'>,
  { exclusions: leftOut }: DeliveredSession,
  i: number,
) => {
  if (leftOut === undefined) return site;
  const place = { ...site, exclusions: leftOut };
  checkExclusions({ area: site.area, exclusions: leftOut }, ({ path, message, params }) => {
    throw new BadInput([
      {
        path: `sessions[${i}].exclusions[${String(path[1])}].area`,
        given: formatQuantity(leftOut[Number(path[1])]?.area ?? Number.NaN, 'cm2'),
        problem: message,
        allowed: `at most ${params['max'] ?? ''}`,
        remedy: params['remedy'] ?? '',
      },
    ]);
  });
  return place;
};
