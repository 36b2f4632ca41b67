import { courseCsv, csv, depthCsv, vtr, type HealEnsemble, type ZoneHealed } from '@percuta/engine';
import { toSI } from '@percuta/quantity';

/** Days since the first session at which the whole field is written. */
const fieldDays = [1, 7, 28, 90, 180, 365];

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

/** The course of a zone as CSV, and where they were kept its fields as VTK; names start with that of the zone's files. */
export const healingFiles = (zone: string, { central, ensemble }: ZoneHealed): Record<string, string> => {
  if (central.status !== 'healed') return {};
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
