import type { DeviceSheet } from '@percuta/evidence';
import { bandOf, mapBand, scaleBand, type Band } from '../../band.ts';
import type { Case } from '../../case/case.ts';
import { ninetyFifth, treatedArea, type TreatedArea } from '../../case/exclusions.ts';
import { needleCount } from '../../puncture/device.ts';
import { shown, shownBand } from '../../wire.ts';
import type { Candidate } from '../plan.ts';

/** What one session of a course comes to over the whole of the area that is treated. */
export interface SessionTotals {
  readonly area: TreatedArea;
  /** Every needle of every stroke, whether or not it makes a hole. */
  readonly insertions: Band;
  readonly holes: Band;
  readonly bleeding: Band;
  /** Strokes of a pen, or stamps and pulses: insertions over the needles of the tip. */
  readonly strokes: Band;
  /** With the tip on the skin, s; undefined for devices without a motor. */
  readonly time: Band | undefined;
  /** Hurt over the whole course, m3; undefined for the joint course of several zones. */
  readonly hurt: number | undefined;
}

/** A density over an area: ends times ends, so that the band is no narrower than 5 to 95 %. */
const over = ({ value, error }: TreatedArea, { median, low, high }: Band): Band => ({
  median: median * value,
  low: low * Math.max(0, value - ninetyFifth * error),
  high: high * (value + ninetyFifth * error),
});

type Asked = Pick<Candidate, 'settings' | 'stroke' | 'session' | 'objectives' | 'zones'>;

/** Totals of a session: each is a density times the treated area, and is linear in it. */
export const sessionTotals = (
  { settings, stroke, session, objectives, zones }: Asked,
  sheet: DeviceSheet,
  place: Pick<Case['site'], 'area' | 'exclusions'>,
): SessionTotals => {
  const area = treatedArea(place);
  const perPass = bandOf(new Float64Array(stroke.tracks.map(({ strokesPerPass }) => strokesPerPass)));
  const insertions = over(area, scaleBand(perPass, settings.passes));
  const strokes = scaleBand(insertions, 1 / needleCount(sheet));
  // Counts every needle of the tip.
  const rate = stroke.strokeRate?.median ?? 0;
  return {
    area,
    insertions,
    holes: over(area, session.holes),
    bleeding: over(area, session.bleeding),
    strokes,
    time: rate > 0 ? mapBand(insertions, (count) => count / rate) : undefined,
    hurt: zones === undefined ? objectives.pigment * area.value : undefined,
  };
};

/** Totals as they are written; only where something is left out of the area. */
export const writeTotals = ({ insertions, holes, bleeding, strokes, time, hurt }: SessionTotals) => ({
  insertions: shownBand(insertions, '1'),
  holes: shownBand(holes, '1'),
  bleeding_points: shownBand(bleeding, '1'),
  strokes: shownBand(strokes, '1'),
  ...(time === undefined ? {} : { time_on_skin: shownBand(time, 'min') }),
  ...(hurt === undefined ? {} : { volume_hurt_over_course: shown(hurt, 'mm3') }),
});
