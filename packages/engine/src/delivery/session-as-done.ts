import type { DeviceSheet } from '@percuta/evidence';
import { formatQuantity } from '@percuta/quantity';
import { checkExclusions } from '../case/exclusions.ts';
import { byDepth, type SessionSettings, type Settings } from '../case/protocol.ts';
import { BadInput } from '../error.ts';
import { energyOf } from '../heat/array/shot/shot.ts';
import type { Setting } from '../plan/situation.ts';
import { checkSettings } from '../puncture/device.ts';
import type { DeliveredSession } from './delivered.ts';

/** Energy in physical units, as candidates have it, where a record may name a mark of the dial. */
const energyDone = (sheet: DeviceSheet, settings: Settings): Settings['rf'] => {
  const energy = energyOf(sheet, settings);
  if (energy === undefined) return undefined;
  const { shot, stops } = energy;
  const { kind, value, pulse, pulses, pause } = shot;
  return {
    [kind]: value,
    pulse,
    pulses,
    ...(pulses > 1 ? { pause } : {}),
    ...(stops.length === 0
      ? {}
      : {
          stops: stops.map(({ drawnBack, shot: own }) => ({
            depth: settings.depth - drawnBack,
            [own.kind]: own.value,
            pulse: own.pulse,
          })),
          retraction: settings.rf?.retraction,
        }),
  };
};

/**
 * Settings of a session: as planned, but for what its record says. Throws OutsideModel for settings that the device
 * does not have, at any of its depths.
 */
export const settingsDone = (
  sheet: DeviceSheet,
  planned: Settings,
  { settings }: DeliveredSession,
): SessionSettings => {
  if (settings === undefined) return planned;
  const said = {
    ...planned,
    depth: settings.depth,
    passes: settings.passes,
    handSpeed: settings.hand_speed ?? planned.handSpeed,
    frequency: settings.frequency ?? planned.frequency,
    rf: settings.rf ?? planned.rf,
    further: settings.further,
  };
  const [first = said, ...further] = byDepth(said).map((one) => {
    checkSettings(sheet, one);
    return { ...one, rf: energyDone(sheet, one) };
  });
  return further.length === 0
    ? first
    : { ...first, further: further.map(({ depth, passes, rf }) => ({ depth, passes, rf })) };
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
