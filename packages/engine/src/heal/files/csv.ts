import { toSI } from '@percuta/quantity';
import { depthMean } from '../observe/depth-mean.ts';
import type { Healing } from '../result/healing.ts';
import { speciesIds } from '../species/species.ts';

const digits = 8;
const text = (value: number): string => String(Number(value.toPrecision(digits)));

/** A table: comma-separated, one head line, numbers without unit; the unit is in the head. */
export const csv = (heads: readonly string[], columns: readonly Float64Array[]): string => {
  const rows = Array.from(columns[0] ?? [], (_, i) => columns.map((column) => text(column[i])).join(','));
  return `${[heads.join(','), ...rows].join('\n')}\n`;
};

/** Depth means of every state at every time. */
export const courseCsv = (healing: Healing): string =>
  csv(
    ['time (days)', ...speciesIds],
    [
      healing.times.map((time) => time / toSI(1, 'days')),
      ...speciesIds.map((id) => depthMean(healing, healing.means[id])),
    ],
  );

/** Area means of every state by time and layer. */
export const depthCsv = ({ times, depths, layers, means }: Healing): string => {
  const rows = times.length * layers;
  const at = (value: (layer: number, time: number) => number): Float64Array =>
    Float64Array.from({ length: rows }, (_, i) => value(i % layers, Math.floor(i / layers)));
  return csv(
    ['time (days)', 'from depth (mm)', 'to depth (mm)', ...speciesIds],
    [
      at((_, t) => times[t] / toSI(1, 'days')),
      at((layer) => depths[layer] / toSI(1, 'mm')),
      at((layer) => depths[layer + 1] / toSI(1, 'mm')),
      ...speciesIds.map((id) => means[id]),
    ],
  );
};
