import type { HealValues } from '../heal-stage.ts';
import { depthMean } from '../observe/depth-mean.ts';
import { erythema } from '../observe/redness.ts';
import { overRest, stainedChange } from '../observe/tissue-reading.ts';
import type { Healing } from '../result/healing.ts';
import { lastAbove, stretchRange } from '../summary/crossing.ts';
import { seriesAt, type CoreCourse } from './core.ts';

/** A healed experiment with what is read from it. */
export interface Read {
  readonly healing: Healing;
  readonly core: CoreCourse;
  readonly values: HealValues;
  /** s since the first session. */
  readonly at: number;
  /** s; the time to compare with. */
  readonly against: number;
}

const ratio = ({ healing, at, against }: Read, series: Float64Array): number =>
  seriesAt(healing.times, series, at) / seriesAt(healing.times, series, against);

const inCore =
  (of: (core: CoreCourse) => Float64Array) =>
  ({ core, at }: Read): number =>
    seriesAt(core.times, of(core), at);

/** Readings of a course. Core: within the radius that a sample is taken from; otherwise means over the area. */
export const courseReadings = {
  'denatured left': ({ core, at, against }: Read): number =>
    seriesAt(core.times, core.denatured, at) / seriesAt(core.times, core.denatured, against),
  redness: ({ healing, values }: Read): number =>
    lastAbove(healing.times, erythema(healing, values), values.EI_seen, stretchRange(healing, 0)),
  'heat shock': (read: Read): number => ratio(read, depthMean(read.healing, read.healing.means.HS)),
  chaperone: (read: Read): number => ratio(read, depthMean(read.healing, read.healing.means.H47)),
  making: ({ healing, at }: Read): number =>
    Math.min(
      seriesAt(healing.times, overRest(healing, 'Et'), at),
      seriesAt(healing.times, depthMean(healing, healing.synthesis), at),
    ),
  synthesis: inCore(({ synthesis }) => synthesis),
  // Over the share at rest.
  'share of type III': ({ core, values, at }: Read): number =>
    seriesAt(core.times, core.three, at) / seriesAt(core.times, core.collagen, at) / values.phi3b,
  'cross-links': ({ core, at }: Read): number =>
    seriesAt(core.times, core.crossLinks, at) / core.crossLinks[0],
  elastin: inCore(({ elastin }) => elastin),
  'elastin change': ({ healing, at }: Read): number =>
    seriesAt(healing.times, depthMean(healing, healing.means.E), at) / healing.rest.E - 1,
  'stained change': ({ healing, values, at }: Read): number =>
    seriesAt(healing.times, stainedChange(healing, values), at),
  'epidermis change': ({ healing, at }: Read): number =>
    seriesAt(healing.times, healing.surface.thickness, at) - 1,
} as const;

export type CourseReadingId = keyof typeof courseReadings;
