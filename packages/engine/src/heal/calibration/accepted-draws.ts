import { calibration } from '@percuta/evidence';
import { jointValues, type Tries } from './joint-draw.ts';
import { judgeSurface, judgeTissue } from './judge.ts';
import { courseConditions, surfaceConditions } from './targets.ts';

/** A draw that keeps every condition: the tries it came from, and what was read from it, SI. */
export interface AcceptedDraw extends Tries {
  readonly readings: Readonly<Record<string, number>>;
}

const data = calibration('healing-draws');

export const acceptedDraws: readonly AcceptedDraw[] = data.draws.map(
  ([tissue = 0, surface = 0, ...values]) => ({
    tissue,
    surface,
    readings: Object.fromEntries(data.readings.map((id, i) => [id, values[i] ?? Number.NaN])),
  }),
);

/** How the draws were found: hash of the model, number of the tries, what refused the others. */
export const { hash: calibratedHash, tries: calibrationTries } = data;
export const calibrationRefused: Readonly<Record<string, number>> = data.refused;

/** Records whose readings every accepted draw meets. */
export const calibratedRows: readonly string[] = [
  ...new Set([...surfaceConditions, ...courseConditions].flatMap(({ rows }) => rows)),
].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** What another solver of the same equations may leave between readings of the same draw, of the reading. */
const tolerance = 0.01;

/** Readings of a draw, run again, that are no longer those that were kept, or what refuses it. */
export const strayed = (draw: AcceptedDraw): string[] => {
  const values = jointValues(draw);
  const parts = [judgeSurface(values), judgeTissue(values)];
  const refusals = parts.flatMap(({ refusedBy }) => (refusedBy === undefined ? [] : [refusedBy]));
  const again = Object.assign({}, ...parts.map(({ readings }) => readings));
  const moved = Object.entries(draw.readings).filter(([id, before]) => {
    const far = Math.abs(again[id] - before);
    return !(far <= tolerance * Math.max(Math.abs(before), tolerance));
  });
  return [...refusals, ...moved.map(([id]) => id)];
};
