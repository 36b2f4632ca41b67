import type { DeviceSheet } from '@percuta/evidence';
import { EmulatorDisagrees } from '../error.ts';
import type { FinalistCheck } from '../plan/heat/heat-summary.ts';
import { shown } from '../wire.ts';

/** No answer may lie further apart than this many stated errors, nor more than this share beyond one. */
const most = { apart: 3, beyond: 1 / 3 } as const;

const celsius = (temperature: number): string => shown(temperature, '°C', 3);

/** Throws EmulatorDisagrees where a course is further from the whole model than the stated error can explain. */
export const requireAgreement = (
  { sheet }: { readonly sheet: DeviceSheet },
  { candidate, answers }: FinalistCheck,
): void => {
  const beyond = answers.filter(({ apart }) => !(apart <= 1));
  const worst = answers.reduce((a, b) => (b.apart > a.apart ? b : a));
  if (worst.apart <= most.apart && beyond.length <= most.beyond * answers.length) return;
  throw new EmulatorDisagrees(
    sheet.name,
    `${worst.name} of ${candidate} is ${celsius(worst.emulator)}, and by the whole model ${celsius(worst.model)}; ${beyond.length} of ${answers.length} answers lie outside`,
  );
};
