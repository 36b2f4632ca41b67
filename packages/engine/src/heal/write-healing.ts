import { quantiles } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { calibratedRows } from './calibration/accepted-draws.ts';
import type { HealEnsemble } from './ensemble/heal-ensemble.ts';
import type { ZoneHealing } from './heal-zone.ts';
import { depthMean } from './observe/depth-mean.ts';
import { erythema } from './observe/redness.ts';
import type { HealValues } from './heal-stage.ts';
import type { Healing } from './result/healing.ts';
import { speciesIds } from './species/species.ts';
import type { Change, HealingSummary } from './summary/summary.ts';
import { shown } from '../wire.ts';

/** Digits of a series: a thousandth of what the model is sure of. */
const digits = 5;
const day = toSI(1, 'days');

const series = (values: Float64Array, scale = 1): number[] =>
  Array.from(values, (value) => Number((value / scale).toPrecision(digits)));

const percent = (value: number): string => shown(value, '%', 3);

const writeChange = ({ name, whole, papillary }: Change) => ({
  name,
  dermis: percent(whole),
  papillary: percent(papillary),
});

/** The summary as it is written: quantities as text. */
export const writeHealingSummary = (summary: HealingSummary) => ({
  channels_closed_after: shown(summary.closed, 'h', 3),
  redness_seen_for: summary.redness.map((time) => shown(time, 'days', 3)),
  swelling_seen_for: summary.swelling.map((time) => shown(time, 'days', 3)),
  phases_after_the_last_session: summary.phases.map(({ name, from, to }) => ({
    name,
    from: shown(from, 'days', 3),
    to: shown(to, 'days', 3),
  })),
  inflammation_ends_by_an_agreed_share_of_its_peak: {
    share: percent(summary.inflammation.share),
    at_twice_the_share: shown(summary.inflammation.atTwice, 'days', 3),
    at_half_the_share: shown(summary.inflammation.atHalf, 'days', 3),
  },
  earliest_sensible_interval: {
    time: shown(summary.interval.time, 'days', 3),
    because: summary.interval.because,
  },
  against_rest: summary.changes.map(({ time, parts }) => ({
    time: shown(time, 'days'),
    parts: parts.map(writeChange),
  })),
  net_collagen_at_the_end: percent(summary.gain),
  most_that_mass_balance_allows: percent(summary.bound),
});

/** Every series of a course. Depth-time series have index = layer + layers × time; means are over the whole dermis. */
export const writeCourse = (healing: Healing, values: HealValues) => ({
  layer_edges: { unit: 'mm', below: 'epidermis', values: series(healing.depths, 1e-3) },
  sessions: healing.sessions.map((time) => shown(time, 'days')),
  times: { unit: 'days', values: series(healing.times, day) },
  means: Object.fromEntries(speciesIds.map((id) => [id, series(depthMean(healing, healing.means[id]))])),
  by_depth: Object.fromEntries(speciesIds.map((id) => [id, series(healing.means[id])])),
  synthesis: series(depthMean(healing, healing.synthesis)),
  erythema: series(erythema(healing, values)),
  cross_links: series(depthMean(healing, healing.crossLinks)),
  epidermis: {
    gap_radius: { unit: 'um', values: series(healing.surface.gapRadius, 1e-6) },
    barrier: series(healing.surface.barrier),
    thickness: series(healing.surface.thickness),
    melanin: series(healing.surface.melanin),
  },
  mass_balance: {
    gain: series(depthMean(healing, healing.balance.gain)),
    bound: series(depthMean(healing, healing.balance.bound)),
  },
});

/** Healing of a zone in a simulation: the summary, and the course where it was modelled. */
export const writeZoneHealing = (zone: ZoneHealing) =>
  zone.status === 'healed'
    ? {
        status: zone.status,
        bands_hold: 'none: a single run at central values',
        ...writeHealingSummary(zone.summary),
        course: writeCourse(zone.healing, zone.values),
      }
    : { status: zone.status, reason: zone.reason };

const days = (times: readonly number[]): string[] => times.map((time) => shown(time, 'days', 3));

const spreadOf = (values: readonly number[]): readonly number[] =>
  quantiles(Float64Array.from(values), [0.1, 0.5, 0.9]);

/** An ensemble as it is written: bands hold 80 % of the draws, from the 10 % to the 90 % point. */
export const writeEnsemble = ({ tries, refused, times, bands, summaries, closure }: HealEnsemble) => ({
  draws: summaries.length,
  tries,
  refused,
  calibrated_on: calibratedRows,
  bands_hold: '80 % of the draws of the calibrated ensemble',
  closed_after: spreadOf(summaries.map(({ closed }) => closed)).map((time) => shown(time, 'h', 3)),
  redness_after_the_first_session: days(spreadOf(summaries.map(({ redness }) => redness[0]))),
  redness_after_the_last_session: days(spreadOf(summaries.map(({ redness }) => redness[redness.length - 1]))),
  earliest_sensible_interval: days(spreadOf(summaries.map(({ interval }) => interval.time))),
  net_collagen_at_the_end: spreadOf(summaries.map(({ gain }) => gain))
    .map((gain, i) => gain + ([closure.low, 0, closure.high][i] ?? 0))
    .map(percent),
  of_it_from_levelling_out_between_sessions: [closure.low, closure.high].map(percent),
  most_that_mass_balance_allows: spreadOf(summaries.map(({ bound }) => bound)).map(percent),
  times: { unit: 'days', values: series(times, day) },
  bands: Object.fromEntries(
    Object.entries(bands).map(([name, { low, median, high }]) => [
      name,
      { low: series(low), median: series(median), high: series(high) },
    ]),
  ),
});
