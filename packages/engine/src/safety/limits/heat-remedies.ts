import type { Control } from '@percuta/evidence';
import { deepestSetting } from '../../puncture/device.ts';
import type { Subject } from '../limit.ts';

const leastOf = (control: Control): number => {
  if ('fixed' in control) return control.fixed;
  return 'settings' in control ? Math.min(...control.settings) : (control.min ?? 0);
};

const mostOf = (control: Control): number => {
  if ('fixed' in control) return control.fixed;
  return 'settings' in control ? Math.max(...control.settings) : control.max;
};

const lessWords = {
  energy_per_needle: 'less energy',
  power: 'less power',
  voltage: 'a lower voltage',
} as const;

/** Less of what the dial gives, where it goes lower. */
const lessHeat = ({ sheet, settings: { rf } }: Subject): string[] => {
  const output = sheet.rf?.output?.value;
  if (output === undefined || rf === undefined) return [];
  const [kind, dial, set] =
    'power' in output
      ? (['power', output.power, rf.power] as const)
      : 'voltage' in output
        ? (['voltage', output.voltage, rf.voltage] as const)
        : (['energy_per_needle', output.energy_per_needle, rf.energy_per_needle] as const);
  return set === undefined || set > leastOf(dial) ? [lessWords[kind]] : [];
};

const longerPulse = ({ sheet, settings: { rf } }: Subject): string[] => {
  const pulse = sheet.rf?.pulse_duration?.value;
  return pulse === undefined || rf === undefined || rf.pulse < mostOf(pulse) ? ['a longer pulse'] : [];
};

/** Needles that are bare up to the surface heat it at every depth. */
const deeper = ({ sheet, settings }: Subject): string[] =>
  sheet.rf?.exposure?.value !== 'shaft' && settings.depth < (deepestSetting(sheet) ?? Infinity)
    ? ['a deeper setting']
    : [];

const told = (ways: readonly string[], subject: Subject): string => {
  const bare =
    subject.sheet.rf?.exposure?.value === 'shaft'
      ? '; the needles of this device are bare up to the surface, insulated ones spare it'
      : '';
  return ways.length === 0
    ? `another device: this one offers nothing gentler${bare}`
    : `${ways.join(', or ')}${bare}`;
};

/** What spares the epidermis, as far as the device offers it. */
export const coolerEpidermis = (subject: Subject): string =>
  told([...lessHeat(subject), ...deeper(subject)], subject);

/** What keeps water from boiling, as far as the device offers it. */
export const lessBoiling = (subject: Subject): string => {
  // A set voltage gives more energy the longer it lasts.
  const ways = [
    ...lessHeat(subject),
    ...(subject.settings.rf?.energy_per_needle === undefined ? [] : longerPulse(subject)),
  ];
  return ways.length === 0 ? 'another device: this one offers nothing gentler' : ways.join(', or ');
};
