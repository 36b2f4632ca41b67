import { exp, log } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';

const minute = toSI(1, 'min');
const perDecade = 8;

/** How long before the next session the last time of a stretch lies, so that times rise and a session shows as a jump. */
export const justBefore = toSI(1, 's');

/** Times after a session at which results are kept, s: at once, then evenly in the logarithm from a minute to the span. */
export const outputTimes = (span: number): Float64Array => {
  const decades = log(span / minute) / log(10);
  const count = Math.max(1, Math.ceil(decades * perDecade));
  const at = (i: number): number => (i === count ? span : minute * exp((i / count) * log(span / minute)));
  return Float64Array.from({ length: count + 2 }, (_, i) => (i === 0 ? 0 : at(i - 1)));
};

/** The same for a stretch that ends with a session: its last time is the moment before that. */
export const outputTimesUntil = (span: number): Float64Array =>
  outputTimes(span).map((time) => Math.min(time, span - Math.min(justBefore, span / 1000)));
