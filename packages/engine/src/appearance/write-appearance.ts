import { shown } from '../wire.ts';
import type { Appearance } from './appear.ts';
import type { CourseBands } from './course-bands.ts';
import type { EightyBand } from './eighty-band.ts';
import { magnitudeText } from './mechanics/magnitude.ts';
import { qualities } from './mechanics/feel-course.ts';
import type { QualityForecast } from './mechanics/feel.ts';
import type { Relief, ReliefPatch } from './relief/relief.ts';

const digits = 5;
const rounded = (value: number): number => Number(value.toPrecision(digits));

/** A single run has no band, so it is written as one line of values. */
const writeBands = (bands: readonly EightyBand[], draws: number) => ({
  median: bands.map(({ middle }) => rounded(middle)),
  ...(draws < 2
    ? {}
    : {
        low: bands.map(({ tenth }) => rounded(tenth)),
        high: bands.map(({ ninetieth }) => rounded(ninetieth)),
      }),
});

const writeQuality = ({ sign, atEnd, course }: QualityForecast, draws: number) => ({
  sign: sign.sign,
  ...(draws < 2 ? {} : { draws_up: shown(sign.up, '%'), draws_down: shown(sign.down, '%') }),
  contradicted_by_measurement: sign.isContradicted,
  at_the_end: magnitudeText(atEnd),
  lasting: writeBands(course.lasting, draws),
  felt: writeBands(course.felt, draws),
});

const writePatch = ({ state, improvement, roughness, lesion }: ReliefPatch) => ({
  state,
  improvement: shown(improvement, '%', 3),
  sa: shown(roughness.sa, 'um', 4),
  sq: shown(roughness.sq, 'um', 4),
  sz: shown(roughness.sz, 'um', 4),
  ...(lesion === undefined
    ? {}
    : { depth: shown(lesion.depth, 'um', 4), volume: shown(lesion.volume, 'mm3', 4) }),
});

const writeRelief = (relief: Relief) =>
  relief.status === 'not forecast'
    ? {
        lesion: relief.lesion,
        status: relief.status,
        reason: relief.reason,
        before: writePatch(relief.before),
      }
    : {
        lesion: relief.lesion,
        status: relief.status,
        certainty: relief.certainty,
        patches: relief.patches.map(writePatch),
        people_worse: shown(relief.outcomes.worse, '%', 3),
        people_unchanged: shown(relief.outcomes.unchanged, '%', 3),
        most_that_volume_lifts: shown(relief.explanation.lift.middle, 'um', 3),
        unexplained: shown(relief.explanation.unexplained, 'um', 3),
      };

const bandsHold = (draws: number): string =>
  draws < 2 ? 'none: a single run at central values' : '80 % of the draws of the calibrated ensemble';

/** What the skin feels and looks like: changes as shares of before, 0.1 a tenth more; maps of heights are left out. */
export const writeAppearance = ({ feel, reliefs }: Appearance) => ({
  draws: feel.draws,
  bands: bandsHold(feel.draws),
  feel: Object.fromEntries(
    qualities.map((quality) => [quality, writeQuality(feel.qualities[quality], feel.draws)]),
  ),
  swelling: {
    gain_in_thickness: writeBands(feel.swelling.course, feel.draws),
    spans: feel.swelling.spans.map(({ from, until }) => ({
      from: shown(from, 'days', 3),
      until: shown(until, 'days', 3),
    })),
  },
  reliefs: reliefs.map(writeRelief),
});

/** What is followed over time, by the times of the course. */
export const writeCourseBands = ({ draws, bands }: CourseBands) => ({
  draws,
  bands_hold: bandsHold(draws),
  bands: Object.fromEntries(Object.entries(bands).map(([name, band]) => [name, writeBands(band, draws)])),
});
