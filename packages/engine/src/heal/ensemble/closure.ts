import { calibration } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { depthMean } from '../observe/depth-mean.ts';
import type { Healing } from '../result/healing.ts';

/**
 * What levelling out between sessions (heal.7) may leave away: for every quantity the 10 and 90 % points of its error
 * over the collagen that a session cuts, by the time since that session, measured against channels that stay where they
 * are. Errors of sessions add up; the first session makes none.
 */
const measured = calibration('healing-closure');

type Term = { readonly low: readonly number[]; readonly high: readonly number[] };
const terms: Readonly<Record<string, Term | undefined>> = measured.terms;
const after = measured.days_after_the_session.map((days) => toSI(days, 'days'));

/** Sessions of one run of healing, s, and the collagen that each of them cut, mean of the whole dermis. */
export interface Cuts {
  readonly sessions: readonly number[];
  readonly cut: readonly number[];
}

export const cutsOf = (healing: Healing): Cuts => {
  const { sessions, times } = healing;
  const soFar = depthMean(healing, healing.balance.cut);
  // The state right after a session is the last one that is kept at its time.
  const until = sessions.map(
    (session) => soFar[times.findLastIndex((time) => time <= session)] ?? Number.NaN,
  );
  return { sessions, cut: until.map((value, i) => value - (until[i - 1] ?? 0)) };
};

/** Error at a time after a session, over what the session cut: 0 at the session, as measured last ever after. */
const errorAt = (values: readonly number[], time: number): number => {
  if (time <= 0) return 0;
  const i = after.findIndex((one) => one >= time);
  if (i < 0) return values.at(-1) ?? Number.NaN;
  const [from, until] = [after[i - 1] ?? 0, after[i] ?? 0];
  const [a, b] = [values[i - 1] ?? 0, values[i] ?? 0];
  return a + ((b - a) * (time - from)) / (until - from);
};

/** A series of a quantity moved by the error at one end of its band; the same series where nothing is known to err. */
export const closureMoved = (
  series: Float64Array,
  name: string,
  end: keyof Term,
  { times, cuts }: { readonly times: ArrayLike<number>; readonly cuts: Cuts },
): Float64Array => {
  const term = terms[name];
  if (term === undefined || cuts.sessions.length < 2) return series;
  return series.map((value, t) =>
    cuts.sessions.reduce(
      (sum, session, i) =>
        i === 0 ? sum : sum + (cuts.cut[i] ?? 0) * errorAt(term[end], (times[t] ?? 0) - session),
      value,
    ),
  );
};
