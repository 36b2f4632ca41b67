import type { Settings } from '../case/protocol.ts';
import type { Course } from '../safety/limit.ts';
import { energyText } from './heat/heat-facts.ts';
import { counted, valueText } from './numbers.ts';

/** "0.5 mm at 117 Hz", "1.1 mm with 15 mJ per needle in 100 ms" */
export const settingText = ({ depth, frequency, rf }: Settings): string =>
  [
    valueText(depth, 'mm'),
    ...(frequency === undefined ? [] : [`at ${valueText(frequency, 'Hz')}`]),
    ...(rf === undefined ? [] : [`with ${energyText(rf)}`]),
  ].join(' ');

/** "2 passes at 20 mm/s" */
export const passesText = ({ passes, handSpeed }: Settings): string =>
  [
    counted(passes, 'pass', 'passes'),
    ...(handSpeed === undefined ? [] : [`at ${valueText(handSpeed, 'mm/s')}`]),
  ].join(' ');

/** "3 sessions, 28 days apart" */
export const sessionsText = ({ sessions, interval }: Course): string =>
  [
    counted(sessions, 'session', 'sessions'),
    ...(interval === undefined || sessions < 2 ? [] : [`${valueText(interval, 'days')} apart`]),
  ].join(', ');

/** "0.5 mm at 117 Hz, 2 passes at 20 mm/s, 3 sessions, 28 days apart" */
export const courseText = (settings: Settings, course: Course): string =>
  `${settingText(settings)}, ${passesText(settings)}, ${sessionsText(course)}`;
