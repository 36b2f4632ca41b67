import { normalQuantile } from '@percuta/numerics';
import { boilingName, epidermisName, fromScale } from '../../heat/emulator/answers.ts';
import type { Answer } from '../../heat/emulator/heat-emulator.ts';
import { tailOfGaps, tailOfValues, type Gap, type Tail, type TailMargin } from '../../safety/tail-margin.ts';
import { answersIn, coagulatedBelow, coagulationOf, errorNodes, type HeatStroke } from './heat-outcome.ts';
import { profileOf, reachIn, upperEnd } from './heat-profile.ts';
import type { RfOption } from './rf-options.ts';

/** How many kelvin keep a harm away: between the hottest that tissue came and what would do it; below 0 where it is done. */
export interface HeatTail extends Tail {
  readonly room: 'epidermis' | 'boiling';
}

/** Parts of the error of an answer, of equal chance, told by their middles. */
const parts = 16;
const partErrors = Array.from({ length: parts }, (_, n) => normalQuantile((n + 0.5) / parts));

/** Kelvin below the threshold in every draw and part of the error. Needles that stay outside heat nothing. */
const roomsBelow = (
  { values, error }: Answer,
  thresholds: Float64Array,
  { stroke }: HeatStroke,
): Float64Array => {
  const rooms = new Float64Array(values.length * parts);
  values.forEach((value, draw) => {
    const threshold = fromScale(thresholds[draw] ?? Number.NaN);
    const enters = (stroke.insertionDepths[draw] ?? 0) > 0;
    partErrors.forEach((at, n) => {
      rooms[draw * parts + n] = enters ? threshold - fromScale(value + at * error.sd) : Infinity;
    });
  });
  return rooms;
};

/** How near the worst cases come to a dead epidermis and to boiling, with the error of the emulator (safety.12). */
export const heatTailsOf = (heat: HeatStroke, option: RfOption): HeatTail[] => {
  const { all } = answersIn(heat, option);
  const { cells, boiling } = heat.thresholds;
  return [
    { room: 'epidermis', ...tailOfValues(roomsBelow(all(epidermisName('cells')), cells, heat)) },
    { room: 'boiling', ...tailOfValues(roomsBelow(all(boilingName), boiling, heat)) },
  ];
};

/** Weights of the error nodes as whole numbers of equal shares. */
const timesNode = ({ weight }: (typeof errorNodes)[number]): number => Math.round(weight * 6);

/**
 * From the lower border of the epidermis down to the first dead cell, in a draw and at an error: endless where none
 * dies. Where cells die as far up as the levels go, or the answer of the epidermis says so, nothing is left.
 */
const toEpidermisOf = (heat: HeatStroke, option: RfOption, bare: number): number[] => {
  const answers = answersIn(heat, option);
  const above = profileOf(answers, { injury: 'cells', reach: 'above' }, heat.skins.length);
  const epidermis = answers.single(epidermisName('cells'));
  const furthest = above.levels.at(-1) ?? 0;
  return heat.skins.flatMap((skin, draw) => {
    const tip = heat.stroke.insertionDepths[draw] ?? 0;
    const threshold = heat.thresholds.cells[draw] ?? Number.NaN;
    return errorNodes.flatMap((node) => {
      const reach = reachIn(above, draw, { threshold, errors: node.at });
      const isDead = epidermis.at(draw) + node.at * epidermis.error.sd >= threshold || reach === furthest;
      const standing = { tip, bare, epidermis: skin.epidermis };
      const distance =
        reach === undefined && !isDead ? Infinity : upperEnd(standing, reach ?? 0, isDead) - skin.epidermis;
      return Array.from({ length: timesNode(node) }, () => (tip > 0 ? distance : Infinity));
    });
  });
};

/**
 * The distances that keep harm away from courses with energy, over draws and the error of the emulator: of tip or
 * coagulation, whichever is deeper, to the fat, and of dead cells to the epidermis. Left out where no collagen
 * coagulates, or fewer than the worst share see cells die.
 */
export const heatMarginsOf = (heat: HeatStroke, option: RfOption, bare: number): TailMargin[] => {
  const coagulation = coagulationOf(answersIn(heat, option), heat);
  let anyCoagulates = false;
  const gaps = heat.stroke.tracks.flatMap(({ ceiling, dermalBorder, withinLogSd }, draw) =>
    errorNodes.map(({ at, weight }): Gap => {
      const threshold = heat.thresholds.collagen[draw] ?? Number.NaN;
      const below = coagulatedBelow(coagulation, draw, { threshold, errors: at });
      anyCoagulates ||= below !== -Infinity;
      return { border: dermalBorder, logSd: withinLogSd, reach: ceiling + Math.max(0, below), weight };
    }),
  );
  const toEpidermis = tailOfValues(toEpidermisOf(heat, option, bare));
  return [
    ...(anyCoagulates ? [tailOfGaps('coagulation to fat', gaps)] : []),
    ...(Number.isFinite(toEpidermis.worstMean)
      ? [{ margin: 'cell death to epidermis', ...toEpidermis } as const]
      : []),
  ];
};
