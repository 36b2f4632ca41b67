import { createHash } from 'node:crypto';
import { courseCsv, csv, depthCsv, vtr, type HealEnsemble, type ZoneHealed } from '@percuta/engine';
import { toSI } from '@percuta/quantity';

/** Days since the first session at which the whole field is written. */
const fieldDays = [1, 7, 28, 90, 180, 365];

const hashLength = 6;

/**
 * Of a zone, as the start of its files: letters of any script and digits, joined by hyphens. What holds other signs than
 * letters, digits, spaces and hyphens ends on a hash of the whole name, so that "a / b" and "a + b" stay apart.
 */
export const fileName = (name: string): string => {
  const readable = name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  if (!/[^\p{L}\p{M}\p{N} _-]/u.test(name) && readable !== '-') return readable;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, hashLength);
  return `${readable}-${hash}`;
};

const bandCsv = ({ times, bands }: HealEnsemble): string => {
  const entries = Object.entries(bands);
  return csv(
    [
      'time (days)',
      ...entries.flatMap(([name]) => [`${name} 10 % of calibrated draws`, `${name} 50 %`, `${name} 90 %`]),
    ],
    [
      times.map((time) => time / toSI(1, 'days')),
      ...entries.flatMap(([, { low, median, high }]) => [low, median, high]),
    ],
  );
};

/** The course of a zone as CSV, and where they were kept its fields as VTK. */
export const healingFiles = (name: string, { central, ensemble }: ZoneHealed): Record<string, string> => {
  if (central.status !== 'healed') return {};
  const zone = fileName(name);
  const { healing } = central;
  const days = healing.fields === undefined ? [] : fieldDays;
  const fields = days.flatMap((day) => {
    const index = healing.times.findIndex((time) => time >= toSI(day, 'days'));
    return index < 0 ? [] : [[`${zone}-day-${day}.vtr`, vtr(healing, index)]];
  });
  return {
    [`${zone}-course.csv`]: courseCsv(healing),
    [`${zone}-depth.csv`]: depthCsv(healing),
    ...(ensemble === undefined ? {} : { [`${zone}-bands.csv`]: bandCsv(ensemble) }),
    ...Object.fromEntries(fields),
  };
};
