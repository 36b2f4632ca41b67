import type { DeviceSheet } from '@percuta/evidence';
import { formatQuantity } from '@percuta/quantity';
import type { Settings } from '../../case/protocol.ts';
import type { Course } from '../../safety/limit.ts';

/** A name for a course that stays the same from run to run: device, depth, frequency, pace, passes, sessions, interval. */
export const candidateId = (sheet: DeviceSheet, settings: Settings, course: Course): string =>
  [
    sheet.id,
    formatQuantity(settings.depth, 'mm').replace(' ', ''),
    ...(settings.frequency === undefined ? [] : [`${Math.round(settings.frequency)}Hz`]),
    ...(settings.handSpeed === undefined ? [] : [`${Math.round(settings.handSpeed * 1000)}mmps`]),
    `${settings.passes}x`,
    `${course.sessions}s`,
    ...(course.interval === undefined ? [] : [formatQuantity(course.interval, 'days').replace(/ .*/, 'd')]),
  ].join('_');
