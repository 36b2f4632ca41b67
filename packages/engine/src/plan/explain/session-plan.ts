import { protocols } from '@percuta/evidence';
import type { ExpectedLevel } from '../../expectation/expectation.ts';
import { routesOf } from '../../expectation/risks.ts';
import type { Band } from '../../band.ts';
import type { Candidate, WorkedOut } from '../plan.ts';

/**
 * Of a few draws of healing the middle, the second lowest and the second highest, s since a session; Infinity where it
 * outlasts a year. Whatever their law, a further draw lies between the ends with a chance of (n - 3) / (n + 1), 8 in 10
 * for 19 draws, and one draw by itself moves neither end far.
 */
export interface HealingTime {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Of all draws. */
  readonly longest: number;
}

/** When the healing of a session has come to what may matter for the next. */
export interface HealingTimes {
  readonly draws: number;
  /** Did the needles heat the skin? Their heat is then that of central values. */
  readonly isHeated: boolean;
  readonly closed: HealingTime;
  readonly redness: HealingTime;
  readonly inflammation: HealingTime;
  readonly proliferation: HealingTime;
}

/** Sessions that are done before somebody looks whether to go on. */
export interface Block {
  /** Of the sessions, from 1. */
  readonly from: number;
  readonly to: number;
  /** Day of each, s from the first session. */
  readonly days: readonly number[];
  /** When the result is looked at, s from the first session. */
  readonly judged: number;
}

/** What one more session would add. */
export interface OneMore {
  /** Holes per area that reach the target, 1/m2. */
  readonly dose: Band;
  /**
   * People of 100 who could be better by at least a level with more sessions, at most: those who are not after a
   * course of the trials. No trial says how many of them one more session brings there, so that the least is 0.
   */
  readonly mostGain: readonly { readonly level: ExpectedLevel['level']; readonly most: Band }[];
}

/** When the sessions of a course are, by healing and by trials. */
export interface SessionPlan {
  /** What is on record for the course, s; undefined for a single session. */
  readonly onRecord: number | undefined;
  /** Intervals on record for the indication, s. */
  readonly recordRange: { readonly least: number; readonly most: number } | undefined;
  /** The later of what is on record and what healing asks for, s. */
  readonly interval: number | undefined;
  readonly because: 'record' | 'closed' | 'inflammation';
  readonly blocks: readonly Block[];
  readonly stopRule: string;
  readonly oneMore: OneMore;
}

/** Sessions in a block: the number after which the stop rule of the courses on record looks for a change. */
const inBlock = 3;

const blocksOf = (sessions: number, interval: number, judgeAfter: number): Block[] =>
  Array.from({ length: Math.ceil(sessions / inBlock) }, (_, i) => {
    const from = i * inBlock + 1;
    const to = Math.min(sessions, from + inBlock - 1);
    const days = Array.from({ length: to - from + 1 }, (_unused, k) => (from - 1 + k) * interval);
    const last = (to - 1) * interval;
    return { from, to, days, judged: to === sessions ? last + judgeAfter : to * interval };
  });

const mostGainOf = ({ expectation, devices }: WorkedOut, { device }: Candidate): OneMore['mostGain'] => {
  const sheet = devices.find((facts) => facts.sheet.id === device)?.sheet;
  const [asked] = sheet === undefined ? [] : routesOf([sheet]);
  const route = expectation.routes.find((one) => one.route === asked);
  if (route?.status !== 'estimated') return [];
  return route.levels
    .filter(({ level, basis }) => basis !== 'prior' && (level === 'any' || level === '50' || level === '75'))
    .map(({ level, median, band90 }) => ({
      level,
      most: { median: 100 - median, low: 100 - band90.high, high: 100 - band90.low },
    }));
};

/** The longest of what is waited for. Of healing the middle draw counts. */
const waitOf = (
  onRecord: number,
  healing: HealingTimes | undefined,
): readonly [number, SessionPlan['because']] => {
  const waits: readonly (readonly [number, SessionPlan['because']])[] = [
    [onRecord, 'record'],
    [healing?.closed.median ?? 0, 'closed'],
    [healing?.inflammation.median ?? 0, 'inflammation'],
  ];
  return waits.reduce((longest, wait) => (wait[0] > longest[0] ? wait : longest));
};

/** When the sessions of a course are; `healing` is that of the course, or of one that wounds no less. */
export const sessionPlanOf = (
  plan: WorkedOut,
  candidate: Candidate,
  healing: HealingTimes | undefined,
): SessionPlan => {
  const { sessions, interval: onRecord } = candidate.course;
  const recorded = [...plan.candidates, ...plan.rejected].flatMap(({ course }) => course.interval ?? []);
  const { judge_after, stop_rule } = protocols().defaults;
  const [interval, because] = waitOf(onRecord ?? 0, healing);
  return {
    onRecord,
    recordRange:
      recorded.length === 0 ? undefined : { least: Math.min(...recorded), most: Math.max(...recorded) },
    interval: onRecord === undefined ? undefined : interval,
    because,
    blocks: blocksOf(sessions, interval, judge_after),
    stopRule: stop_rule,
    oneMore: { dose: candidate.session.targetHoles, mostGain: mostGainOf(plan, candidate) },
  };
};
