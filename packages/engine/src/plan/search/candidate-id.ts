import type { DeviceSheet } from '@percuta/evidence';
import { formatQuantity } from '@percuta/quantity';
import type { Settings } from '../../case/protocol.ts';
import type { RfSettings } from '../../case/rf-settings.ts';
import type { Course } from '../../safety/limit.ts';

const trainPart = ({ pulses, pause }: RfSettings): string[] =>
  pulses === 1 || pause === undefined ? [] : [`${pulses}p`, shortText(pause, 'ms')];

const stopsPart = ({ stops = [], retraction }: RfSettings): string[] =>
  retraction === undefined
    ? []
    : [...stops.map(({ depth }) => `to${shortText(depth, 'mm')}`), shortText(retraction, 'ms')];

const rfPart = (rf: RfSettings): string[] => [...dosePart(rf), ...trainPart(rf), ...stopsPart(rf)];

const dosePart = ({ energy_per_needle, power, voltage, pulse }: RfSettings): string[] => [
  ...(energy_per_needle === undefined ? [] : [shortText(energy_per_needle, 'mJ')]),
  ...(power === undefined ? [] : [shortText(power, 'W')]),
  ...(voltage === undefined ? [] : [shortText(voltage, 'V')]),
  shortText(pulse, 'ms'),
];

const shortText = (value: number, unit: string): string =>
  formatQuantity(Number(value.toPrecision(12)), unit).replace(' ', '');

/**
 * A name for a course that stays the same from run to run: device, depth, frequency, pace, energy with its pulses and
 * shallower depths, passes, sessions, interval.
 */
export const candidateId = (sheet: DeviceSheet, settings: Settings, course: Course): string =>
  [
    sheet.id,
    formatQuantity(settings.depth, 'mm').replace(' ', ''),
    ...(settings.frequency === undefined ? [] : [`${Math.round(settings.frequency)}Hz`]),
    ...(settings.handSpeed === undefined ? [] : [`${Math.round(settings.handSpeed * 1000)}mmps`]),
    ...(settings.rf === undefined ? [] : rfPart(settings.rf)),
    `${settings.passes}x`,
    `${course.sessions}s`,
    ...(course.interval === undefined ? [] : [formatQuantity(course.interval, 'days').replace(/ .*/, 'd')]),
  ].join('_');
