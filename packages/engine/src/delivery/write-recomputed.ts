import { writeLeftOut } from '../case/write-left-out.ts';
import { contextOfUse } from '../context-of-use.ts';
import { writeMargin } from '../plan/write-plan.ts';
import { writeSessionSettings, writeSettings } from '../plan/write-settings.ts';
import { shown, shownBand } from '../wire.ts';
import type { NextCourse, PredictedAgainstReported, Recomputed, SessionDone } from './recomputed.ts';

const words = {
  depth: 'depth',
  passes: 'passes',
  handSpeed: 'hand_speed',
  frequency: 'frequency',
  energy: 'energy',
  further: 'further',
  interval: 'interval',
  exclusions: 'exclusions',
};

const writeDone = ({
  session,
  settings,
  place,
  changed,
  dose,
  planned,
  bleeding,
  broken,
  isHeatJudged,
}: SessionDone) => ({
  day: shown(session.day, 'days'),
  settings: writeSessionSettings(settings),
  ...writeLeftOut(place),
  not_as_planned: changed.map((field) => words[field]),
  target_holes: shownBand(dose, '1/cm2'),
  target_holes_planned: shownBand(planned, '1/cm2'),
  bleeding_points: shownBand(bleeding, '1/cm2'),
  limits_broken: broken.map(writeMargin),
  ...(isHeatJudged ? {} : { heat: 'not judged' }),
  endpoints: session.endpoints,
  reactions: session.reactions.map(({ reaction, severity, lasted, cleared_by }) => ({
    reaction,
    severity,
    ...(lasted === undefined ? {} : { lasted: shown(lasted, 'days') }),
    ...(cleared_by === undefined ? {} : { cleared_by }),
  })),
  ...(session.note === undefined ? {} : { note: session.note }),
});

const writeNext = ({ candidate, sessions, days, dose, isAsPlanned }: NextCourse) => ({
  id: candidate.id,
  as_planned: isAsPlanned,
  settings: writeSettings(candidate.settings),
  sessions_to_come: sessions,
  days: days.map((day) => shown(day, 'days')),
  target_holes_whole_course: shownBand(dose, '1/cm2'),
  binding: { limit: candidate.binding.limit, used: Number(candidate.binding.used.toPrecision(6)) },
});

const writeComparison = ({ outcome, predicted, sinceSession }: PredictedAgainstReported) => ({
  day: shown(outcome.day, 'days'),
  by: outcome.by,
  reported: outcome.level,
  ...(predicted === undefined
    ? { predicted: 'no figure from trials' }
    : {
        predicted: {
          median: shown(predicted.median, '%'),
          low: shown(predicted.low, '%'),
          high: shown(predicted.high, '%'),
        },
      }),
  since_last_session: shown(sinceSession, 'days'),
});

/**
 * A recomputed course as it is written to disk: quantities as text, no clock times. `resultHash` is that of the plan as it was
 * made, `differing` what is not the same in the plan that was worked out again.
 */
export const writeRecomputed = (
  recomputed: Recomputed,
  { resultHash, differing }: { readonly resultHash: string; readonly differing: readonly string[] },
) => {
  const { planned, done, dose, plannedSoFar, plannedDose, remaining, stops, next, comparisons } = recomputed;
  return {
    kind: 'percuta recomputed',
    version: 1,
    context_of_use: contextOfUse,
    plan: {
      result_hash: resultHash,
      course: planned.id,
      ...(differing.length === 0 ? {} : { not_as_made: differing }),
    },
    sessions: done.map(writeDone),
    target_holes_so_far: shownBand(dose, '1/cm2'),
    target_holes_planned_so_far: shownBand(plannedSoFar, '1/cm2'),
    target_holes_planned: shownBand(plannedDose, '1/cm2'),
    remaining: {
      sessions: remaining.sessions,
      ...(remaining.wished === undefined ? {} : { sessions_wished: remaining.wished }),
      earliest: shown(remaining.earliest, 'days'),
      maximum_safe_depth: shown(remaining.maximumSafeDepth, 'mm'),
    },
    stops: stops.map(({ because, wouldChange }) => ({ because, would_change: wouldChange })),
    next: next.map(writeNext),
    predicted_against_reported: comparisons.map(writeComparison),
  };
};
