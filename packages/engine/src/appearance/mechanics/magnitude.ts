import type { Source } from '@percuta/evidence';
import type { EightyBand } from '../eighty-band.ts';
import type { MechanicsValues } from './modulus.ts';
import type { Quality } from './feel-course.ts';
import { mechanicsParameters } from './parameters.ts';

/** A relative change that the tissue of the model brings about, over the draws; 0.1 is a tenth more than before. */
export type ExplainedChange = EightyBand;

/** A change that was measured in people and that the tissue does not account for. */
export interface Leftover {
  /** Relative change of the reading. */
  readonly measured: number;
  /** What remains of it beside the median of the tissue, relative. */
  readonly left: number;
  readonly where: string;
  readonly sources: readonly Source[];
}

/** Everything that moves a reading and is not in the model. */
export interface Unexplained {
  /** Relative error of one reading. */
  readonly device: number;
  /** Absent where nobody measured this quality with settings that suffice. */
  readonly series?: Leftover;
}

/**
 * A forecast size. The change has no meaning without what is unexplained, so neither travels alone: there is no
 * function from the change to text, only from both (magnitudeLines, magnitudeText).
 */
export interface Magnitude {
  readonly explained: ExplainedChange;
  readonly unexplained: Unexplained;
}

const seriesOf = (
  quality: Quality | 'modulus',
  middle: number,
  values: MechanicsValues,
): Leftover | undefined => {
  if (quality !== 'bounciness') return undefined;
  const { where = '', sources } = mechanicsParameters.measuredBounciness;
  const measured = values.measuredBounciness;
  return { measured, left: (1 + measured) / (1 + middle) - 1, where, sources };
};

/** What is unexplained of a quality whose change by the tissue has this median (appearance.12). */
export const unexplainedOf = (
  quality: Quality | 'modulus',
  middle: number,
  values: MechanicsValues,
): Unexplained => {
  const series = seriesOf(quality, middle, values);
  const device = values.deviceNoise;
  return series === undefined ? { device } : { device, series };
};

const thinSpace = '\u202f';

/** "+12 %", "−1.4 %": tenths below ten per cent, so that small is not told as nothing. */
const signed = (change: number): string => {
  const percent = Math.abs(change) * 100;
  const digits = percent.toFixed(percent < 10 ? 1 : 0);
  const sign = Number(digits) === 0 ? '' : change < 0 ? '\u2212' : '+';
  return `${sign}${digits}${thinSpace}%`;
};

const leastTold = mechanicsParameters.leastChange.value;

const explainedText = ({ tenth, middle, ninetieth }: ExplainedChange): string =>
  Math.max(Math.abs(tenth), Math.abs(ninetieth)) < leastTold
    ? `under ${(leastTold * 100).toFixed(1)}${thinSpace}% either way`
    : tenth === ninetieth
      ? `${signed(middle)} (one run, no band)`
      : `${signed(middle)} (${signed(tenth)} to ${signed(ninetieth)})`;

const unexplainedText = ({ device, series }: Unexplained): string => {
  const noise = `one reading errs by ±${(device * 100).toFixed(0)}${thinSpace}%`;
  if (series === undefined)
    return `how much more there is that no tissue explains, nobody has measured; ${noise}`;
  return `the one series that was measured changed by ${signed(series.measured)}, of which ${signed(series.left)} no tissue here explains; ${noise}`;
};

/** How far a reading may stand from what the tissue explains, relative: one device error either way, or the leftover. */
export const unexplainedRange = ({
  device,
  series,
}: Unexplained): { readonly low: number; readonly high: number } => ({
  low: Math.min(-device, series?.left ?? 0),
  high: Math.max(device, series?.left ?? 0),
});

/** A size in two lines that belong together: what the tissue explains, with its 80 % band, and what it does not. */
export const magnitudeLines = ({ explained, unexplained }: Magnitude): readonly [string, string] => {
  const { low, high } = unexplainedRange(unexplained);
  return [`${explainedText(explained)} by the tissue`, `${signed(low)} to ${signed(high)} unexplained`];
};

/** The same as a sentence part that names where the unexplained is from. */
export const magnitudeText = (magnitude: Magnitude): string =>
  `${magnitudeLines(magnitude)[0]}; unexplained: ${unexplainedText(magnitude.unexplained)}`;
