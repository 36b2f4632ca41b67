import type { EightyBand } from '@percuta/engine';
import { numberText } from '../evidence/axis.ts';

const thinSpace = '\u202f';

const digitsOf = (value: number): number => (Math.abs(value) < 10 ? 1 : 0);
const bare = (value: number): string => numberText(value, digitsOf(value));
const signed = (value: number): string => `${Number(value.toFixed(1)) > 0 ? '+' : ''}${bare(value)}`;

/** A tick of a change, in per cent. */
export const percentText = (value: number): string =>
  `${value > 0 ? '+' : ''}${numberText(value)}${thinSpace}%`;

/** A change in per cent with its band; a single run has none. */
export const spanText = ({ tenth, middle, ninetieth }: EightyBand, draws: number): string =>
  draws < 2
    ? `${signed(middle)}${thinSpace}% (one run, no band)`
    : `${signed(middle)}${thinSpace}% (${signed(tenth)} to ${signed(ninetieth)})`;

/** What line and ground stand for. */
export const bandNote = (draws: number): string =>
  draws < 2
    ? 'A single run at central values: the line has no band, and how sure it is cannot be seen.'
    : `Line: median of ${draws} draws of the calibrated ensemble of healing; band: 80${thinSpace}% of them.`;
