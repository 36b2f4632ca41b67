import { csv, type Heating } from '@percuta/engine/heat';

/** The course of a heat problem, SI: what each channel did, and the highest temperature. */
export const problemCourseCsv = ({
  times,
  middles,
  peaks,
  peakSlacks,
  vapour,
  vapourSlacks,
  channels,
}: Heating): string => {
  const skipped = times.length - middles.length;
  const columns: readonly (readonly [string, readonly number[]])[] = [
    ['time (s)', times.slice(skipped)],
    ['highest temperature (K)', peaks.slice(skipped)],
    ['what a finer mesh may add to it (K)', peakSlacks.slice(skipped)],
    ['largest share of vapour', vapour.slice(skipped)],
    ['what a finer mesh may add to the share', vapourSlacks.slice(skipped)],
    ...channels.flatMap(({ name, voltage, current, power, energy, resistance }) => [
      [`${name} voltage (V)`, voltage] as const,
      [`${name} current (A)`, current] as const,
      [`${name} power (W)`, power] as const,
      [`${name} energy (J)`, energy] as const,
      [`${name} resistance (ohm)`, resistance] as const,
    ]),
  ];
  return csv(
    columns.map(([head]) => head),
    columns.map(([, values]) => Float64Array.from(values)),
  );
};
